/** Chooses, value by value, what is known of a citizen, and says where it comes from. */
@NullMarked
package fr.unefois.mdm.golden;

import org.jspecify.annotations.NullMarked;
