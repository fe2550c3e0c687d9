/** The same walk over many records at once. */
@NullMarked
package fr.unefois.mdm.bulk;

import org.jspecify.annotations.NullMarked;
