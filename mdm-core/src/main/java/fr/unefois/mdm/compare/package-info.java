/** Weighs the evidence, in bits, that two records are of one person. */
@NullMarked
package fr.unefois.mdm.compare;

import org.jspecify.annotations.NullMarked;
