package fr.unefois.mdm.cluster;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.cluster.ClusterStory.Ending;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.decide.Certified;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells how clusters came to be: solves components again, and listens. */
public final class ClusterStories {
    /** So many records are looked at two by two, and no more. */
    private static final int MANY = 2 * Clusterer.LARGE;

    private final LinkageModel model;
    private final BlockingRules rules;
    private final Certified certified;

    public ClusterStories(LinkageModel model, BlockingRules rules) {
        this(model, rules, Certified.none());
    }

    public ClusterStories(LinkageModel model, BlockingRules rules, Certified certified) {
        this.model = model;
        this.rules = rules;
        this.certified = certified;
    }

    /**
     * What became of records {@code a} and {@code b}.
     *
     * @param ours the component of {@code a}
     * @param theirs the component of {@code b}; the same, where one holds both
     */
    public ClusterStory between(
            SourceKey a,
            SourceKey b,
            Collection<StandardRecord> ours,
            Collection<StandardRecord> theirs,
            Judgements judgements) {
        boolean connected = ours.stream().anyMatch(record -> record.key().equals(b));
        int records = ours.size() + (connected ? 0 : theirs.size());
        Solved left = Solved.around(a, ours, model, rules, judgements, certified);
        boolean onePart = left.part().stream().anyMatch(record -> record.key().equals(b));
        Solved right = onePart ? left : Solved.around(b, theirs, model, rules, judgements, certified);
        if (left.clusterOf(a).contains(b)) {
            return together(a, b, ours, left, judgements);
        }
        List<SourceKey> one = left.clusterOf(a);
        List<SourceKey> other = right.clusterOf(b);
        List<StandardRecord> both = new ArrayList<>(Solved.only(one, ours));
        both.addAll(Solved.only(other, connected ? ours : theirs));
        boolean forbidden = judgements(one, other, judgements).stream()
                .anyMatch(judgement -> judgement.verdict() == Judgement.Verdict.DIFFERENT);
        Ending ending = forbidden
                ? Ending.FORBIDDEN
                : onePart ? Ending.APART : connected ? Ending.CUT_APART : Ending.UNCONNECTED;
        List<StandardRecord> way = onePart ? left.part() : both;
        return rivalled(story(ending, records, one, other, path(a, b, way), both, judgements));
    }

    /** What gains enough and is in two all the same, nothing objecting, has a rival. */
    private ClusterStory rivalled(ClusterStory story) {
        Union union = story.union();
        boolean gains = union != null
                && union.gain() >= model.thresholds().match()
                && union.objection().isEmpty();
        return story.ending() == Ending.APART && gains ? story.ending(Ending.RIVALLED) : story;
    }

    /** Which two sides of the record's cluster joined with the least gain; empty where it is alone, or cannot be cut. */
    public Optional<ClusterStory> weakest(SourceKey key, Collection<StandardRecord> component, Judgements judgements) {
        Solved solved = Solved.around(key, component, model, rules, judgements, certified);
        List<SourceKey> cluster = solved.clusterOf(key);
        return solved.joins().stream()
                .filter(join -> cluster.containsAll(join.left()))
                .min(Comparator.comparingInt(Solved.Join::gain))
                .flatMap(join -> strongest(Solved.only(join.left(), component), Solved.only(join.right(), component)))
                .map(pair -> together(pair.left(), pair.right(), component, solved, judgements));
    }

    /** The strongest pair between the two sides, ties by key; empty where a side is. */
    public Optional<ScoredPair> strongest(Collection<StandardRecord> left, Collection<StandardRecord> right) {
        return left.stream()
                .flatMap(one -> right.stream().map(other -> model.score(one, other)))
                .min(Comparator.comparingInt(ScoredPair::weight)
                        .reversed()
                        .thenComparing(ScoredPair::left)
                        .thenComparing(ScoredPair::right));
    }

    private ClusterStory together(
            SourceKey a, SourceKey b, Collection<StandardRecord> component, Solved solved, Judgements judgements) {
        int records = component.size();
        Solved.Join join = solved.joining(a, b).orElse(null);
        if (join == null) {
            return new ClusterStory(Ending.ALIKE, records, solved.clusterOf(a), List.of(), List.of(), null, List.of());
        }
        List<SourceKey> one = join.left().contains(a) ? join.left() : join.right();
        List<SourceKey> other = join.left().contains(a) ? join.right() : join.left();
        List<StandardRecord> cluster = Solved.only(solved.clusterOf(a), component);
        Ending ending = join.gain() == Growth.JUDGED ? Ending.JUDGED_SAME : Ending.JOINED;
        return story(ending, records, one, other, path(a, b, cluster), cluster, judgements);
    }

    private ClusterStory story(
            Ending ending,
            int records,
            List<SourceKey> one,
            List<SourceKey> other,
            List<ScoredPair> path,
            List<StandardRecord> members,
            Judgements judgements) {
        return new ClusterStory(
                ending, records, one, other, path, union(one, other, members), judgements(one, other, judgements));
    }

    private @Nullable Union union(List<SourceKey> one, List<SourceKey> other, List<StandardRecord> records) {
        if (one.size() + other.size() > MANY) {
            return null;
        }
        List<StandardRecord> members = new ArrayList<>(Solved.only(one, records));
        int border = members.size();
        members.addAll(Solved.only(other, records));
        int[] left = new int[border];
        int[] right = new int[members.size() - border];
        for (int i = 0; i < members.size(); i++) {
            if (i < border) {
                left[i] = i;
            } else {
                right[i - border] = i;
            }
        }
        return new Likelihood(EvidenceTable.of(model, members, certified)).union(left, right);
    }

    private List<ScoredPair> path(SourceKey a, SourceKey b, List<StandardRecord> records) {
        return records.size() > MANY ? List.of() : Path.between(a, b, records, model);
    }

    private static List<Judgement> judgements(List<SourceKey> one, List<SourceKey> other, Judgements judgements) {
        return judgements.all().stream()
                .filter(judgement -> (one.contains(judgement.left()) && other.contains(judgement.right()))
                        || (other.contains(judgement.left()) && one.contains(judgement.right())))
                .sorted(Comparator.comparing(Judgement::left).thenComparing(Judgement::right))
                .toList();
    }
}
