/** The stewards' queue of doubtful pairs. */
@NullMarked
package fr.unefois.mdm.api.review;

import org.jspecify.annotations.NullMarked;
