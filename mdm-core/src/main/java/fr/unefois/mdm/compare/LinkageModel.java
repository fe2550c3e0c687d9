package fr.unefois.mdm.compare;

import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The comparisons, their levels and weights, frequencies, priors and thresholds: all that makes a match weight.
 * Fellegi and Sunter's model with a third class: a pair is of one person, of two people of one household, or unrelated.
 * Immutable.
 */
public final class LinkageModel {
    private final Setting setting;
    private final Frequencies frequencies;
    private final int records;
    private final OperatingPoint point;
    private final List<Comparison> comparisons;
    private final int matchPrior;
    private final int householdPrior;
    private final String version;

    private LinkageModel(Setting setting, Frequencies frequencies, int records, OperatingPoint point) {
        this.setting = setting;
        this.frequencies = frequencies;
        this.records = records;
        this.point = point;
        Weights weights = setting.weights();
        comparisons = List.of(
                new FamilyNames(weights, frequencies),
                new GivenNames(weights, frequencies),
                new BirthDates(weights),
                new BirthPlaces(weights, frequencies),
                new Sexes(weights),
                new Addresses(weights, frequencies),
                new Phones(weights, frequencies),
                new Emails(weights, frequencies));
        matchPrior = Log2.of(setting.matches() / records);
        householdPrior = Log2.of(setting.households() / records);
        version = setting.name() + '-' + Long.toHexString(fingerprint());
    }

    /** The default French model, for a base of some tens of thousands of records, at the service's operating point. */
    public static LinkageModel french() {
        Setting shipped = Setting.shipped();
        return new LinkageModel(shipped, Frequencies.national(), shipped.records(), OperatingPoint.SAFE);
    }

    /** The default French model with what the section says otherwise; faults name the lines. */
    public static LinkageModel read(Section file) {
        Setting setting = Setting.shipped().overriddenBy(file);
        return new LinkageModel(setting, Frequencies.national(), setting.records(), OperatingPoint.SAFE);
    }

    public LinkageModel withFrequencies(Frequencies counted) {
        return new LinkageModel(setting, counted, records, point);
    }

    /** The same for a base of so many records: the more there are, the rarer is a match among their pairs. */
    public LinkageModel forRecords(int number) {
        return new LinkageModel(setting, frequencies, Math.max(2, number), point);
    }

    public LinkageModel at(OperatingPoint other) {
        return new LinkageModel(setting, frequencies, records, other);
    }

    /** The same with another threshold for links, in thousandths of a bit; review and floor give way below it. */
    public LinkageModel withMatchThreshold(int match) {
        return new LinkageModel(setting.with(point, match), frequencies, records, point);
    }

    /** A stable name of everything that decides a weight; two models of one version weigh every pair alike. */
    public String version() {
        return version;
    }

    public Thresholds thresholds() {
        return setting.thresholds(point);
    }

    /** log2 of the prior odds that a pair is of one person, in thousandths of a bit. */
    public int matchPrior() {
        return matchPrior;
    }

    /** log2 of the prior odds that a pair is of two people of one household, in thousandths of a bit. */
    public int householdPrior() {
        return householdPrior;
    }

    /** The comparisons' names, in the order of the evidence. */
    public List<String> comparisons() {
        return comparisons.stream().map(Comparison::name).toList();
    }

    /** How many true values a citizen may have of what the comparison compares. */
    public Comparison.Truths truths(int comparison) {
        return comparisons.get(comparison).truths();
    }

    /** What one comparison says of two records. */
    public Evidence compare(int comparison, StandardRecord left, StandardRecord right) {
        return comparisons.get(comparison).compare(left, right);
    }

    /** The pair with its evidence. Symmetric: the two orders give the same weights. */
    public ScoredPair score(StandardRecord left, StandardRecord right) {
        boolean inOrder = left.key().compareTo(right.key()) <= 0;
        SourceKey first = inOrder ? left.key() : right.key();
        SourceKey second = inOrder ? right.key() : left.key();
        List<Evidence> evidence = new ArrayList<>(comparisons.size());
        for (Comparison comparison : comparisons) {
            evidence.add(comparison.compare(left, right));
        }
        int same = evidence.stream().mapToInt(Evidence::weight).sum();
        int household = evidence.stream().mapToInt(Evidence::householdWeight).sum();
        return new ScoredPair(first, second, gain(same, household), evidence);
    }

    /** The weight that {@link #score} would give, without the evidence. */
    public int weight(StandardRecord left, StandardRecord right) {
        int same = 0;
        int household = 0;
        for (Comparison comparison : comparisons) {
            Evidence evidence = comparison.compare(left, right);
            same += evidence.weight();
            household += evidence.householdWeight();
        }
        return gain(same, household);
    }

    /**
     * log2 of the odds of one person against both alternatives, in thousandths of a bit: log2 π_m + Σ w_m − log2(1 +
     * π_h · 2^Σ w_h).
     */
    public int gain(int same, int household) {
        return matchPrior + same - Log2.onePlusPower(householdPrior + household);
    }

    private long fingerprint() {
        long hash = frequencies.fingerprint();
        for (Map.Entry<String, Level> level : setting.weights().levels().entrySet()) {
            hash = Fingerprint.then(hash, level.getKey());
            hash = Fingerprint.then(hash, level.getValue().weight());
            hash = Fingerprint.then(hash, level.getValue().household());
            hash = Fingerprint.then(hash, level.getValue().cap());
        }
        for (int number : new int[] {
            matchPrior,
            householdPrior,
            thresholds().match(),
            thresholds().review(),
            thresholds().floor()
        }) {
            hash = Fingerprint.then(hash, number);
        }
        return hash;
    }
}
