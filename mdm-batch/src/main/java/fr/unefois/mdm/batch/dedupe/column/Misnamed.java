package fr.unefois.mdm.batch.dedupe.column;

import java.io.Serial;

/** The user names a column or an attribute that is not there, or that may not be used; the message says what to do. */
public final class Misnamed extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    Misnamed(String message) {
        super(message);
    }
}
