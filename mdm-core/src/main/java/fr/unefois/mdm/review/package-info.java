/** Lays doubtful decisions before a steward. */
@NullMarked
package fr.unefois.mdm.review;

import org.jspecify.annotations.NullMarked;
