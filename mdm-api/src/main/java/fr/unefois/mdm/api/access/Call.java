package fr.unefois.mdm.api.access;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.access.Permission.Granted;
import fr.unefois.mdm.access.SectorReferences;
import fr.unefois.mdm.access.ServiceContract;
import fr.unefois.mdm.access.Sight;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call that its contract allows.
 *
 * @param references those of the caller's sector
 * @param sight what the database lets it see
 * @param proved the citizen whose signed proof came with the call; null where none did
 */
public record Call(
        Caller caller,
        Operation operation,
        Granted granted,
        SectorReferences references,
        Sight sight,
        @Nullable UUID proved) {
    public ServiceContract contract() {
        return granted.contract();
    }

    public String ref(UUID citizen) {
        return references.ref(citizen);
    }
}
