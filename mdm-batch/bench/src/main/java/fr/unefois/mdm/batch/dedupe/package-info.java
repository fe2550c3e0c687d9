/** Opens to the benchmarks what is hidden in the package of this name. */
@NullMarked
package fr.unefois.mdm.batch.dedupe;

import org.jspecify.annotations.NullMarked;
