/** Files of people, as rows of text: which format, encoding and layout they have is found out. */
@NullMarked
package fr.unefois.mdm.batch.dedupe.file;

import org.jspecify.annotations.NullMarked;
