/** The walk in one place, for the records that one change touches. */
@NullMarked
package fr.unefois.mdm.arrive;

import org.jspecify.annotations.NullMarked;
