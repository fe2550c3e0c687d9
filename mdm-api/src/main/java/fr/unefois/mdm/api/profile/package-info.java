/** The golden record through a contract, and who has read it. */
@NullMarked
package fr.unefois.mdm.api.profile;

import org.jspecify.annotations.NullMarked;
