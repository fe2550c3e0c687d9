package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.compare.Waterfall;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The report as one page that needs nothing else: no script, no font, no network. */
final class ReportPage {
    private static final int REVIEWS_NAMED = 20;

    private final ReportFacts facts;
    private final Words words;
    private final Charts charts;
    private final Html html = new Html();

    private ReportPage(ReportFacts facts, Words words) {
        this.facts = facts;
        this.words = words;
        this.charts = new Charts(words);
    }

    static void write(Path file, ReportFacts facts, Words words) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(file, new ReportPage(facts, words).page());
        } catch (IOException e) {
            throw new Unusable(
                    Command.FAILED,
                    file + ": cannot be written: " + e.getClass().getSimpleName() + " " + e.getMessage());
        }
    }

    private String page() {
        html.raw("<!DOCTYPE html>\n<html lang=\"" + words.language() + "\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        html.element("title", words.text("title")).raw("<style>" + style() + "</style></head><body><main>\n");
        header();
        ReportTables tables = new ReportTables(facts, words, charts, html);
        section("profile", tables::profile);
        section("weights", this::weights);
        section("waterfalls", this::waterfalls);
        section("clusters", this::clusters);
        section("reviews", this::reviews);
        section("blocking", tables::blocking);
        section("model", tables::model);
        html.element("footer", words.text("footer", facts.model().version()));
        return html.raw("</main></body></html>\n").toString();
    }

    private static String style() {
        try (InputStream css = ReportPage.class.getResourceAsStream("report.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void header() {
        html.raw("<header>").element("h1", words.text("title"));
        html.element(
                "p",
                words.text(
                        "lead",
                        words.bits(facts.model().thresholds().match()),
                        words.bits(facts.model().thresholds().review())));
        html.raw("<dl>");
        tile("tile.records", words.number(facts.records()));
        tile("tile.people", words.number(facts.linked().clusters()));
        tile("tile.pairs", words.number(facts.linked().walk().candidatePairs()));
        tile("tile.reviews", words.number(facts.doubtful().size()));
        tile("tile.per1000", words.decimal(facts.reviewsPer1000()));
        html.raw("</dl></header>\n");
    }

    private void tile(String key, String figure) {
        html.raw("<div>").element("dt", words.text(key)).element("dd", figure).raw("</div>");
    }

    private void section(String name, Runnable body) {
        html.raw("<section>").element("h2", words.text(name + ".title")).element("p", words.text(name + ".lead"));
        body.run();
        html.raw("</section>\n");
    }

    private void weights() {
        charts.histogram(html, facts.pairs().histogram(), facts.model().thresholds());
        html.raw("<p class=key><i class=link></i> ").text(words.text("zone.link"));
        html.raw(" <i class=review></i> ").text(words.text("zone.review"));
        html.raw(" <i class=apart></i> ").text(words.text("zone.apart")).raw("</p>");
        int edges = facts.linked().walk().edges().size();
        long below = facts.linked().walk().candidatePairs() - edges;
        html.element(
                "p",
                words.text(
                        "weights.below",
                        words.number(Math.max(0, below)),
                        words.bits(facts.model().thresholds().floor())));
    }

    private void waterfalls() {
        waterfalls("strong", facts.pairs().strong());
        List<ScoredPair> doubtful = facts.doubtful();
        waterfalls("doubtful", doubtful.isEmpty() ? List.of() : List.of(doubtful.get(doubtful.size() / 2)));
        waterfalls("rejected", facts.pairs().rejected());
    }

    private void waterfalls(String kind, List<ScoredPair> pairs) {
        html.element("h3", words.text("waterfalls." + kind));
        if (pairs.isEmpty()) {
            html.element("p", words.text("waterfalls.none"));
        }
        for (ScoredPair pair : pairs) {
            charts.waterfall(html, Waterfall.of(facts.model(), pair));
        }
    }

    private void clusters() {
        charts.sizes(html, facts.clusterSizes());
        html.element("h3", words.text("components.title")).element("p", words.text("components.lead"));
        html.raw("<table>").head(words.text("components.head").lines().toList()).raw("<tbody>");
        for (Linked.Component component : facts.linked().largest()) {
            html.row(List.of(
                    words.number(component.records()),
                    words.number(component.clusters()),
                    words.number(component.largestCluster()),
                    cut(component)));
        }
        html.raw("</tbody></table>");
    }

    private String cut(Linked.Component component) {
        var cut = component.cut();
        return cut == null
                ? words.text("components.whole")
                : words.text(
                        "components.cut",
                        words.bits(cut.floor()),
                        words.number(cut.parts()),
                        words.number(cut.wholes()));
    }

    private void reviews() {
        html.element(
                "p",
                words.text(
                        "reviews.figures",
                        words.number(facts.doubtful().size()),
                        words.decimal(facts.reviewsPer1000())));
        html.raw("<ul>");
        facts.against().entrySet().stream()
                .sorted((a, b) -> b.getValue() - a.getValue())
                .forEach(entry -> html.element(
                        "li",
                        words.text(
                                "reviews.against",
                                words.number(entry.getValue()),
                                words.name("comparison", entry.getKey()))));
        html.raw("</ul><table>")
                .head(words.text("reviews.head").lines().toList())
                .raw("<tbody>");
        facts.doubtful().stream()
                .limit(REVIEWS_NAMED)
                .forEach(pair ->
                        html.row(List.of(pair.left().toString(), pair.right().toString(), words.bits(pair.weight()))));
        html.raw("</tbody></table>");
    }
}
