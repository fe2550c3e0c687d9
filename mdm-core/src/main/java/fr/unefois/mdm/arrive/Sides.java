package fr.unefois.mdm.arrive;

import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Two sets of records that a steward puts together, or apart; neither is empty. */
record Sides(List<StoredRecord> left, List<StoredRecord> right) {
    /** Each record of one side with each of the other. */
    Stream<Base.Pair> pairs() {
        return left.stream()
                .flatMap(one -> right.stream()
                        .map(other ->
                                new Base.Pair(one.record().key(), other.record().key())));
    }

    /** What was judged so of a record of the one side and one of the other. */
    List<Judgement> told(Base.Session session, Verdict verdict) {
        List<SourceKey> keys = new ArrayList<>();
        left.forEach(one -> keys.add(one.record().key()));
        right.forEach(one -> keys.add(one.record().key()));
        List<SourceKey> ours = keys.subList(0, left.size());
        return session.judgements(keys).all().stream()
                .filter(judgement -> judgement.verdict() == verdict)
                .filter(judgement -> ours.contains(judgement.left()) != ours.contains(judgement.right()))
                .sorted(Comparator.comparing(Judgement::left).thenComparing(Judgement::right))
                .toList();
    }

    Base.Pair likeliest(Walk walk) {
        Map<SourceKey, StandardRecord> standards = new HashMap<>();
        Stream.concat(left.stream(), right.stream())
                .forEach(one -> standards.put(
                        one.record().key(),
                        walk.standardiser().standardise(one.record()).record()));
        return pairs().min(Comparator.<Base.Pair>comparingInt(pair -> -walk.model()
                                .score(
                                        Objects.requireNonNull(standards.get(pair.left())),
                                        Objects.requireNonNull(standards.get(pair.right())))
                                .weight())
                        .thenComparing(Base.Pair::left)
                        .thenComparing(Base.Pair::right))
                .orElseThrow();
    }
}
