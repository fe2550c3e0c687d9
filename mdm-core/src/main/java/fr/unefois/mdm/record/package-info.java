/** What one source says of one citizen, as received. */
@NullMarked
package fr.unefois.mdm.record;

import org.jspecify.annotations.NullMarked;
