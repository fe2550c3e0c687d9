/** A declared form, filled with what the authority knows. */
@NullMarked
package fr.unefois.mdm.api.prefill;

import org.jspecify.annotations.NullMarked;
