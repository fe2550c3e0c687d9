package fr.unefois.mdm.batch.bench;

import java.util.List;

/**
 * One thing that a benchmark did, measured.
 *
 * @param what in words, with the size of the data
 * @param command what was run, as anybody could
 * @param remarks what one must know to read the figures
 */
public record Case(String what, String command, List<Figure> figures, List<String> remarks) {
    public Case {
        figures = List.copyOf(figures);
        remarks = List.copyOf(remarks);
    }
}
