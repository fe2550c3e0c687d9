/** Reads citizens from delimited text files, however they were exported. */
@NullMarked
package fr.unefois.mdm.connectors.csv;

import org.jspecify.annotations.NullMarked;
