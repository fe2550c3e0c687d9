/** Says what changed in a golden record. */
@NullMarked
package fr.unefois.mdm.change;

import org.jspecify.annotations.NullMarked;
