package fr.unefois.mdm.batch.dedupe;

import java.io.Serial;

/** A command cannot go on; the message says what is wrong, where, and what to do. It holds no citizen's value. */
final class Unusable extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final int exitCode;

    Unusable(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
