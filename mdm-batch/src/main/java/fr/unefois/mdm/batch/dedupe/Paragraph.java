package fr.unefois.mdm.batch.dedupe;

import java.io.PrintWriter;
import java.util.List;

/** A label and its text, wrapped at 100 columns. */
final class Paragraph {
    private static final int INDENT = 15;
    private static final int WIDTH = 100;

    private Paragraph() {}

    static void print(PrintWriter out, String label, String text) {
        StringBuilder line = new StringBuilder(label).append(" ".repeat(Math.max(1, INDENT - label.length())));
        boolean empty = true;
        for (String word : List.of(text.split(" "))) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                out.println(line);
                line = new StringBuilder(" ".repeat(INDENT));
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.println(line);
    }
}
