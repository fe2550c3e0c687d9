/** Turns a citizen record into comparable values, with its flaws. */
@NullMarked
package fr.unefois.mdm.standardise;

import org.jspecify.annotations.NullMarked;
