/** The engine over files, without a database: link, evaluate, explain. */
@NullMarked
package fr.unefois.mdm.batch.dedupe;

import org.jspecify.annotations.NullMarked;
