package fr.unefois.mdm.cluster;

import fr.unefois.mdm.compare.Comparison.Truths;
import fr.unefois.mdm.compare.Thresholds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The gain in log-likelihood when two clusters become one person: of each field the person has one true value, or two,
 * each shown by one of the records, its centre, and every other record is a copy of the nearer centre.
 *
 * <pre>
 * S_f(C)     = max over centres v in C of Σ w_f(v, x)
 * gain(A, B) = log2 π_m + Σ_f max(−22, S_f(A∪B) − S_f(A) − S_f(B)) − log2(1 + π_h · 2^Σ w_h(A, B))
 * </pre>
 *
 * A second centre pays what it weighs against the first. A union that a personal field objects to stays below the
 * threshold for links, however much the others say for it: twins have all but the given name in common. Of the household's alternative each field counts by its most
 * telling pair: people of one household show it once.
 */
final class Likelihood implements Gain {
    private static final int WORST = -22_000;
    /**
     * A second name that differs is as good as one that is alike where a difference is no news: where it speaks against
     * one person by no more than this, which is where records of one person differ half as often as strangers' do.
     */
    private static final int NO_NEWS = -1_000;
    /** No record of a cluster says anything of the field. */
    private static final int UNTOLD = Integer.MIN_VALUE;
    /** Of larger clusters the second centre is sought beside the best first one only. */
    private static final int EXHAUSTIVE = 12;

    private final EvidenceTable table;
    private final List<String> names;
    private final Thresholds thresholds;
    private final int hopeless;
    /** By cluster, which is the same array as long as it lasts, and by field. */
    private final IdentityHashMap<int[], int[]> supports = new IdentityHashMap<>();

    Likelihood(EvidenceTable table) {
        this.table = table;
        this.names = table.model().comparisons();
        this.thresholds = table.model().thresholds();
        this.hopeless = Math.min(TWO_PEOPLE, thresholds.review() - thresholds.rival());
    }

    /** Those that say anything of the field: what a record does not say contradicts nothing, and agrees with nothing. */
    private int[] telling(int field, int[] cluster) {
        int count = 0;
        for (int x : cluster) {
            count += table.told(field, x) ? 1 : 0;
        }
        if (count == cluster.length) {
            return cluster;
        }
        int[] telling = new int[count];
        int at = 0;
        for (int x : cluster) {
            if (table.told(field, x)) {
                telling[at++] = x;
            }
        }
        return telling;
    }

    @Override
    public int gain(int[] a, int[] b) {
        if (a.length == 1 && b.length == 1) {
            return gain(a[0], b[0]);
        }
        int[] closest = new int[table.fields()];
        int most = table.model().matchPrior();
        for (int field = 0; field < table.fields(); field++) {
            closest[field] = closest(field, a, b);
            most += closest[field] == UNTOLD ? 0 : Math.max(WORST, closest[field]);
        }
        if (most < hopeless) {
            return most;
        }
        int[] both = merged(a, b);
        int same = 0;
        int household = 0;
        boolean objected = false;
        for (int field = 0; field < table.fields(); field++) {
            if (closest[field] != UNTOLD) {
                int part = same(field, a, b, both, closest[field]);
                same += part;
                household += household(field, a, b);
                objected |= table.model().objects(field, part);
            }
        }
        return gain(same, household, objected || table.contradicted(a, b));
    }

    /** Of two records: each field says what it weighs. */
    private int gain(int i, int j) {
        int same = 0;
        int household = 0;
        boolean objected = false;
        for (int field = 0; field < table.fields(); field++) {
            int part = Math.max(WORST, table.same(field, i, j));
            same += part;
            household += table.household(field, i, j);
            objected |= table.model().objects(field, part);
        }
        return gain(same, household, objected || table.contradicted(i, j));
    }

    private int gain(int same, int household, boolean objected) {
        int gain = table.model().gain(same, household);
        return objected ? Math.min(gain, thresholds.match() - 1) : gain;
    }

    @Override
    public boolean objects(int[] a, int[] b) {
        if (table.contradicted(a, b)) {
            return true;
        }
        int[] both = merged(a, b);
        for (int field = 0; field < table.fields(); field++) {
            if (tell(field, a, b) && table.model().objects(field, same(field, a, b, both, closest(field, a, b)))) {
                return true;
            }
        }
        return false;
    }

