package fr.unefois.mdm.cluster;

/** log2 of the odds that two clusters are of one person, in thousandths of a bit. Symmetric. */
interface Gain {
    /** @param a positions of records, sorted; likewise b */
    int gain(int[] a, int[] b);

    /** Whether a personal comparison tells the two clusters apart, whatever the rest says. */
    default boolean objects(int[] a, int[] b) {
        return false;
    }
}
