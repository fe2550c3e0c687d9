package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.dedupe.file.Coded;
import fr.unefois.mdm.batch.dedupe.file.Codes;
import fr.unefois.mdm.batch.dedupe.file.Dictionary;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The different combinations that the texts of some columns make, numbered: rows of one number say the same there. It is
 * one column, or a combination and one column more.
 */
final class Combination {
    private final int column;
    private final @Nullable Dictionary dictionary;
    private final @Nullable Combination before;
    private final Pairs pairs = new Pairs();
    private final Codes codes;
    private final int size;

    /** No column: all rows say nothing. */
    private Combination(int rows) {
        this(new Codes(), 1);
        for (int i = 0; i < rows; i++) {
            codes.add(0);
        }
    }

    private Combination(Codes codes, int size) {
        this.column = -1;
        this.dictionary = null;
        this.before = null;
        this.codes = codes;
        this.size = size;
    }

    private Combination(int column, Coded.Column texts) {
        this.column = column;
        this.dictionary = texts.dictionary();
        this.before = null;
        this.codes = texts.codes();
        this.size = dictionary.size();
    }

    private Combination(Combination before, int column, @Nullable Dictionary dictionary, Codes more) {
        this.column = column;
        this.dictionary = dictionary;
        this.before = before;
        this.codes = new Codes();
        int[] left = new int[Codes.PAGE];
        int[] right = new int[Codes.PAGE];
        for (int page = 0; page < more.pages(); page++) {
            before.codes.page(page, left);
            int rows = more.page(page, right);
            for (int row = 0; row < rows; row++) {
                codes.add(pairs.add((long) left[row] << 32 | right[row]));
            }
        }
        this.size = pairs.size();
    }

    /** The columns with the fewest texts first: that keeps the steps in between small. */
    static Combination of(Coded coded, List<Integer> columns) {
        List<Integer> sorted = columns.stream()
                .distinct()
                .sorted(Comparator.comparing(
                        column -> coded.columns().get(column).dictionary().size()))
                .toList();
        if (sorted.isEmpty()) {
            return new Combination(coded.rows());
        }
        Combination combination = new Combination(sorted.get(0), coded.columns().get(sorted.get(0)));
        for (int column : sorted.subList(1, sorted.size())) {
            Coded.Column texts = coded.columns().get(column);
            combination = new Combination(combination, column, texts.dictionary(), texts.codes());
        }
        return combination;
    }

    /** Apart too by what else is known of each row. */
    Combination with(Codes more) {
        return new Combination(this, -1, null, more);
    }

    /** What {@link #with} added. */
    int added(int code) {
        return (int) pairs.get(code);
    }

    /** How many there are. */
    int size() {
        return size;
    }

    /** By row. */
    Codes codes() {
        return codes;
    }

    /** What a combination says in a column. */
    String text(int code, int asked) {
        Combination at = this;
        int here = code;
        while (at.before != null) {
            long pair = at.pairs.get(here);
            if (at.column == asked && at.dictionary != null) {
                return at.dictionary.text((int) pair);
            }
            here = (int) (pair >>> 32);
            at = at.before;
        }
        if (at.column != asked || at.dictionary == null) {
            throw new IllegalArgumentException("no column of this combination");
        }
        return at.dictionary.text(here);
    }
}
