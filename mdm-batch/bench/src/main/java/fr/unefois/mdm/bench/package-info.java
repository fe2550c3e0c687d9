/** Benchmarks that need libraries which the jar does not carry. */
@NullMarked
package fr.unefois.mdm.bench;

import org.jspecify.annotations.NullMarked;
