package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.compare.Evidence;
import fr.unefois.mdm.compare.Thresholds;
import fr.unefois.mdm.compare.Waterfall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The report's drawings, as SVG that takes its colours from the page. */
final class Charts {
    private static final int WIDTH = 860;
    private static final int LEFT = 56;
    private static final int HEIGHT = 240;

    private final Words words;

    Charts(Words words) {
        this.words = words;
    }

    /** Columns by whole bits, coloured by zone, with the thresholds as lines. */
    void histogram(Html html, Map<Integer, Integer> byBit, Thresholds zones) {
        if (byBit.isEmpty()) {
            return;
        }
        TreeMap<Integer, Integer> sorted = new TreeMap<>(byBit);
        int from = Math.min(sorted.firstKey(), Math.floorDiv(zones.floor(), 1000));
        int to = sorted.lastKey() + 1;
        double most = sorted.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        double step = (WIDTH - LEFT - 10.0) / (to - from);
        html.svg(WIDTH, HEIGHT + 40, words.text("weights.title"));
        axis(html, most);
        sorted.forEach((bit, count) -> html.rect(
                zone(bit, zones),
                LEFT + (bit - from) * step + 0.5,
                HEIGHT - HEIGHT * 0.92 * count / most,
                step - 1,
                HEIGHT * 0.92 * count / most,
                words.text(
                        "weights.column", words.bits(1000 * bit), words.bits(1000 * bit + 1000), words.number(count))));
        for (int bit = from; bit <= to; bit++) {
            if (Math.floorMod(bit, 5) == 0) {
                html.label("middle", LEFT + (bit - from) * step, HEIGHT + 16, Integer.toString(bit));
            }
        }
        double link = LEFT + (zones.match() / 1000.0 - from) * step;
        html.line("threshold", link, 4, link, HEIGHT).label("start", link + 4, 12, words.text("weights.link"));
        if (zones.review() < zones.match()) {
            double x = LEFT + (zones.review() / 1000.0 - from) * step;
            html.line("threshold", x, 4, x, HEIGHT);
        }
        html.label("middle", LEFT + (WIDTH - LEFT) / 2.0, HEIGHT + 34, words.text("weights.axis"));
        html.raw("</svg>\n");
    }

    private static String zone(int bit, Thresholds zones) {
        int middle = 1000 * bit + 500;
        return middle >= zones.match() ? "link" : middle >= zones.review() ? "review" : "apart";
    }

    private void axis(Html html, double most) {
        html.line("axis", LEFT, HEIGHT, WIDTH - 10.0, HEIGHT);
        for (double share : new double[] {0.5, 1}) {
            double y = HEIGHT - HEIGHT * 0.92 * share;
            html.line("grid", LEFT, y, WIDTH - 10.0, y);
            html.label("end", LEFT - 6.0, y + 4, words.number(Math.round(most * share)));
        }
    }

    /** Columns by size; whatever is larger than the last column stands in it. */
    void sizes(Html html, Map<Integer, Integer> bySize) {
        int last = 15;
        TreeMap<Integer, Integer> columns = new TreeMap<>();
        bySize.forEach((size, count) -> columns.merge(Math.min(size, last), count, Integer::sum));
        double most =
                columns.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        double step = (WIDTH - LEFT - 10.0) / last;
        html.svg(WIDTH, HEIGHT + 40, words.text("clusters.title"));
        axis(html, most);
        for (int size = 1; size <= last; size++) {
            int count = columns.getOrDefault(size, 0);
            double height = HEIGHT * 0.92 * count / most;
            String name = size < last ? Integer.toString(size) : last + "+";
            double x = LEFT + (size - 1) * step;
            html.rect(
                    "link",
                    x + 4,
                    HEIGHT - height,
                    step - 8,
                    height,
                    words.text("clusters.column", name, words.number(count)));
            html.label("middle", x + step / 2, HEIGHT + 16, name);
            if (count > 0) {
                html.label("middle", x + step / 2, HEIGHT - height - 5, words.number(count));
            }
        }
        html.label("middle", LEFT + (WIDTH - LEFT) / 2.0, HEIGHT + 34, words.text("clusters.axis"));
        html.raw("</svg>\n");
    }

    private record Fall(String name, int from, int to, String style) {}

    /** Each line begins where the one before ended. */
    void waterfall(Html html, Waterfall waterfall) {
        List<Fall> falls = falls(waterfall);
        int low = 0;
        int high = 0;
        for (Fall fall : falls) {
            low = Math.min(low, Math.min(fall.from, fall.to));
            high = Math.max(high, Math.max(fall.from, fall.to));
        }
        double left = 250;
        double scale = (WIDTH - left - 70) / Math.max(1, high - low);
        double zero = left - low * scale;
        html.svg(WIDTH, 26.0 * falls.size() + 10, words.text("waterfalls.title"));
        html.line("axis", zero, 0, zero, 26.0 * falls.size() + 6);
        double y = 4;
        for (Fall fall : falls) {
            double start = left + (Math.min(fall.from, fall.to) - low) * scale;
            double end = left + (Math.max(fall.from, fall.to) - low) * scale;
            String bits = words.bits(fall.to - fall.from);
            html.rect(fall.style, start, y, end - start, 18, fall.name + " " + bits);
            html.label("end", left - 8, y + 14, fall.name);
            html.label("start", end + 6, y + 14, bits);
            y += 26;
        }
        html.raw("</svg>\n");
    }

    private List<Fall> falls(Waterfall waterfall) {
        List<Fall> falls = new ArrayList<>();
        falls.add(new Fall(words.text("waterfalls.prior"), 0, waterfall.matchPrior(), "minus"));
        int running = waterfall.matchPrior();
        for (Waterfall.Step step : waterfall.steps()) {
            Evidence evidence = step.evidence();
            if (evidence.weight() != 0) {
                String name =
                        words.name("comparison", evidence.comparison()) + " · " + words.name("level", evidence.level());
                falls.add(new Fall(name, running, step.running(), evidence.weight() < 0 ? "minus" : "plus"));
            }
            running = step.running();
        }
        falls.add(new Fall(words.text("waterfalls.household"), running, waterfall.weight(), "minus"));
        falls.add(new Fall(words.text("waterfalls.total"), 0, waterfall.weight(), "total"));
        return falls;
    }

    /** Two bars a level, left and right of nothing: one person, and one household. */
    void level(Html html, int person, int household, int widest) {
        double width = 300;
        double zero = width / 2;
        double scale = (zero - 4) / Math.max(1000, widest);
        html.svg(width, 22, words.bits(person) + " / " + words.bits(household));
        html.line("axis", zero, 0, zero, 22);
        bar(html, zero, 3, person * scale, person < 0 ? "minus" : "plus", words.bits(person));
        bar(html, zero, 13, household * scale, "household", words.bits(household));
        html.raw("</svg>");
    }

    private static void bar(Html html, double zero, double y, double length, String style, String title) {
        html.rect(style, Math.min(zero, zero + length), y, Math.abs(length), 7, title);
    }
}
