/** Partitions decided pairs into one cluster a citizen, under references that last. */
@NullMarked
package fr.unefois.mdm.cluster;

import org.jspecify.annotations.NullMarked;
