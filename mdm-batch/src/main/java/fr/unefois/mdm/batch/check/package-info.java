/** Checks the whole configuration before anything runs. */
@NullMarked
package fr.unefois.mdm.batch.check;

import org.jspecify.annotations.NullMarked;
