/** The server: its configuration, its beans, and the commands that start and stop it. */
@NullMarked
package fr.unefois.mdm.api.server;

import org.jspecify.annotations.NullMarked;
