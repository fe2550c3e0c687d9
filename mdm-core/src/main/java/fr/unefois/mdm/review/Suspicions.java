package fr.unefois.mdm.review;

import fr.unefois.mdm.cluster.SpanningTree;
import fr.unefois.mdm.compare.EvidenceCode;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.standardise.VitalStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Looks at clusters that are linked, and may be wrong all the same. A steward who judged any pair between the two sides of
 * a suspicion is not asked again.
 */
public final class Suspicions {
    /** A citizen who is known everywhere, twice, with a few duplicates, has fewer records. */
    static final int LARGE = 50;

    /** In thousandths of a bit: a pair that weighs so much holds two groups of records together by itself. */
    static final int FIRM = 12_000;

    /** Each side of a bridge; a single record hangs by whatever it says. */
    private static final int GROUP = 2;

    private static final Set<String> NAMES = Set.of("familyName", "givenNames", "sex");

    private final Weighing weighing;
    private final Judgements judgements;
    private final List<String> comparisons;
    private final int dates;
    private final int sexes;

    public Suspicions(Weighing weighing, Judgements judgements) {
        this.weighing = weighing;
        this.judgements = judgements;
        this.comparisons = weighing.model().comparisons();
        this.dates = comparisons.indexOf("birthDate");
        this.sexes = comparisons.indexOf("sex");
    }

    /**
     * The first suspicion, in the order of {@link Reason}.
     *
     * @param members positions of one cluster's records, in key order
     * @param records what they say, in the members' order
     * @param tree what holds them together
     */
    public Optional<Suspicion> of(int[] members, List<CitizenRecord> records, SpanningTree tree) {
        if (members.length < 2) {
            return Optional.empty();
        }
        List<Doubt> doubts = new ArrayList<>();
        contradiction(Reason.BIRTH_DATES, dates, members).ifPresent(doubts::add);
        contradiction(Reason.SEXES, sexes, members).ifPresent(doubts::add);
        death(members, records).ifPresent(doubts::add);
        links(members, tree, doubts);
        return doubts.stream()
                .filter(doubt -> !judged(doubt, members))
                .findFirst()
                .map(doubt -> new Suspicion(doubt.reason, weighing.score(doubt.left, doubt.right)));
    }

    /** @param ofLeft which of the members are on the left one's side; the others are on the right one's */
    private record Doubt(Reason reason, int left, int right, IntPredicate ofLeft) {}

    private boolean judged(Doubt doubt, int[] members) {
        return !judgements.all().isEmpty()
                && IntStream.of(members)
                        .filter(doubt.ofLeft)
                        .anyMatch(left -> IntStream.of(members)
                                .filter(doubt.ofLeft.negate())
                                .anyMatch(right -> judgements
                                        .verdict(
                                                weighing.columns().key(left),
                                                weighing.columns().key(right))
                                        .isPresent()));
    }

    /** The pair that one comparison speaks against the most: so much that the model would ask before it linked them. */
    private Optional<Doubt> contradiction(Reason reason, int comparison, int[] members) {
        int least = weighing.model().thresholds().objection();
        Doubt worst = null;
        for (int i = 0; i < members.length; i++) {
            for (int j = i + 1; j < members.length; j++) {
                int left = members[i];
                int weight = weight(comparison, left, members[j]);
                if (worst == null ? weight <= least : weight < least) {
                    least = weight;
                    worst = new Doubt(
                            reason, left, members[j], member -> member == left || weight(comparison, left, member) > 0);
                }
            }
        }
        return Optional.ofNullable(worst);
    }

    private int weight(int comparison, int left, int right) {
        return EvidenceCode.weight(weighing.compare(comparison, left, right));
    }

    /** What a source still knew of somebody before they died contradicts nothing. */
    private static Optional<Doubt> death(int[] members, List<CitizenRecord> records) {
        for (int dead = 0; dead < members.length; dead++) {
            Optional<Instant> death = VitalStatus.deadSince(records.get(dead));
            for (int alive = 0; death.isPresent() && alive < members.length; alive++) {
                Instant asOf = records.get(alive).asOf();
                boolean after = asOf != null && asOf.isAfter(death.get());
                if (after && !VitalStatus.isDead(records.get(alive))) {
                    int left = members[Math.min(dead, alive)];
                    return Optional.of(new Doubt(Reason.DEATH, left, members[Math.max(dead, alive)], m -> m == left));
                }
            }
        }
        return Optional.empty();
    }

    private void links(int[] members, SpanningTree tree, List<Doubt> doubts) {
        SpanningTree.Edge weakest = tree.weakest().orElseThrow();
        if (namesAlone(weakest.left(), weakest.right())) {
            doubts.add(doubt(Reason.NAMESAKES, weakest, tree));
        }
        tree.edges().stream()
                .filter(edge -> edge.weight() < FIRM && isBridge(edge, tree, members))
                .min(Comparator.comparingInt(SpanningTree.Edge::weight))
                .ifPresent(edge -> doubts.add(doubt(Reason.BRIDGE, edge, tree)));
        if (members.length > LARGE) {
            doubts.add(doubt(Reason.LARGE, weakest, tree));
        }
    }

    private static Doubt doubt(Reason reason, SpanningTree.Edge edge, SpanningTree tree) {
        return new Doubt(
                reason,
                Math.min(edge.left(), edge.right()),
                Math.max(edge.left(), edge.right()),
                tree.side(edge, Math.min(edge.left(), edge.right())));
    }

    /** Whether no other pair between the two sides speaks for one person. */
    private boolean isBridge(SpanningTree.Edge edge, SpanningTree tree, int[] members) {
        IntPredicate ofLeft = tree.side(edge, edge.left());
        int[] left = IntStream.of(members).filter(ofLeft).toArray();
        int[] right = IntStream.of(members).filter(ofLeft.negate()).toArray();
        int floor = weighing.model().thresholds().floor();
        return left.length >= GROUP
                && right.length >= GROUP
                && IntStream.of(left)
                                .mapToLong(i -> IntStream.of(right)
                                        .filter(j -> weighing.weight(i, j) >= floor)
                                        .count())
                                .sum()
                        <= 1;
    }

    private boolean namesAlone(int left, int right) {
        for (int comparison = 0; comparison < comparisons.size(); comparison++) {
            long evidence = weighing.compare(comparison, left, right);
            boolean names = NAMES.contains(comparisons.get(comparison));
            boolean year = comparison == dates
                    && !EvidenceCode.isMissing(evidence)
                    && weighing.evidence(comparison, left, right).level().equals("year");
            if (!names && !year && EvidenceCode.weight(evidence) > 0) {
                return false;
            }
        }
        return true;
    }
}
