/** Decides who may read what, and why, and keeps account of it. */
@NullMarked
package fr.unefois.mdm.access;

import org.jspecify.annotations.NullMarked;
