package fr.unefois.mdm.store;

import fr.unefois.mdm.change.ChangeEvent;
import fr.unefois.mdm.change.Recorded;
import fr.unefois.mdm.record.Attribute;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;

/** A row of {@code change_event}. */
final class ChangeRow {
    static final String COLUMNS = "ref, kind, attributes, others, at, cause";

    private ChangeRow() {}

    static Recorded read(ResultSet row) throws SQLException {
        String[] attributes = (String[]) row.getArray("attributes").getArray();
        UUID[] others = (UUID[]) row.getArray("others").getArray();
        ChangeEvent event = new ChangeEvent(
                row.getObject("ref", UUID.class),
                ChangeEvent.Kind.valueOf(row.getString("kind")),
                Arrays.stream(attributes).map(Attribute::new).collect(Collectors.toSet()),
                List.of(others));
        return new Recorded(
                event, Objects.requireNonNull(Sql.instant(row, "at")), CauseJson.read(row.getString("cause")));
    }
}
