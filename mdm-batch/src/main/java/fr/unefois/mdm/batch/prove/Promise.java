package fr.unefois.mdm.batch.prove;

/** One promise of the design, and how it is tried. */
interface Promise {
    /** What is promised, in a line. */
    String words();

    Finding tryOn(Ground ground) throws Exception;

    /**
     * What became of a trial.
     *
     * @param tried what was done, with how many
     * @param found what came of it
     */
    record Finding(String tried, String found, boolean kept) {}
}
