/** Every error of the API as RFC 9457 problem details, with a stable type and no citizen's value. */
@NullMarked
package fr.unefois.mdm.api.problem;

import org.jspecify.annotations.NullMarked;
