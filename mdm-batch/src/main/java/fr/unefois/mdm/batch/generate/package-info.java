/** Composes a synthetic French town and writes what nine source systems would say of its citizens, with the truth beside. */
@NullMarked
package fr.unefois.mdm.batch.generate;

import org.jspecify.annotations.NullMarked;
