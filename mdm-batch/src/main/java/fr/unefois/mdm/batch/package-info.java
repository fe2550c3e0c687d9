/** Jobs, and the commands that need no server. */
@NullMarked
package fr.unefois.mdm.batch;

import org.jspecify.annotations.NullMarked;
