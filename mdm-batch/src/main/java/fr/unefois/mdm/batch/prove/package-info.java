/** Tries the promises of the design on a real base, scaled down, and says what it found. */
@NullMarked
package fr.unefois.mdm.batch.prove;

import org.jspecify.annotations.NullMarked;
