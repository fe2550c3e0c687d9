/** Runs a real PostgreSQL of our own, so that a town has nothing to install. */
@NullMarked
package fr.unefois.mdm.store.embedded;

import org.jspecify.annotations.NullMarked;
