/** What every kind of source shares: rows, and the mapping from columns to a citizen record. */
@NullMarked
package fr.unefois.mdm.connectors;

import org.jspecify.annotations.NullMarked;
