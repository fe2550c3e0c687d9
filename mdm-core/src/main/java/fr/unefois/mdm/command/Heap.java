package fr.unefois.mdm.command;

/** The memory that Java keeps its objects in. */
public final class Heap {
    private Heap() {}

    /**
     * Frees what the phase that ends leaves, so that the next one has its room. Left alone, Java takes more from the
     * machine as long as there is some: new pages cost more time than a look at what is still in use, some hundred
     * milliseconds a gigabyte.
     */
    public static void settle() {
        System.gc();
    }
}
