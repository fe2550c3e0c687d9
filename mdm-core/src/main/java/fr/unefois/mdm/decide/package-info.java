/** Turns weights and stewards' judgements into decisions. */
@NullMarked
package fr.unefois.mdm.decide;

import org.jspecify.annotations.NullMarked;
