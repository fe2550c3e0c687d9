/** Who is this, and what is he called in the other systems. */
@NullMarked
package fr.unefois.mdm.api.identity;

import org.jspecify.annotations.NullMarked;
