package fr.unefois.mdm.access;

import java.util.Optional;

/** The answer to "may this client do that, for this purpose?". */
public sealed interface Permission {
    /** It may, under this contract. */
    record Granted(ServiceContract contract, String purpose) implements Permission {}

    /** It may not. Holds the contract's name where there is one, and never a value. */
    record Denied(Optional<String> contract, Reason reason) implements Permission {}

    /** Why not. */
    enum Reason {
        NO_CONTRACT("the client has no service contract"),
        NOT_IN_FORCE("the service contract is not in force today"),
        OPERATION("the service contract does not allow this operation"),
        PURPOSE("the service contract does not name this purpose"),
        ATTRIBUTE("the service contract does not name this attribute"),
        SOURCE("the service contract does not give access to this source"),
        SUBJECT("the service contract shows a citizen to themselves alone, by their own proof"),
        AGENT("the service contract asks that the token name the agent who calls");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }
}
