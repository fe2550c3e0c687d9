package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Citizen;
import java.util.List;
import java.util.UUID;

/** What a reference answers, however long ago it was handed out. */
public sealed interface Found {
    /** The reference of a citizen. */
    record Live(Citizen citizen) implements Found {}

    /** Merged, once or many times: the reference that answers for it now. */
    record Merged(UUID into) implements Found {}

    /** Split: the references, sorted, that answer for its parts now. */
    record Split(List<UUID> into) implements Found {
        public Split {
            into = List.copyOf(into);
        }
    }

    /** Handed out once; nothing of the citizen is left. */
    record Gone() implements Found {}

    /** Never handed out. */
    record Unknown() implements Found {}
}
