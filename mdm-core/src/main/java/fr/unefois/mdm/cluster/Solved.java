package fr.unefois.mdm.cluster;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.decide.Certified;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A component, solved as {@link Clusterer} does, with what happened on the way.
 *
 * @param part the records of the part around the one that was asked for, sorted by key; all, where it was not cut
 * @param clusters their keys, and the other parts'
 * @param joins in the order in which clusters joined; records that no floor could cut are together without any
 */
record Solved(List<StandardRecord> part, List<List<SourceKey>> clusters, List<Join> joins) {

    /** @param gain {@link Growth#JUDGED} where stewards joined them */
    record Join(List<SourceKey> left, List<SourceKey> right, int gain) {
        boolean separates(SourceKey a, SourceKey b) {
            return (left.contains(a) && right.contains(b)) || (left.contains(b) && right.contains(a));
        }
    }

    static Solved around(
            SourceKey key,
            Collection<StandardRecord> component,
            LinkageModel model,
            BlockingRules rules,
            Judgements judgements,
            Certified certified) {
        List<StandardRecord> records = new ArrayList<>(component);
        records.sort(Comparator.comparing(StandardRecord::key));
        if (records.size() <= Clusterer.LARGE) {
            return solve(records, model, judgements, certified);
        }
        Columns columns = Columns.of(records);
        if (Copies.of(columns, columns.positions().toArray(), judgements.records())
                        .count()
                > 0) {
            return alike(
                    key,
                    records,
                    new Clusterer(model, rules, Linkage.LIKELIHOOD, Scope.LINK_AND_DEDUPE).with(certified),
                    judgements);
        }
        Weighing weighing = model.over(columns);
        Cutting cutting = new Cutting(weighing, rules, judgements, Scope.LINK_AND_DEDUPE);
        List<SourceKey> keys = records.stream().map(StandardRecord::key).toList();
        List<StandardRecord> around = List.of();
        List<List<int[]>> parts = new ArrayList<>();
        List<Join> joins = new ArrayList<>();
        for (int[] part : cutting.parts()) {
            List<StandardRecord> members =
                    Arrays.stream(part).mapToObj(records::get).toList();
            Solved solved = solve(members, model, judgements, certified);
            parts.add(solved.clusters.stream()
                    .map(cluster -> cluster.stream()
                            .mapToInt(member -> Collections.binarySearch(keys, member))
                            .toArray())
                    .toList());
            joins.addAll(solved.joins);
            if (named(part, keys).contains(key)) {
                around = members;
            }
        }
        for (int[] whole : cutting.wholes()) {
            parts.add(List.of(whole));
            if (named(whole, keys).contains(key)) {
                around = Arrays.stream(whole).mapToObj(records::get).toList();
            }
        }
        Rejoining rejoining = new Rejoining(
                weighing,
                parts,
                new Apart(Scope.LINK_AND_DEDUPE, columns, judgements),
                certified,
                (left, right, gain) -> joins.add(new Join(named(left, keys), named(right, keys), gain)));
        rejoining.join(cutting.edges());
        List<List<SourceKey>> clusters = new ArrayList<>();
        rejoining.clusters().forEach(cluster -> clusters.add(named(cluster, keys)));
        return new Solved(around, clusters, joins);
    }

    /** Of a crowd of copies only the outcome is told. */
    private static Solved alike(
            SourceKey key, List<StandardRecord> records, Clusterer clusterer, Judgements judgements) {
        List<SourceKey> cluster = clusterer.partition(records, judgements).clusters().stream()
                .map(Cluster::members)
                .filter(members -> members.contains(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the component does not hold " + key));
        return new Solved(only(cluster, records), List.of(cluster), List.of());
    }

    private static Solved solve(
            List<StandardRecord> part, LinkageModel model, Judgements judgements, Certified certified) {
        List<SourceKey> keys = part.stream().map(StandardRecord::key).toList();
        List<Join> joins = new ArrayList<>();
        Agglomeration agglomeration = new Agglomeration(
                keys.size(),
                new Likelihood(EvidenceTable.of(model, part, certified)),
                new Constraints(keys, judgements, Scope.LINK_AND_DEDUPE),
                (left, right, gain) -> joins.add(new Join(named(left, keys), named(right, keys), gain)));
        agglomeration.join(model.thresholds());
        List<List<SourceKey>> clusters = new ArrayList<>();
        for (int[] cluster : agglomeration.clusters()) {
            clusters.add(named(cluster, keys));
        }
        return new Solved(part, clusters, joins);
    }

    /** The cluster of the record. */
    List<SourceKey> clusterOf(SourceKey key) {
        return clusters.stream()
                .filter(cluster -> cluster.contains(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the part does not hold " + key));
    }

    Optional<Join> joining(SourceKey a, SourceKey b) {
        return joins.stream().filter(join -> join.separates(a, b)).findFirst();
    }

    /** Those of the records that have the keys, in the records' order. */
    static List<StandardRecord> only(Collection<SourceKey> keys, Collection<StandardRecord> records) {
        Set<SourceKey> wanted = Set.copyOf(keys);
        return records.stream().filter(record -> wanted.contains(record.key())).toList();
    }

    private static List<SourceKey> named(int[] positions, List<SourceKey> keys) {
        List<SourceKey> named = new ArrayList<>();
        for (int position : positions) {
            named.add(keys.get(position));
        }
        return List.copyOf(named);
    }
}
