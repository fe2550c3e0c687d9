package fr.unefois.mdm.cluster;

/** log2 of the odds that two clusters are of one person, in thousandths of a bit. Symmetric. */
interface Gain {
    /**
     * In thousandths of a bit: what gains less is of two people beyond doubt, so that one of them may rival the other. A
     * name that is spelt in two ways gains more.
     */
    int TWO_PEOPLE = -10_000;

    /**
     * Where it is below {@link #TWO_PEOPLE}, and below all that a threshold asks for, it may be less still.
     *
     * @param a positions of records, sorted; likewise b
     */
    int gain(int[] a, int[] b);

    /** Whether a personal comparison tells the two clusters apart, whatever the rest says. */
    default boolean objects(int[] a, int[] b) {
        return false;
    }
}
