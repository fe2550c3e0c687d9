/** {@code audit}: verifies and purges the account of accesses. */
@NullMarked
package fr.unefois.mdm.batch.audit;

import org.jspecify.annotations.NullMarked;
