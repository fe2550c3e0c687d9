package fr.unefois.mdm.batch.bench;

/** A benchmark could not be run; the message says why, and what to do. */
public final class Unmeasured extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Unmeasured(String message) {
        super(message);
    }

    public Unmeasured(String message, Throwable cause) {
        super(message, cause);
    }
}
