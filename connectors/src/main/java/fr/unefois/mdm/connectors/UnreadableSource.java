package fr.unefois.mdm.connectors;

/** Nothing of a source can be read; other sources go on. The message names the place and says what to do. */
public final class UnreadableSource extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnreadableSource(String message) {
        super(message);
    }
}
