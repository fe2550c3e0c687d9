package fr.unefois.mdm.store;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The database could not do what was asked: it is cut off, full, or refuses. The message holds no citizen's value. */
public final class StoreFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StoreFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    public StoreFailure(String message) {
        super(message);
    }

    static StoreFailure of(String doing, SQLException cause) {
        String state = cause.getSQLState();
        return new StoreFailure(
                "the database failed while " + doing
                        + (state == null ? ": the connection to it is gone" : " (SQL state " + state + ")"),
                cause);
    }
}
