package fr.unefois.mdm.api.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is calling.
 *
 * @param client the OAuth 2 client, or the role in which a person logged in: it has the service contract
 * @param agent the person who acts, where there is one
 * @param scopes to which operations the token was narrowed; empty when it carries all that the contract allows
 * @param purpose what the call says it is for; null for the contract's default
 * @param proof the citizen's signed token that came with the call, not checked yet; null where none did
 * @param until when the token ends; null where it does not
 */
public record Caller(
        String client,
        @Nullable String agent,
        Set<String> scopes,
        @Nullable String purpose,
        @Nullable String proof,
        @Nullable Instant until) {
    /** The citizen's own signed token, for contracts that show a citizen to themselves alone. */
    public static final String PROOF_HEADER = "Mdm-Subject-Token";

    public static final String PURPOSE_HEADER = "Mdm-Purpose";

    public Caller {
        scopes = Set.copyOf(scopes);
    }

    /** A caller within the service itself, who acts as a client would. */
    public static Caller of(String client) {
        return new Caller(client, null, Set.of(), null, null, null);
    }

    @Override
    public String toString() {
        return "Caller[" + client + "]";
    }
}
