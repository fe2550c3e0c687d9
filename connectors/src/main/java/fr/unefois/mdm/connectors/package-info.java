/** What every kind of source shares: rows, mappings, watermarks. */
@NullMarked
package fr.unefois.mdm.connectors;

import org.jspecify.annotations.NullMarked;
