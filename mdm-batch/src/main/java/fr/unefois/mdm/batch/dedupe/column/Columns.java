package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.batch.dedupe.file.Coded;
import fr.unefois.mdm.batch.dedupe.file.Table;
import fr.unefois.mdm.batch.dedupe.file.Uneven;
import fr.unefois.mdm.record.AttributeType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What was understood of one file's columns. */
public final class Columns {
    private final Draft draft;

    Columns(Draft draft) {
        this.draft = draft;
    }

    public Table table() {
        return draft.survey().table();
    }

    /** The column of the row's identifier, −1 when the row number stands for it. */
    public int id() {
        return draft.header().id();
    }

    /** The column of the source's name, −1 when the file's name stands for it. */
    public int source() {
        return draft.header().source();
    }

    /** The rows, once: they are not kept. */
    public Coded take() {
        return draft.survey().take();
    }

    public long rows() {
        return draft.survey().rows();
    }

    public Uneven uneven() {
        return draft.survey().uneven();
    }

    /** The columns of one role, in the file's order. */
    public List<Integer> of(Role role) {
        return draft.of(role);
    }

    public @Nullable Role role(int column) {
        return draft.role(column);
    }

    /** By column, in the file's order. */
    public List<ColumnUse> uses() {
        List<ColumnUse> uses = new ArrayList<>();
        for (int i = 0; i < draft.columns(); i++) {
            Role role = draft.role(i);
            uses.add(new ColumnUse(draft.name(i), purpose(i), role, type(i), draft.why(i)));
        }
        return uses;
    }

    private ColumnUse.Purpose purpose(int column) {
        if (column == id()) {
            return ColumnUse.Purpose.ID;
        }
        if (column == source()) {
            return ColumnUse.Purpose.SOURCE;
        }
        return draft.role(column) == null ? ColumnUse.Purpose.IGNORED : ColumnUse.Purpose.USED;
    }

    /** Of an attribute that the file brings itself; null for all others. */
    @Nullable
    AttributeType type(int column) {
        return draft.type(column);
    }

    public Cleaning cleaning() {
        return new Cleaning(this);
    }

    /** How a column of whole names writes them. */
    public FullName fullName(int column) {
        return FullName.of(draft.values(column, 5000));
    }

    boolean isEmpty() {
        return uses().stream().noneMatch(use -> use.purpose() == ColumnUse.Purpose.USED);
    }

    /** The columns of dates in which the month stands before the day. */
    Set<Integer> monthFirst() {
        Set<Integer> columns = new HashSet<>();
        for (int i = 0; i < draft.columns(); i++) {
            boolean dates = Role.BIRTH_DATE.equals(role(i)) || type(i) == AttributeType.DATE;
            if (dates && draft.survey().count(i).dayMonth().monthFirst()) {
                columns.add(i);
            }
        }
        return columns;
    }

    /** Whether the words NA, NULL and the like stand for nothing. */
    boolean wordsForNothing() {
        return draft.survey().wordsForNothing();
    }

    Draft draft() {
        return draft;
    }
}
