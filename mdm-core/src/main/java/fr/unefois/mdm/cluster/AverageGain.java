package fr.unefois.mdm.cluster;

/** The mean match weight of all pairs between two clusters; a pair below the floor counts the floor. */
final class AverageGain implements Gain {
    private final EvidenceTable table;
    private final int floor;

    AverageGain(EvidenceTable table) {
        this.table = table;
        this.floor = table.model().thresholds().floor();
    }

    @Override
    public int gain(int[] a, int[] b) {
        long sum = 0;
        for (int i : a) {
            for (int j : b) {
                sum += Math.max(floor, table.weight(i, j));
            }
        }
        return (int) Math.floorDiv(sum, (long) a.length * b.length);
    }
}
