/** Benchmarks of commands and processes that are killed. */
@NullMarked
package fr.unefois.mdm.batch.bench;

import org.jspecify.annotations.NullMarked;
