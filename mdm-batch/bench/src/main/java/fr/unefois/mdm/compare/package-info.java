/** Measures what is hidden in the engine's package of this name. */
@NullMarked
package fr.unefois.mdm.compare;

import org.jspecify.annotations.NullMarked;
