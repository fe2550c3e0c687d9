/** What the columns of a file tell of a person: by their names, by their values, and whether they help to tell people apart. */
@NullMarked
package fr.unefois.mdm.batch.dedupe.column;

import org.jspecify.annotations.NullMarked;
