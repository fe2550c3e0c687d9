package fr.unefois.mdm.access;

import fr.unefois.mdm.record.Attribute;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reading or change of one citizen's data: who, under which contract, why, when, what; names, never values.
 *
 * @param at to the microsecond, as the store keeps it
 * @param agent the person who acted through the client, where there is one
 * @param onBehalfOf the citizen who asked, where it was proved who did
 * @param contract the service contract's name, with {@code contractVersion} as it stood
 * @param attributes those shown or changed
 */
public record Access(
        Instant at,
        String client,
        @Nullable String agent,
        @Nullable UUID onBehalfOf,
        String contract,
        String contractVersion,
        String purpose,
        Operation operation,
        UUID citizen,
        Set<Attribute> attributes) {
    public Access {
        at = at.truncatedTo(ChronoUnit.MICROS);
        attributes = Collections.unmodifiableSet(new TreeSet<>(attributes));
    }
}
