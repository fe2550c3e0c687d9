package fr.unefois.mdm.api.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling.
 *
 * @param client the OAuth 2 client, or the role in which a person logged in: it has the service contract
 * @param agent the person who acts, where there is one
 * @param scopes to which operations the token was narrowed; empty when it carries all that the contract allows
 * @param purpose what the call says it is for; null for the contract's default
 */
public record Caller(
        String client,
        @Nullable String agent,
        Set<String> scopes,
        @Nullable String purpose) {
    public static final String PURPOSE_HEADER = "Mdm-Purpose";

    public Caller {
        scopes = Set.copyOf(scopes);
    }
}
