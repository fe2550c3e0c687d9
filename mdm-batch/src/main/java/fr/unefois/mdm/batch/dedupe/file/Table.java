package fr.unefois.mdm.batch.dedupe.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** A file as rows under named columns, which may be read more than once. */
public interface Table {
    Path path();

    /** How large the file is as it lies there. */
    default long bytes() {
        try {
            return Files.size(path());
        } catch (IOException e) {
            throw UnreadableFile.because(path(), e);
        }
    }

    /** What the file is, for people: {@code CSV, UTF-8, separated by ';'}. */
    String format();

    /** The columns' names, no two alike. */
    List<String> header();

    /** Whether the file itself names its columns. */
    boolean headed();

    /** What was done to the header, for people: names made up, names told apart; empty when it is as the file has it. */
    List<String> remarks();

    /**
     * Calls back with each row, in the file's order.
     *
     * @return the rows that had not as many fields as the header; they are called back with all the same
     * @throws UnreadableFile where the rest of the file makes no sense
     */
    Uneven rows(Row each, Read read);

    /** As above, for who shows no progress. */
    default Uneven rows(Row each) {
        return rows(each, bytes -> {});
    }

    /**
     * All rows at once, column by column.
     *
     * @throws UnreadableFile where the rest of the file makes no sense
     */
    default Coded coded(Read read) {
        return Coded.ofTexts(this, read);
    }

    /** @throws UnreadableFile when the file is not there, empty, or no table */
    static Table of(Path path) {
        return of(path, name -> true);
    }

    /**
     * @param known whether a text is a name that columns have; a file whose first row has none of them may have no
     *     header at all
     */
    static Table of(Path path, Predicate<String> known) {
        if (!Files.isRegularFile(path)) {
            throw new UnreadableFile(path, "is no file; check the name");
        }
        return ParquetTable.isOne(path) ? ParquetTable.of(path) : CsvTable.of(path, known);
    }

    /** Is told how many of the file's bytes have been read, now and then. */
    @FunctionalInterface
    interface Read {
        void bytes(long count);
    }

    /** Takes one row. */
    @FunctionalInterface
    interface Row {
        /**
         * @param values as many as the header has names; what is missing is empty
         * @param line where the row begins, 1-based
         */
        void take(String[] values, long line);
    }
}
