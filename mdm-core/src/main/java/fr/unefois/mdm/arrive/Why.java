package fr.unefois.mdm.arrive;

import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Why a citizen's records are together.
 *
 * @param records in key order
 * @param links the pairs that speak for one person, with their evidence, the strongest first
 * @param judgements what stewards said of two of the records
 */
public record Why(List<SourceKey> records, List<ScoredPair> links, List<Judgement> judgements) {
    /** Nobody reads more, and a cluster of a hundred records has thousands. */
    private static final int MOST = 200;

    /** Empty where the reference carries no citizen. */
    public static Optional<Why> of(UUID ref, Base base, Walk walk) {
        return base.read(session -> {
            List<StoredRecord> stored = session.records(ref);
            List<SourceKey> keys =
                    stored.stream().map(one -> one.record().key()).toList();
            return stored.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Why(keys, links(stored, walk), inOrder(session.judgements(keys))));
        });
    }

    private static List<ScoredPair> links(List<StoredRecord> stored, Walk walk) {
        Columns columns = Columns.of(stored.stream()
                .map(one -> walk.standardiser().standardise(one.record()).record())
                .toList());
        Weighed weighed = Weighed.of(columns, walk);
        Map<SourceKey, Integer> positions = new HashMap<>();
        columns.positions().forEach(position -> positions.put(columns.key(position), position));
        return Links.of(weighed, columns.positions().toArray()).edges().stream()
                .sorted(Comparator.comparingInt((Resolution.Edge edge) -> -edge.weight())
                        .thenComparing(Resolution.Edge::left)
                        .thenComparing(Resolution.Edge::right))
                .limit(MOST)
                .map(edge -> weighed.weighing()
                        .score(
                                Objects.requireNonNull(positions.get(edge.left())),
                                Objects.requireNonNull(positions.get(edge.right()))))
                .toList();
    }

    private static List<Judgement> inOrder(Judgements judgements) {
        return judgements.all().stream()
                .sorted(Comparator.comparing(Judgement::left).thenComparing(Judgement::right))
                .toList();
    }
}
