package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.batch.dedupe.file.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the header and the user say of one file's columns, before any value is looked at. */
final class HeaderRoles {
    private static final List<List<Role>> ANCHORS = List.of(
            List.of(Role.GIVEN_NAMES, Role.FULL_NAME, Role.NAME),
            List.of(Role.BIRTH_NAME, Role.BIRTH_NAME_OWN, Role.USAGE_NAME),
            List.of(Role.BIRTH_DATE, Role.BIRTH_DAY),
            List.of(Role.EMAILS));

    private final Table table;
    private final Choices choices;
    private final int id;
    private final int source;
    private final List<@Nullable Mapped> mapped = new ArrayList<>();

    HeaderRoles(Table table, Choices choices) {
        this.table = table;
        this.choices = choices;
        this.id = column(choices.id(), Choices.ID, "--id");
        this.source = column(choices.source(), Choices.SOURCE, "--source");
        for (String name : table.header()) {
            String what = choices.mapped().get(name);
            if (what != null && ColumnNames.refused(name).orElse("").equals("nir")) {
                throw new Misnamed("--map " + name + "=" + what
                        + ": a NIR must not be compared (décret 2019-341); leave the column out");
            }
            mapped.add(what == null ? null : Mapped.of(name, what));
        }
    }

    private int column(String asked, String standard, String option) {
        int at = table.header().indexOf(asked.isEmpty() ? standard : asked);
        if (at < 0 && !asked.isEmpty()) {
            throw new Misnamed(table.path() + ": has no column `" + asked + "` (" + option + "); it has "
                    + String.join(", ", table.header()));
        }
        return at;
    }

    /** −1 when the row number stands for it. */
    int id() {
        return id;
    }

    /** −1 when the file's name stands for it. */
    int source() {
        return source;
    }

    @Nullable
    Mapped mapped(int column) {
        return mapped.get(column);
    }

    boolean ignored(int column) {
        return choices.ignored().contains(table.header().get(column));
    }

    /** Whether the user or the header settles what the column is for. */
    boolean settled(int column) {
        return column == id || column == source || ignored(column) || mapped.get(column) != null;
    }

    /** The role that the header alone tells. */
    @Nullable
    Role role(int column) {
        return settled(column)
                ? null
                : ColumnNames.role(table.header().get(column)).orElse(null);
    }

    /** Whether all values have to be counted, to see whether they tell people apart. */
    boolean unknown(int column) {
        Mapped said = mapped.get(column);
        if (said != null) {
            return said.role().isCustom()
                    && said.type() == null
                    && column != id
                    && column != source
                    && !ignored(column);
        }
        Role role = role(column);
        return !settled(column)
                && (role == null || role.equals(Role.ADDRESS_NUMBER))
                && ColumnNames.refused(table.header().get(column)).isEmpty();
    }

    /** Up to four columns that tell much of a person, one of a kind. */
    int[] anchors() {
        List<Integer> anchors = new ArrayList<>();
        for (List<Role> kind : ANCHORS) {
            for (int i = 0; i < mapped.size(); i++) {
                Mapped said = mapped.get(i);
                Role role = said == null || ignored(i) ? role(i) : said.role();
                if (role != null && kind.contains(role)) {
                    anchors.add(i);
                    break;
                }
            }
        }
        return anchors.stream().mapToInt(Integer::intValue).toArray();
    }
}
