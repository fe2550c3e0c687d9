package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.record.AttributeType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one file's columns are taken for so far. */
final class Draft {
    private final HeaderRoles header;
    private final Survey survey;
    private final @Nullable Role[] roles;
    private final @Nullable AttributeType[] types;
    private final boolean[] ignored;
    private final String[] why;

    Draft(HeaderRoles header, Survey survey) {
        this.header = header;
        this.survey = survey;
        int columns = survey.table().header().size();
        this.roles = new Role[columns];
        this.types = new AttributeType[columns];
        this.ignored = new boolean[columns];
        this.why = new String[columns];
        for (int i = 0; i < columns; i++) {
            why[i] = "";
            Mapped said = header.mapped(i);
            if (header.ignored(i)) {
                ignore(i, "as you asked");
            } else if (said != null && i != header.id() && i != header.source()) {
                roles[i] = said.role();
                types[i] = said.type();
                why[i] = "as you mapped it";
            } else {
                roles[i] = header.role(i);
            }
        }
    }

    HeaderRoles header() {
        return header;
    }

    Survey survey() {
        return survey;
    }

    int columns() {
        return roles.length;
    }

    String name(int column) {
        return survey.table().header().get(column);
    }

    @Nullable
    Role role(int column) {
        return roles[column];
    }

    @Nullable
    AttributeType type(int column) {
        return types[column];
    }

    boolean isIgnored(int column) {
        return ignored[column];
    }

    String why(int column) {
        return why[column];
    }

    /** Whether the user decided; nothing that is found out changes it. */
    boolean settled(int column) {
        return header.settled(column);
    }

    /** Whether nobody knows yet what the column tells. */
    boolean open(int column) {
        return roles[column] == null && !ignored[column] && !settled(column);
    }

    /** A column of the user's own attribute whose type is left to the values. */
    boolean untyped(int column) {
        Role role = roles[column];
        return role != null && role.isCustom() && types[column] == null && !ignored[column];
    }

    void use(int column, Role role, String reason) {
        roles[column] = role;
        why[column] = reason;
    }

    void use(int column, Role role, AttributeType type, String reason) {
        use(column, role, reason);
        types[column] = type;
    }

    /** Nobody knows any more what the column tells. */
    void forget(int column) {
        roles[column] = null;
    }

    void ignore(int column, String reason) {
        roles[column] = null;
        ignored[column] = true;
        why[column] = reason;
    }

    List<Integer> of(Role role) {
        List<Integer> columns = new ArrayList<>();
        for (int i = 0; i < roles.length; i++) {
            if (role.equals(roles[i])) {
                columns.add(i);
            }
        }
        return columns;
    }

    boolean has(Role role) {
        return !of(role).isEmpty();
    }

    /** Up to so many values of the sample. */
    List<String> values(int column, int most) {
        List<String> values = survey.sample().values(column);
        values.removeIf(value -> ColumnCount.nothing(value) != ColumnCount.Nothing.NO);
        return values.size() <= most ? values : values.subList(0, most);
    }
}
