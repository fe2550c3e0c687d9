/** Signed posts to addresses that the installation allows; knows nothing of what it sends. */
@NullMarked
package fr.unefois.mdm.api.webhook;

import org.jspecify.annotations.NullMarked;
