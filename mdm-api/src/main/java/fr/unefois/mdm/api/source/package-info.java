/** A business application feeds or withdraws one record of its own source. */
@NullMarked
package fr.unefois.mdm.api.source;

import org.jspecify.annotations.NullMarked;
