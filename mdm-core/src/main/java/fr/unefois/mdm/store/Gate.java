package fr.unefois.mdm.store;

/** The advisory lock that single writers share and a bulk write takes alone. */
final class Gate {
    /** {@code unefois} in ASCII; a blocking key that hashes to it would only wait a little more. */
    static final long KEY = 0x756E65666F6973L;

    private Gate() {}
}
