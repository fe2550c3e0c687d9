package fr.unefois.mdm.compare;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AttributeType;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
    private final Thresholds thresholds;
    private final boolean[] personal;
    private final String version;

    private LinkageModel(Setting setting, Frequencies frequencies, int records, OperatingPoint point) {
        this.setting = setting;
        this.frequencies = frequencies;
        this.records = records;
        this.point = point;
        Weights weights = setting.weights();
        List<Comparison> all = new ArrayList<>(List.of(
                new FamilyNames(weights, frequencies),
                new GivenNames(weights, frequencies),
                new BirthDates(weights),
                new BirthPlaces(weights, frequencies),
                new Sexes(weights),
                new Addresses(weights, frequencies),
                new Phones(weights, frequencies),
                new Emails(weights, frequencies)));
        setting.attributes().forEach((attribute, type) -> all.add(new Others(attribute, type, weights, frequencies)));
        comparisons = List.copyOf(all);
        thresholds = setting.thresholds(point);
        personal = new boolean[comparisons.size()];
        for (int comparison = 0; comparison < personal.length; comparison++) {
            personal[comparison] = comparisons.get(comparison).personal();
        }
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

    /** The text of a model's file, frequencies left aside; {@link #read} gives the same weights back. */
    public String text() {
        return ModelFile.text(setting, records);
    }

    /** How frequent values are; {@link Frequencies#national} where nothing was counted. */
    public Frequencies frequencies() {
        return frequencies;
    }

    public LinkageModel withFrequencies(Frequencies counted) {
        return new LinkageModel(setting, counted, records, point);
    }

    /** The same with attributes that a site or a file added, compared by their types. */
    public LinkageModel withAttributes(Map<Attribute, AttributeType> more) {
        return new LinkageModel(setting.with(more), frequencies, records, point);
    }

    /** The same for a base of so many records: the more there are, the rarer is a match among their pairs. */
    public LinkageModel forRecords(int number) {
        return new LinkageModel(setting, frequencies, Math.max(2, number), point);
    }

    /**
     * The same for a base that has grown to so many records, where the site's file does not say for how many its model is.
     * Never for fewer than it is for: in a small base it only asks more often than it would have to.
     */
    public LinkageModel grownTo(int number) {
        return setting.sized() || number <= records ? this : forRecords(number);
    }

    public LinkageModel at(OperatingPoint other) {
        return new LinkageModel(setting, frequencies, records, other);
    }

    /** The same with another threshold for links, in thousandths of a bit; review and floor give way below it. */
    public LinkageModel withMatchThreshold(int match) {
        return new LinkageModel(setting.with(point, match), frequencies, records, point);
    }

    /** Under which rules two records become candidates. */
    public BlockingRules rules() {
        return setting.rules();
    }

    /** The same with other blocking rules. */
    public LinkageModel withRules(BlockingRules other) {
        return new LinkageModel(setting.with(other), frequencies, records, point);
    }

    /** A stable name of everything that decides a weight; two models of one version weigh every pair alike. */
    public String version() {
        return version;
    }

    public Thresholds thresholds() {
        return thresholds;
    }

    /** For a base of how many records its priors are. */
    public int records() {
        return records;
    }

    /** How many others of its household a record has on average, by the prior. */
    public double households() {
        return setting.households();
    }

    /** How many others of the same person a record has on average, by the prior. */
    public double matches() {
        return setting.matches();
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

    /** The outcomes of one comparison, a missing value aside, in a stable order. */
    public List<Outcome> outcomes(int comparison) {
        return setting.weights().levels(comparisons.get(comparison).name()).stream()
                .map(Level::outcome)
                .toList();
    }

    /**
     * One outcome of a comparison, with its shares among the pairs where both records have a value.
     *
     * @param m its share of pairs of one person; 0 where its weights are not to be learned
     * @param h its share of pairs of two people of one household
     * @param u its share of pairs of unrelated people
     */
    public record Outcome(String level, double m, double h, double u) {}

    /**
     * The same with what was learned.
     *
     * @param matches the number of others of the same person that a record has on average: the odds of a
     *     pair are this by the number of records
     * @param households likewise of the household
     * @param learned by comparison, in the order of {@link #outcomes}
     */
    public LinkageModel learned(double matches, double households, List<List<Outcome>> learned) {
        Map<String, Outcome> byKey = new HashMap<>();
        for (int c = 0; c < learned.size(); c++) {
            for (Outcome outcome : learned.get(c)) {
                byKey.put(comparisons.get(c).name() + "." + outcome.level(), outcome);
            }
        }
        Weights weights = setting.weights().map(level -> {
            Outcome outcome = byKey.get(level.comparison() + "." + level.name());
            return outcome == null || outcome.m() == 0 ? level : level.learned(outcome.m(), outcome.h(), outcome.u());
        });
        return new LinkageModel(
                setting.with(setting.name(), matches, households, weights), frequencies, records, point);
    }

    /** log2(m/u) of one outcome in thousandths of a bit, where nothing is known of a value's frequency. */
    public int weight(int comparison, String level) {
        return setting.weights()
                .level(comparisons.get(comparison).name(), level)
                .weight();
    }

    /** log2(h/u), likewise. */
    public int householdWeight(int comparison, String level) {
        return setting.weights()
                .level(comparisons.get(comparison).name(), level)
                .household();
    }

    /** How many true values a citizen may have of what the comparison compares. */
    public Comparison.Truths truths(int comparison) {
        return comparisons.get(comparison).truths();
    }

    /** Whether what a comparison says, of two records or of two clusters, keeps a steward's question open. */
    public boolean objects(int comparison, int weight) {
        return weight <= thresholds.objection() && personal[comparison];
    }

    /** The first comparison that objects to the pair, whatever the others say; empty where none does. */
    public Optional<String> objection(ScoredPair pair) {
        return IntStream.range(0, pair.evidence().size())
                .filter(comparison ->
                        objects(comparison, pair.evidence().get(comparison).weight()))
                .mapToObj(comparison -> comparisons.get(comparison).name())
                .findFirst();
    }

    /** The model over records in columns. */
    public Weighing over(Columns columns) {
        return new Weighing(this, comparisons, columns);
    }

    /** What one comparison says of two records. */
    public Evidence compare(int comparison, StandardRecord left, StandardRecord right) {
        return over(Columns.of(List.of(left, right))).evidence(comparison, 0, 1);
    }

    /** The weight that {@link #score} would give, without the evidence. */
    public int weight(StandardRecord left, StandardRecord right) {
        return over(Columns.of(List.of(left, right))).weight(0, 1);
    }

    /** The pair with its evidence. Symmetric: the two orders give the same weights. */
    public ScoredPair score(StandardRecord left, StandardRecord right) {
        return over(Columns.of(List.of(left, right))).score(0, 1);
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
        for (Level level : setting.weights().levels()) {
            hash = Fingerprint.then(Fingerprint.then(hash, level.comparison()), level.name());
            hash = Fingerprint.then(hash, level.weight());
            hash = Fingerprint.then(hash, level.household());
            hash = Fingerprint.then(hash, level.surprise());
            hash = Fingerprint.then(hash, level.cap());
        }
        for (Map.Entry<Attribute, AttributeType> one : setting.attributes().entrySet()) {
            hash = Fingerprint.then(
                    Fingerprint.then(hash, one.getKey().name()), one.getValue().name());
        }
        hash = Fingerprint.then(hash, setting.rules().fingerprint());
        for (int number : new int[] {
            matchPrior,
            householdPrior,
            thresholds().match(),
            thresholds().review(),
            thresholds().objection(),
            thresholds().rival(),
            thresholds().floor()
        }) {
            hash = Fingerprint.then(hash, number);
        }
        return hash;
    }
}
