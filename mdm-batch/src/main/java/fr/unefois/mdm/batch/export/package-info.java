/** Writes the base to files, in a stable order. */
@NullMarked
package fr.unefois.mdm.batch.export;

import org.jspecify.annotations.NullMarked;
