package fr.unefois.mdm.arrive;

/** Another model version has come into force than the one that a writer follows; nothing was written. */
public final class ModelChanged extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ModelChanged() {
        super("another model version is in force by now");
    }
}
