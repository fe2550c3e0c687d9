/** Learns and measures the model. */
@NullMarked
package fr.unefois.mdm.estimate;

import org.jspecify.annotations.NullMarked;
