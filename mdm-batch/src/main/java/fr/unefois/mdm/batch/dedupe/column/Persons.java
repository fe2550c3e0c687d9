package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.batch.dedupe.file.Coded;
import fr.unefois.mdm.batch.dedupe.file.Dictionary;
import java.util.Arrays;

/** What else each row tells of its person, as four hashes of 16 bits: how {@link Tally} takes it. */
final class Persons {
    private static final int BITS = 16;

    private final Coded.Column[] columns;
    private final char[][] hashes;

    Persons(Coded coded, int[] anchors) {
        this.columns = Arrays.stream(anchors).mapToObj(coded.columns()::get).toArray(Coded.Column[]::new);
        this.hashes = Arrays.stream(columns)
                .parallel()
                .map(column -> hashes(column.dictionary()))
                .toArray(char[][]::new);
    }

    private static char[] hashes(Dictionary texts) {
        char[] hashes = new char[texts.size()];
        for (int code = 0; code < hashes.length; code++) {
            String text = texts.text(code);
            hashes[code] = text.isBlank() ? 0 : (char) Hash.of(text);
        }
        return hashes;
    }

    long of(int row) {
        long person = 0;
        for (int i = 0; i < columns.length; i++) {
            person |= (long) hashes[i][columns[i].codes().get(row)] << (BITS * i);
        }
        return person;
    }
}
