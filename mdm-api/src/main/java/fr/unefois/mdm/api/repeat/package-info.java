/** A call that is sent twice under one key acts once, and is answered the same. */
@NullMarked
package fr.unefois.mdm.api.repeat;

import org.jspecify.annotations.NullMarked;
