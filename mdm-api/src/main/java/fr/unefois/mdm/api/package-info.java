/** The server and the executable jar's main. */
@NullMarked
package fr.unefois.mdm.api;

import org.jspecify.annotations.NullMarked;
