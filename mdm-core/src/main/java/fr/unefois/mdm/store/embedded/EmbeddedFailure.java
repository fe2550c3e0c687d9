package fr.unefois.mdm.store.embedded;

import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL cannot run here; the message says why and what to do. */
public final class EmbeddedFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    EmbeddedFailure(String message) {
        super(message);
    }

    EmbeddedFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