    /** The same gain, comparison by comparison. */
    Union union(int[] a, int[] b) {
        int[] both = merged(a, b);
        List<Union.Part> parts = new ArrayList<>();
        String objection = null;
        int same = 0;
        int household = 0;
        for (int field = 0; field < table.fields(); field++) {
            Union.Part part = part(field, a, b, both);
            parts.add(part);
            same += part.same();
            household += part.household();
            if (objection == null && table.model().objects(field, part.same())) {
                objection = part.comparison();
            }
        }
        int contradiction = table.contradiction(a, b);
        if (contradiction != Contradicted.NOWHERE) {
            objection = names.get(contradiction);
        }
        int gain = table.model().gain(same, household);
        int prior = table.model().matchPrior();
        return new Union(prior, parts, gain - prior - same, gain, Optional.ofNullable(objection));
    }

    private Union.Part part(int field, int[] a, int[] b, int[] both) {
        String name = names.get(field);
        return tell(field, a, b)
                ? new Union.Part(name, same(field, a, b, both, closest(field, a, b)), household(field, a, b))
                : new Union.Part(name, 0, 0);
    }

    /** Whether both clusters say anything of the field. */
    private boolean tell(int field, int[] a, int[] b) {
        return supports(a)[field] != UNTOLD && supports(b)[field] != UNTOLD;
    }

    private int same(int field, int[] a, int[] b, int[] both, int closest) {
        int agreement = support(field, telling(field, both)) - supports(a)[field] - supports(b)[field];
        return Math.max(WORST, Math.min(agreement, closest));
    }

    private int[] supports(int[] cluster) {
        int[] known = supports.get(cluster);
        if (known != null) {
            return known;
        }
        int[] byField = new int[table.fields()];
        for (int field = 0; field < byField.length; field++) {
            int[] telling = telling(field, cluster);
            byField[field] = telling.length == 0 ? UNTOLD : support(field, telling);
        }
        supports.put(cluster, byField);
        return byField;
    }

    static int[] merged(int[] a, int[] b) {
        int[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        Arrays.sort(both);
        return both;
    }

    /** S_f: how well the records of one cluster agree on the field. */
    private int support(int field, int[] cluster) {
        if (cluster.length < 2) {
            return 0;
        }
        int[] same = table.same(field);
        int best = Integer.MIN_VALUE;
        int centre = 0;
        for (int v : cluster) {
            int sum = 0;
            for (int x : cluster) {
                sum += same[v * table.size() + x];
            }
            if (sum > best) {
                best = sum;
                centre = v;
            }
        }
        Truths truths = table.model().truths(field);
        if (truths == Truths.ONE || cluster.length < 3) {
            return best;
        }
        for (int v : cluster) {
            if (cluster.length <= EXHAUSTIVE || v == centre) {
                for (int w : cluster) {
                    // Which of the two is called the first does not matter.
                    boolean other = cluster.length <= EXHAUSTIVE ? w > v : w != v;
                    if (other && (truths == Truths.TWO || same[v * table.size() + w] >= NO_NEWS)) {
                        best = Math.max(best, support(same, cluster, v, w));
                    }
                }
            }
        }
        return best;
    }

    private int support(int[] same, int[] cluster, int v, int w) {
        int ofV = v * table.size();
        int ofW = w * table.size();
        int sum = same[ofV + w];
        for (int x : cluster) {
            if (x != v && x != w) {
                sum += Math.max(same[ofV + x], same[ofW + x]);
            }
        }
        return sum;
    }

    /** No union says more for itself than its best pair: a rarer value elsewhere in a cluster is no news. */
    private int closest(int field, int[] a, int[] b) {
        int most = UNTOLD;
        for (int i : a) {
            for (int j : b) {
                if (table.told(field, i) && table.told(field, j)) {
                    most = Math.max(most, table.same(field, i, j));
                }
            }
        }
        return most;
    }

    private int household(int field, int[] a, int[] b) {
        int most = Integer.MIN_VALUE;
        for (int i : a) {
            for (int j : b) {
                if (table.told(field, i) && table.told(field, j)) {
                    most = Math.max(most, table.household(field, i, j));
                }
            }
        }
        return most;
    }
}
