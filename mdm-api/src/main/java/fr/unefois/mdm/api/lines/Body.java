package fr.unefois.mdm.api.lines;

import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** A request's lines; empty ones are counted, and not answered. */
final class Body {
    private final byte[] bytes;
    private final List<Line> lines;

    /** @param number from 1 */
    record Line(int number, int from, int length) {}

    private Body(byte[] bytes, List<Line> lines) {
        this.bytes = bytes;
        this.lines = lines;
    }

    /** @throws ProblemException 413 where it is too large, or has too many lines */
    static Body read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(Lines.LARGEST + 1);
        if (bytes.length > Lines.LARGEST) {
            throw new ProblemException(Problem.TOO_LARGE);
        }
        List<Line> lines = new ArrayList<>();
        int from = 0;
        int number = 0;
        while (from < bytes.length) {
            int end = from;
            boolean blank = true;
            while (end < bytes.length && bytes[end] != '\n') {
                blank &= bytes[end] == ' ' || bytes[end] == '\t' || bytes[end] == '\r';
                end++;
            }
            number++;
            if (!blank) {
                lines.add(new Line(number, from, end - from));
            }
            from = end + 1;
        }
        if (lines.size() > Lines.MOST) {
            throw new ProblemException(
                    Problem.TOO_LARGE, "A request has " + Lines.MOST + " lines at most; send the rest in another.");
        }
        if (lines.isEmpty()) {
            throw new ProblemException(Problem.MALFORMED, "The request has no line.");
        }
        return new Body(bytes, lines);
    }

    byte[] bytes() {
        return bytes;
    }

    List<Line> lines() {
        return lines;
    }
}
