/** Links the whole base anew. */
@NullMarked
package fr.unefois.mdm.batch.link;

import org.jspecify.annotations.NullMarked;
