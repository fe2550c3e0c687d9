package fr.unefois.mdm.batch.bench;

import java.util.List;
import java.util.function.Consumer;

/** One benchmark of {@code ./mdm bench}, found by {@link java.util.ServiceLoader}: public, with a constructor for it. */
public interface Benchmark {
    /** What it is called on the command line. */
    String name();

    /** What it measures, in a line. */
    String measures();

    /** About how long it takes as it is, in words. */
    String lasts();

    /** What its figures should come to, a line each. */
    List<String> goals();

    /**
     * Measures.
     *
     * @param told hears of every case as soon as it is measured
     * @throws Unmeasured when it cannot
     */
    void run(Setting setting, Consumer<Case> told);
}
