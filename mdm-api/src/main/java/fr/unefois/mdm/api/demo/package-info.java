/** The demonstration town: its accounts, its authorization server, and one citizen's story. */
@NullMarked
package fr.unefois.mdm.api.demo;

import org.jspecify.annotations.NullMarked;
