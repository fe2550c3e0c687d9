package fr.unefois.mdm.batch.dedupe;

import java.util.List;
import java.util.Locale;

/** Writes HTML and SVG; every text is escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder();

    /** Markup of our own making, as it is. */
    Html raw(String markup) {
        out.append(markup);
        return this;
    }

    Html text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** An element with nothing but text in it. */
    Html element(String name, String text) {
        out.append('<').append(name).append('>').append(escaped(text)).append("</");
        int blank = name.indexOf(' ');
        out.append(blank < 0 ? name : name.substring(0, blank)).append('>');
        return this;
    }

    /** A row of a table whose first cell names it; numbers stand right. */
    Html row(List<String> cells) {
        out.append("<tr>");
        for (int i = 0; i < cells.size(); i++) {
            element(i == 0 ? "th scope=row" : "td", cells.get(i));
        }
        out.append("</tr>\n");
        return this;
    }

    Html head(List<String> cells) {
        out.append("<thead><tr>");
        cells.forEach(cell -> element("th scope=col", cell));
        out.append("</tr></thead>\n");
        return this;
    }

    /** A rectangle of an SVG, with what it says when pointed at. */
    Html rect(String style, double x, double y, double width, double height, String title) {
        out.append(String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
                style,
                x,
                y,
                Math.max(0, width),
                Math.max(0, height),
                escaped(title)));
        return this;
    }

    Html line(String style, double x1, double y1, double x2, double y2) {
        out.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                style,
                x1,
                y1,
                x2,
                y2));
        return this;
    }

    /** @param anchor start, middle or end */
    Html label(String anchor, double x, double y, String text) {
        out.append(String.format(
                Locale.ROOT, "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>", anchor, x, y, escaped(text)));
        return this;
    }

    Html svg(double width, double height, String title) {
        out.append(String.format(
                Locale.ROOT,
                "<svg role=\"img\" viewBox=\"0 0 %.0f %.0f\" style=\"max-width:%.0fpx\" aria-label=\"%s\">",
                width,
                height,
                width,
                escaped(title)));
        return this;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
