/** Turns a standard record into blocking keys, and keys into candidate pairs. */
@NullMarked
package fr.unefois.mdm.block;

import org.jspecify.annotations.NullMarked;
