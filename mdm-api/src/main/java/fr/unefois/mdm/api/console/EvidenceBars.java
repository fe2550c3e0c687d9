package fr.unefois.mdm.api.console;

import fr.unefois.mdm.compare.Evidence;
import fr.unefois.mdm.compare.ScoredPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The evidence of a pair as a waterfall: each bar begins where the one before ended. Lengths are per cent of the width.
 *
 * @param total the match weight in bits
 * @param zero where 0 bits is
 */
public record EvidenceBars(List<Bar> bars, String total, String probability, double zero, double end) {
    /** The step that no comparison makes: the prior, and the alternative of two people of one household. */
    public static final String START = "start";

    /** @param bits with its sign */
    public record Bar(String comparison, String level, String bits, double from, double width, boolean speaksFor) {}

    public EvidenceBars {
        bars = List.copyOf(bars);
    }

    /** Comparisons that say nothing are left out. */
    public static EvidenceBars of(ScoredPair pair) {
        List<Evidence> steps = new ArrayList<>();
        int said = pair.evidence().stream().mapToInt(Evidence::weight).sum();
        steps.add(new Evidence(START, START, pair.weight() - said, 0));
        pair.evidence().stream().filter(line -> line.weight() != 0).forEach(steps::add);
        int low = 0;
        int high = 0;
        int sum = 0;
        for (Evidence step : steps) {
            sum += step.weight();
            low = Math.min(low, sum);
            high = Math.max(high, sum);
        }
        double scale = 100.0 / Math.max(1, high - low);
        List<Bar> bars = new ArrayList<>();
        int at = 0;
        for (Evidence step : steps) {
            int next = at + step.weight();
            bars.add(new Bar(
                    step.comparison(),
                    step.level(),
                    bits(step.weight(), true),
                    (Math.min(at, next) - low) * scale,
                    Math.max(.4, Math.abs(step.weight()) * scale),
                    step.weight() >= 0));
            at = next;
        }
        return new EvidenceBars(
                bars,
                bits(pair.weight(), false),
                probability(pair.probability()),
                -low * scale,
                (pair.weight() - low) * scale);
    }

    private static String bits(int weight, boolean signed) {
        return String.format(Locale.ROOT, signed ? "%+.1f" : "%.1f", weight / 1000.0)
                .replace('-', '−');
    }

    /** Never rounded up to certainty. */
    private static String probability(double probability) {
        double percent = Math.floor(probability * 1_000_000) / 10_000;
        return percent >= 99.99 ? "> 99.99 %" : String.format(Locale.ROOT, "%.2f %%", percent);
    }
}
