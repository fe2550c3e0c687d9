package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.compare.Evidence;
import fr.unefois.mdm.compare.Thresholds;
import fr.unefois.mdm.compare.Waterfall;
import fr.unefois.mdm.decide.Decision;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** An explanation for people to read, at most 100 columns wide unless a record's name is longer. */
final class ExplanationText {
    private static final int LONGEST_BAR = 36;

    private final PrintWriter out;

    ExplanationText(PrintWriter out) {
        this.out = out;
    }

    void print(Explanation explanation) {
        waterfall(explanation.waterfall());
        out.println();
        decision(explanation);
        out.println();
        Paragraph.print(out, "meet under", names(explanation.met(), "no blocking rule"));
        if (!explanation.refined().isEmpty()) {
            Paragraph.print(out, "too common", names(explanation.refined(), "") + ": refined, and met no more");
        }
        Paragraph.print(out, "not under", names(explanation.unmet(), "none: they meet under every rule"));
        out.println();
        new StoryText(out, explanation.thresholds()).print(explanation.story());
        out.flush();
    }

    private void waterfall(Waterfall waterfall) {
        out.println(waterfall.left() + " and " + waterfall.right());
        out.println();
        row("comparison", "level", "person", "household", "running", "person, a sign a bit");
        row(
                "prior",
                "",
                bits(waterfall.matchPrior()),
                bits(waterfall.householdPrior()),
                bits(waterfall.matchPrior()),
                bar(waterfall.matchPrior()));
        for (Waterfall.Step step : waterfall.steps()) {
            Evidence evidence = step.evidence();
            row(
                    evidence.comparison(),
                    evidence.level(),
                    bits(evidence.weight()),
                    bits(evidence.householdWeight()),
                    bits(step.running()),
                    bar(evidence.weight()));
        }
        row(
                "household",
                "alternative",
                bits(waterfall.householdTerm()),
                bits(waterfall.household()),
                bits(waterfall.weight()),
                bar(waterfall.householdTerm()));
        row("match weight", "", bits(waterfall.weight()), "", "", bar(waterfall.weight()));
    }

    private void row(String... cells) {
        out.println(String.format(Locale.ROOT, "%-15s%-13s%10s%11s%10s  %s", (Object[]) cells)
                .stripTrailing());
    }

    private void decision(Explanation explanation) {
        Thresholds zones = explanation.thresholds();
        Waterfall waterfall = explanation.waterfall();
        Decision byWeight = byWeight(waterfall.weight(), zones);
        boolean objected = byWeight == Decision.MATCH && explanation.objection().isPresent();
        boolean judged = explanation.decision() != (objected ? Decision.REVIEW : byWeight);
        String why = judged
                ? "a steward's judgement outranks the weight"
                : objected
                        ? bits(waterfall.weight()) + " would link, but "
                                + explanation.objection().get() + " says " + bits(zones.objection())
                                + " or less: a steward is asked"
                        : switch (explanation.decision()) {
                            case MATCH ->
                                bits(waterfall.weight()) + " is in the zone that links, from " + bits(zones.match());
                            case REVIEW ->
                                bits(waterfall.weight()) + " is in the zone that asks a steward, from "
                                        + bits(zones.review()) + " to " + bits(zones.match());
                            case NON_MATCH ->
                                bits(waterfall.weight()) + " is in the zone that keeps apart, below "
                                        + bits(zones.review());
                        };
        Paragraph.print(out, "decision", explanation.decision() + ": " + why);
        Paragraph.print(
                out,
                "zones",
                "link from " + bits(zones.match()) + ", review from " + bits(zones.review()) + ", no edge below "
                        + bits(zones.floor()));
        Paragraph.print(out, "probability", String.format(Locale.ROOT, "%.6f of one person", waterfall.probability()));
    }

    private static Decision byWeight(int weight, Thresholds zones) {
        return weight >= zones.match()
                ? Decision.MATCH
                : weight >= zones.review() ? Decision.REVIEW : Decision.NON_MATCH;
    }

    private static String names(List<String> names, String none) {
        return names.isEmpty() ? none : String.join(", ", names);
    }

    static String bits(int thousandths) {
        return String.format(Locale.ROOT, "%+.3f", thousandths / 1000.0);
    }

    private static String bar(int thousandths) {
        int length = Math.min(LONGEST_BAR, Math.abs(Math.round(thousandths / 1000f)));
        return (thousandths < 0 ? "-" : "+").repeat(length);
    }
}
