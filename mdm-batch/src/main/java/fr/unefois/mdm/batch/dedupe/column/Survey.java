package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.batch.dedupe.file.Coded;
import fr.unefois.mdm.batch.dedupe.file.Table;
import fr.unefois.mdm.batch.dedupe.file.Uneven;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A first look at all rows of one file, which its columns are understood from. */
final class Survey {
    /** Such a word stands for nothing where it fills so much of a column. */
    private static final double OFTEN = 0.02;

    private final Table table;
    private final Sample sample;
    private final List<ColumnCount> counts;
    private final Uneven uneven;
    private @Nullable Coded coded;

    private Survey(Coded coded, List<ColumnCount> counts) {
        this.table = coded.table();
        this.sample = new Sample(coded);
        this.counts = counts;
        this.uneven = coded.uneven();
        this.coded = coded;
    }

    static Survey of(Coded coded, HeaderRoles roles) {
        List<Integer> columns =
                IntStream.range(0, coded.columns().size()).boxed().toList();
        boolean tallied = columns.stream().anyMatch(roles::unknown);
        Persons persons = new Persons(coded, tallied ? roles.anchors() : new int[0]);
        List<ColumnCount> counts = columns.parallelStream()
                .map(i -> ColumnCount.of(coded.columns().get(i), roles.unknown(i), persons))
                .toList();
        return new Survey(coded, counts);
    }

    /** The rows, which are not kept any longer. */
    Coded take() {
        Coded taken = Objects.requireNonNull(coded, "the rows were taken before");
        coded = null;
        return taken;
    }

    Table table() {
        return table;
    }

    Sample sample() {
        return sample;
    }

    ColumnCount count(int column) {
        return counts.get(column);
    }

    Uneven uneven() {
        return uneven;
    }

    long rows() {
        return counts.isEmpty() ? 0 : counts.get(0).rows();
    }

    /** Whether NA, NULL and the like stand for nothing in this file, rather than for somebody's name. */
    boolean wordsForNothing() {
        long columns = counts.stream().filter(count -> count.maybeNothing() > 0).count();
        return columns > 2
                || counts.stream()
                        .anyMatch(count -> count.maybeNothing() > 2 && count.maybeNothing() > OFTEN * count.rows());
    }
}
