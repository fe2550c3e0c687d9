/** Who is calling, under which service contract, and the account of what they were shown. */
@NullMarked
package fr.unefois.mdm.api.access;

import org.jspecify.annotations.NullMarked;
