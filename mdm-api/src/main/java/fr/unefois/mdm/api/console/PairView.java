package fr.unefois.mdm.api.console;

import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.value.Texts;
import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.Walks;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Value;
import fr.unefois.mdm.review.Reason;
import fr.unefois.mdm.store.Reviews.Review;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A pair as a steward sees it: the two records' own words, side by side, with the evidence. */
@Component
class PairView {
    /** Stands where an address would: it can be compared without being shown. */
    private static final String SECRET = "•••";

    private final Gate gate;
    private final Base base;
    private final Walks walks;

    PairView(Gate gate, Base base, Walks walks) {
        this.gate = gate;
        this.base = base;
        this.walks = walks;
    }

    /** @param left the source's name and the record's id; null where the steward may not know them */
    record Line(
            UUID id, @Nullable String left, @Nullable String right, Reason reason, String bits, String probability) {}

    /**
     * @param waiting how many more questions about the two come after this one
     * @param objection the comparison that has a steward asked although the weight would link; null where none does
     * @param rivalled whether a steward is asked because somebody else fits nearly as well
     */
    record Pair(
            UUID id,
            int version,
            @Nullable String left,
            @Nullable String right,
            List<Compared> values,
            EvidenceBars bars,
            Reason reason,
            int waiting,
            @Nullable String objection,
            boolean rivalled) {}

    /** One attribute of both records. */
    record Compared(String attribute, List<String> left, List<String> right, boolean differs) {
        @Override
        public String toString() {
            return "Compared[" + attribute + "]";
        }
    }

    Line line(Call call, Review review) {
        EvidenceBars bars = EvidenceBars.of(review.task().pair());
        return new Line(
                review.task().id(),
                name(call, review.task().pair().left()),
                name(call, review.task().pair().right()),
                review.task().reason(),
                bars.total(),
                bars.probability());
    }

    /** What a steward's contract lets them read, in the usual order. */
    List<Attribute> attributes(Call call) {
        return Attribute.CANONICAL.stream()
                .filter(call.contract().readable()::contains)
                .toList();
    }

    Pair pair(Call call, Review review) {
        SourceKey leftKey = review.task().pair().left();
        SourceKey rightKey = review.task().pair().right();
        Optional<Side> left = side(leftKey);
        Optional<Side> right = side(rightKey);
        boolean secret = Stream.of(left, right).flatMap(Optional::stream).anyMatch(Side::secret);
        List<Compared> values = new ArrayList<>();
        for (Attribute attribute : attributes(call)) {
            List<String> ours = texts(left, attribute, secret);
            List<String> theirs = texts(right, attribute, secret);
            if (!ours.isEmpty() || !theirs.isEmpty()) {
                boolean differs = !ours.isEmpty() && !theirs.isEmpty() && !ours.equals(theirs);
                values.add(new Compared(attribute.name(), ours, theirs, differs));
            }
        }
        return new Pair(
                review.task().id(),
                review.version(),
                name(call, leftKey),
                name(call, rightKey),
                values,
                EvidenceBars.of(review.task().pair()),
                review.task().reason(),
                review.task().waiting(),
                review.task().reason() == Reason.DOUBT ? objection(review.task().pair()) : null,
                review.task().reason() == Reason.DOUBT
                        && links(review.task().pair())
                        && model().objection(review.task().pair()).isEmpty());
    }

    private LinkageModel model() {
        return walks.inForce().walk().model();
    }

    private boolean links(ScoredPair pair) {
        return pair.weight() >= model().thresholds().match();
    }

    private @Nullable String objection(ScoredPair pair) {
        return links(pair) ? model().objection(pair).orElse(null) : null;
    }

    /** @param secret whether where the citizen lives is a secret, whoever of their sources says so */
    private record Side(CitizenRecord record, boolean secret) {}

    private Optional<Side> side(SourceKey key) {
        return base.read(session -> session.record(key)
                .map(stored -> new Side(
                        stored.record(),
                        stored.record().hasSecretAddress()
                                || (stored.ref() != null
                                        && session.citizens(List.of(stored.ref())).values().stream()
                                                .anyMatch(citizen ->
                                                        citizen.golden().hasSecretAddress())))));
    }

    private static List<String> texts(Optional<Side> side, Attribute attribute, boolean secret) {
        List<Value> values = side.map(known -> known.record().values(attribute)).orElse(List.of());
        if (attribute.equals(Attribute.ADDRESSES) && secret) {
            return values.isEmpty() ? List.of() : List.of(SECRET);
        }
        return attribute.equals(Attribute.GIVEN_NAMES) && !values.isEmpty()
                ? List.of(Texts.of(values))
                : values.stream().map(value -> Texts.of(List.of(value))).toList();
    }

    private @Nullable String name(Call call, SourceKey key) {
        return gate.policy().mayKnow(call.contract(), key.source()) ? key.toString() : null;
    }
}
