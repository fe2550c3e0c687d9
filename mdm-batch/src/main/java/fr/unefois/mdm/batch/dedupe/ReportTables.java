package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.bulk.BlockingProfile;
import fr.unefois.mdm.compare.LinkageModel;
import java.util.Comparator;
import java.util.List;

/** The report's tables: data, blocking, model. */
final class ReportTables {
    private final ReportFacts facts;
    private final Words words;
    private final Charts charts;
    private final Html html;

    ReportTables(ReportFacts facts, Words words, Charts charts, Html html) {
        this.facts = facts;
        this.words = words;
        this.charts = charts;
        this.html = html;
    }

    void profile() {
        html.raw("<table>").head(words.text("profile.head").lines().toList()).raw("<tbody>");
        for (DataProfile.Line line : facts.profile().lines()) {
            double filled = (double) line.filled() / Math.max(1, facts.records());
            html.raw("<tr>").element("th scope=row", words.name("attribute", line.attribute()));
            html.raw("<td>");
            meter(filled);
            html.text(words.percent(filled)).raw("</td>");
            html.element("td", words.number(line.distinct()));
            html.element("td", words.percent((double) line.most() / Math.max(1, line.values())));
            html.raw("</tr>\n");
        }
        html.raw("</tbody></table>");
    }

    void blocking() {
        html.raw("<table>").head(words.text("blocking.head").lines().toList()).raw("<tbody>");
        int blocked = facts.records() - facts.linked().walk().copies();
        for (BlockingProfile.Rule rule : facts.blocking().rules()) {
            html.row(List.of(
                    rule.name(),
                    words.percent((double) rule.records() / Math.max(1, blocked)),
                    words.number(rule.pairs()),
                    words.number(rule.refinedPairs()),
                    words.number(rule.largest()),
                    words.number(rule.hot().size())));
        }
        html.raw("</tbody></table>");
        long compared = facts.linked().walk().candidatePairs();
        html.element(
                "p",
                words.text(
                        "blocking.sum",
                        words.number(facts.blocking().pairs()),
                        words.number(compared),
                        words.decimal((double) compared / Math.max(1, facts.records())),
                        words.number(facts.linked().walk().hotBlocks())));
        remark("blocking.copies", facts.linked().walk().copies());
        remark("blocking.unkeyed", facts.linked().walk().unkeyed());
    }

    private void remark(String key, int count) {
        if (count > 0) {
            html.element("p", words.text(key, words.number(count)));
        }
    }

    void model() {
        LinkageModel model = facts.model();
        int widest = 1000;
        for (int c = 0; c < model.comparisons().size(); c++) {
            for (LinkageModel.Outcome outcome : model.outcomes(c)) {
                widest = Math.max(widest, Math.abs(model.weight(c, outcome.level())));
                widest = Math.max(widest, Math.abs(model.householdWeight(c, outcome.level())));
            }
        }
        html.raw("<p class=key><i class=plus></i><i class=minus></i> ").text(words.text("model.person"));
        html.raw(" <i class=household></i> ")
                .text(words.text("model.household"))
                .raw("</p>");
        for (int c = 0; c < model.comparisons().size(); c++) {
            comparison(c, widest);
        }
    }

    private void comparison(int c, int widest) {
        LinkageModel model = facts.model();
        String name = model.comparisons().get(c);
        html.element("h3", words.name("comparison", name));
        html.raw("<table class=levels>")
                .head(words.text("model.head").lines().toList())
                .raw("<tbody>");
        List<String> levels = model.outcomes(c).stream()
                .map(LinkageModel.Outcome::level)
                .sorted(Comparator.<String>comparingInt(level -> -model.weight(c, level))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (String level : levels) {
            int person = model.weight(c, level);
            int household = model.householdWeight(c, level);
            html.raw("<tr>").element("th scope=row", words.name("level", level)).raw("<td>");
            charts.level(html, person, household, widest);
            html.raw("</td>").element("td", words.bits(person)).element("td", words.bits(household));
            html.element("td", words.percent(facts.pairs().levels().getOrDefault(name + "." + level, 0.0)));
            html.raw("</tr>\n");
        }
        html.raw("</tbody></table>");
    }

    private void meter(double share) {
        html.raw("<svg class=meter viewBox=\"0 0 100 10\" aria-hidden=true preserveAspectRatio=none>");
        html.rect("track", 0, 0, 100, 10, "")
                .rect("link", 0, 0, 100 * share, 10, words.percent(share))
                .raw("</svg> ");
    }
}
