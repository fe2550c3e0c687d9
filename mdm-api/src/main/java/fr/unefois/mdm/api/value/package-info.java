/** The attributes of a citizen as the API's JSON writes and reads them. */
@NullMarked
package fr.unefois.mdm.api.value;

import org.jspecify.annotations.NullMarked;
