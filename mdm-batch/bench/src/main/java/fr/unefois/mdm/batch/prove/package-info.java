/** Tries promises of the package of this name by the ten thousand. */
@NullMarked
package fr.unefois.mdm.batch.prove;

import org.jspecify.annotations.NullMarked;
