package fr.unefois.mdm.cluster;

/** Hears which clusters join, in the order in which they do. */
interface Growth {
    /** The gain of clusters that stewards joined, whatever the evidence. */
    int JUDGED = Integer.MAX_VALUE;

    Growth UNHEARD = (left, right, gain) -> {};

    /** @param left positions of records, sorted; likewise right */
    void joined(int[] left, int[] right, int gain);
}
