/** Measures the engine as its users run it, against the goals; benchmarks of other modules join by {@code Benchmark}. */
@NullMarked
package fr.unefois.mdm.batch.bench;

import org.jspecify.annotations.NullMarked;
