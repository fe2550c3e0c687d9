package fr.unefois.mdm.access;

import fr.unefois.mdm.record.Attribute;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one client may do, with which attributes, and on what ground. What a contract does not name, it denies.
 *
 * @param name the file's name; may be told to the client and stands in the audit
 * @param version changes with every change of the file's text
 * @param client the OAuth 2 client, or the person, that the contract is for
 * @param sector the sector in whose references the client names citizens
 * @param purposes why the client may call, the default first
 * @param legalBasis the ground of the processing, in the terms of the GDPR and French law
 * @param proof how a citizen proves that it is they who ask, where the subject is {@link Subject#SELF}
 * @param agentRequired whether a call must name the agent who makes it
 * @param readable attributes that the client may see
 * @param searchable attributes by which it may ask who somebody is
 * @param writable attributes that it may feed, to sources of its own sector
 * @param sources those whose identifiers it may see in the crosswalk
 * @param minimumCertification values below this level are absent
 * @param population the citizens that it is about
 * @param validFrom first day in force; null when it always was
 * @param validUntil last day in force; null while none is set
 */
public record ServiceContract(
        String name,
        String version,
        String client,
        String sector,
        List<String> purposes,
        String legalBasis,
        Subject subject,
        Proof proof,
        boolean agentRequired,
        Set<Operation> operations,
        Set<Attribute> readable,
        Set<Attribute> searchable,
        Set<Attribute> writable,
        Set<String> sources,
        int minimumCertification,
        Population population,
        Limits limits,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil) {
    /** Whose data the client asks for. */
    public enum Subject {
        /** The person asks about themselves. */
        SELF,
        /** An agent, or an application, asks about somebody else. */
        THIRD_PARTY
    }

    /** How a citizen proves that it is they who ask. */
    public enum Proof {
        /** By their own signed token, with every call. */
        TOKEN,
        /** By that, or by an account in a source of the client's sector that certified who they are. */
        ACCOUNT
    }

    public ServiceContract {
        purposes = List.copyOf(purposes);
        operations = Set.copyOf(operations);
        readable = Set.copyOf(readable);
        searchable = Set.copyOf(searchable);
        writable = Set.copyOf(writable);
        sources = Set.copyOf(sources);
    }

    public boolean inForce(LocalDate day) {
        boolean begun = validFrom == null || !day.isBefore(validFrom);
        boolean ended = validUntil != null && day.isAfter(validUntil);
        return begun && !ended;
    }
}
