/** The stewards' pages, rendered on the server. */
@NullMarked
package fr.unefois.mdm.api.console;

import org.jspecify.annotations.NullMarked;
