package fr.unefois.mdm.store;

import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Rows for one {@code COPY table FROM STDIN}, in PostgreSQL's text format. */
final class CopyText {
    private final String table;
    private final StringBuilder rows = new StringBuilder();
    private long count;

    CopyText(String table) {
        this.table = table;
    }

    void row(@Nullable Object... columns) {
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                rows.append('\t');
            }
            Object column = columns[i];
            if (column == null) {
                rows.append("\\N");
            } else if (column instanceof String text) {
                escape(text);
            } else {
                rows.append(column);
            }
        }
        rows.append('\n');
        count++;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> rows.append("\\\\");
                case '\n' -> rows.append("\\n");
                case '\r' -> rows.append("\\r");
                case '\t' -> rows.append("\\t");
                default -> rows.append(c);
            }
        }
    }

    /** Sends what was gathered; answers how many rows there have been in all. */
    long flush(Connection connection) throws SQLException {
        if (!rows.isEmpty()) {
            try {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy " + table + " from stdin", new StringReader(rows.toString()));
            } catch (IOException e) {
                throw new SQLException("the connection broke in a COPY to " + table, "08006", e);
            }
            rows.setLength(0);
        }
        return count;
    }
}
