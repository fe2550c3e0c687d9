package fr.unefois.mdm.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** A model as the text of its file, which {@link LinkageModel#read} reads back to the same weights. */
final class ModelFile {
    private ModelFile() {}

    static String text(Setting setting, int records) {
        StringBuilder text = new StringBuilder(4096);
        text.append(
                        "# m, h, u: the shares of each level among pairs of one person, of one household, of unrelated people.\n")
                .append("# The comment is what follows from them, in bits: log2(m/u), and log2(h/u) of a household.\n")
                .append("# weight, household: these bits themselves, of what was not learned.\n")
                .append("name: ")
                .append(setting.name())
                .append("\n\n")
                .append("prior:\n")
                .append("  records: ")
                .append(records)
                .append('\n')
                .append("  matches: ")
                .append(decimal(setting.matches()))
                .append('\n')
                .append("  households: ")
                .append(decimal(setting.households()))
                .append("\n\n");
        Thresholds any = setting.thresholds(OperatingPoint.BALANCED);
        text.append("floor: ").append(bits(any.floor())).append("\n\nthresholds:\n");
        for (OperatingPoint point : OperatingPoint.values()) {
            Thresholds zones = setting.thresholds(point);
            text.append("  ")
                    .append(point.name().toLowerCase(Locale.ROOT))
                    .append(":\n")
                    .append("    match: ")
                    .append(bits(zones.match()))
                    .append('\n')
                    .append("    review: ")
                    .append(bits(zones.review()))
                    .append('\n');
            if (zones.objection() != Thresholds.NONE) {
                text.append("    objection: ").append(bits(zones.objection())).append('\n');
            }
            if (zones.rival() != 0) {
                text.append("    rival: ").append(bits(zones.rival())).append('\n');
            }
            if (zones.floor() != any.floor()) {
                text.append("    floor: ").append(bits(zones.floor())).append('\n');
            }
        }
        if (!setting.attributes().isEmpty()) {
            text.append("\nattributes:\n");
            setting.attributes()
                    .forEach((attribute, type) -> text.append("  ")
                            .append(attribute)
                            .append(": ")
                            .append(type.name().toLowerCase(Locale.ROOT))
                            .append('\n'));
        }
        text.append("\nblocking:\n");
        setting.rules().lines().forEach(line -> text.append("  - ").append(line).append('\n'));
        long[] hot = setting.rules().hot();
        if (hot.length > 0) {
            text.append(
                            "\n# Blocks that are too large, refined by one more field: frozen, so that every record finds the same.\n")
                    .append("hot:\n");
            for (long key : hot) {
                text.append(String.format(Locale.ROOT, "  - \"%016x\"%n", key));
            }
        }
        text.append("\ncomparisons:\n");
        String comparison = "";
        for (Level level : setting.weights().levels()) {
            if (!level.comparison().equals(comparison)) {
                comparison = level.comparison();
                text.append("  ").append(comparison).append(":\n");
            }
            append(level, text);
        }
        return text.toString();
    }

    /** As shares where they were learned, in bits where the model's file gave bits. */
    private static void append(Level level, StringBuilder text) {
        text.append(String.format(Locale.ROOT, "    %-11s {", level.name() + ":"));
        if (level.weight() == level.surprise()) {
            text.append(level.m() > 0 ? "m: " + decimal(level.m()) + ", " : "")
                    .append("weight: ")
                    .append(bits(level.weight()))
                    .append(", household: ")
                    .append(bits(level.household()));
        } else {
            text.append("m: ")
                    .append(decimal(Log2.power(level.weight() - level.surprise())))
                    .append(", h: ")
                    .append(decimal(Log2.power(level.household() - level.surprise())))
                    .append(", u: ")
                    .append(decimal(Log2.power(-level.surprise())));
        }
        if (level.cap() > level.surprise()) {
            text.append(", cap: ").append(bits(level.cap()));
        }
        text.append(
                String.format(Locale.ROOT, "}  # %+.1f, %+.1f\n", level.weight() / 1000.0, level.household() / 1000.0));
    }

    /** Six digits that count: more than a thousandth of a bit needs. */
    private static String decimal(double number) {
        return new BigDecimal(number)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String bits(int thousandths) {
        return new BigDecimal(thousandths).movePointLeft(3).stripTrailingZeros().toPlainString();
    }
}
