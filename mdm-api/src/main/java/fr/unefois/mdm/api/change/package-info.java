/** What changes, for those who follow it. */
@NullMarked
package fr.unefois.mdm.api.change;

import org.jspecify.annotations.NullMarked;
