/** Reads the sources into the base, as one restartable job. */
@NullMarked
package fr.unefois.mdm.batch.pull;

import org.jspecify.annotations.NullMarked;
