package fr.unefois.mdm.api.profile;

import fr.unefois.mdm.access.Policy;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.profile.HistoryAnswer.CauseAnswer;
import fr.unefois.mdm.api.profile.HistoryAnswer.EventAnswer;
import fr.unefois.mdm.api.profile.HistoryAnswer.RecordAnswer;
import fr.unefois.mdm.api.profile.WhyAnswer.LineAnswer;
import fr.unefois.mdm.api.profile.WhyAnswer.LinkAnswer;
import fr.unefois.mdm.api.profile.WhyAnswer.SaidAnswer;
import fr.unefois.mdm.arrive.Why;
import fr.unefois.mdm.change.Cause;
import fr.unefois.mdm.change.Recorded;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** History through a call's contract: no attribute outside of it, and no source that it may not know. */
record HistoryTelling(Call call, Policy policy) {
    EventAnswer event(Recorded change) {
        List<String> attributes = change.event().attributes().stream()
                .filter(call.contract().readable()::contains)
                .map(Attribute::name)
                .sorted()
                .toList();
        List<String> others = change.event().others().stream().map(call::ref).toList();
        return new EventAnswer(change.at(), change.event().kind().name(), attributes, others, cause(change.cause()));
    }

    private CauseAnswer cause(Cause cause) {
        return new CauseAnswer(cause.kind().name(), records(cause.records()), cause.steward());
    }

    WhyAnswer why(String ref, Why why) {
        return new WhyAnswer(
                ref,
                records(why.records()),
                why.links().stream().map(this::link).toList(),
                why.judgements().stream().map(this::said).toList(),
                null);
    }

    private LinkAnswer link(ScoredPair pair) {
        List<LineAnswer> lines = pair.evidence().stream()
                .map(line -> new LineAnswer(line.comparison(), line.level(), line.weight() / 1000.0))
                .toList();
        return new LinkAnswer(record(pair.left()), record(pair.right()), pair.bits(), pair.probability(), lines);
    }

    private SaidAnswer said(Judgement judgement) {
        return new SaidAnswer(
                record(judgement.left()),
                record(judgement.right()),
                judgement.verdict().name(),
                judgement.steward(),
                judgement.at(),
                judgement.comment());
    }

    private List<RecordAnswer> records(Collection<SourceKey> keys) {
        return keys.stream().map(this::record).filter(Objects::nonNull).toList();
    }

    private @Nullable RecordAnswer record(SourceKey key) {
        return policy.mayKnow(call.contract(), key.source()) ? new RecordAnswer(key.source(), key.id()) : null;
    }
}
