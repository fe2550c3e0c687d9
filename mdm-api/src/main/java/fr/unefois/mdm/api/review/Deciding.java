package fr.unefois.mdm.api.review;

import fr.unefois.mdm.api.access.Answering;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.arrive.Arrival;
import fr.unefois.mdm.arrive.Judged;
import fr.unefois.mdm.arrive.Judging;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.Citizens;
import fr.unefois.mdm.store.Found;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A steward's decision, on citizens whom the call may be shown; kept, or only tried. */
@Component
final class Deciding {
    private final Gate gate;
    private final Answering answering;
    private final Citizens citizens;
    private final Judging judging;
    private final Clock clock;

    Deciding(Gate gate, Answering answering, Citizens citizens, Judging judging, Clock clock) {
        this.gate = gate;
        this.answering = answering;
        this.citizens = citizens;
        this.judging = judging;
        this.clock = clock;
    }

    JudgedAnswer merge(Call call, String one, String other, @Nullable String comment, boolean dryRun) {
        Judging.Word word = word(call, comment);
        UUID left = answering.answering(call, one).ref();
        UUID right = answering.answering(call, other).ref();
        return answer(call, judging(dryRun).merge(left, right, word), dryRun);
    }

    JudgedAnswer split(Call call, String ref, Set<SourceKey> away, @Nullable String comment, boolean dryRun) {
        Judging.Word word = word(call, comment);
        UUID citizen = answering.answering(call, ref).ref();
        return answer(call, judging(dryRun).split(citizen, away, word), dryRun);
    }

    JudgedAnswer judge(
            Call call, SourceKey left, SourceKey right, Judgement.Verdict verdict, @Nullable String comment) {
        Judging.Word word = word(call, comment);
        for (SourceKey key : List.of(left, right)) {
            UUID ref = citizens.refOf(key).orElseThrow(() -> gate.nobody(call));
            gate.admit(call, answering.answering(call, ref));
        }
        return answer(
                call,
                judging.judge(new Judgement(left, right, verdict, word.steward(), word.at(), word.comment())),
                false);
    }

    private Judging judging(boolean dryRun) {
        return dryRun ? judging.rehearsed() : judging;
    }

    private Judging.Word word(Call call, @Nullable String comment) {
        Stewards.checkComment(comment);
        gate.beforeChange(call);
        return new Judging.Word(Stewards.of(call), clock.instant(), comment);
    }

    /** References that a trial would have handed out are not told: nobody will ever answer to them. */
    private JudgedAnswer answer(Call call, Judged judged, boolean dryRun) {
        Arrival arrival = Stewards.kept(judged, call, gate);
        List<UUID> refs = arrival.refs().stream()
                .filter(ref -> !dryRun || !(citizens.find(ref) instanceof Found.Unknown))
                .toList();
        Map<UUID, Collection<Attribute>> changed = new HashMap<>();
        refs.forEach(ref -> changed.put(ref, Set.of()));
        gate.accountChange(call, changed);
        return new JudgedAnswer(
                arrival.effect().name(), refs.stream().map(call::ref).toList());
    }
}
