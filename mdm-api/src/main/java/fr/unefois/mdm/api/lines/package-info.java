/** Many calls in one request: a JSON text a line, answered a line each, in order. */
@NullMarked
package fr.unefois.mdm.api.lines;

import org.jspecify.annotations.NullMarked;
