package fr.unefois.mdm.api.prefill;

import fr.unefois.mdm.access.Profile;
import fr.unefois.mdm.arrive.Citizen;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The people of one prefilled form.
 *
 * @param child null where the call names none
 * @param otherParent whether another parent of the child is known
 * @param consents the names of what the requester consented to
 */
record Family(Person requester, @Nullable Person child, boolean otherParent, Set<String> consents) {
    /** A citizen, and what the contract shows of them. */
    record Person(Citizen citizen, Profile profile) {}

    Family {
        consents = Set.copyOf(consents);
    }
}
