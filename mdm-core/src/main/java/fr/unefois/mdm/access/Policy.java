package fr.unefois.mdm.access;

import fr.unefois.mdm.access.Permission.Denied;
import fr.unefois.mdm.access.Permission.Granted;
import fr.unefois.mdm.access.Permission.Reason;
import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.golden.GoldenValue;
import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.record.SourceKey;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who may do what, and what of a citizen they may see. Every call of the service goes through here; default is no. */
public final class Policy {
    /** From here on a source has seen who somebody is: at the desk, or by a trusted register. */
    private static final int IDENTIFIED = 500;

    private final Supplier<Contracts> contracts;
    private final Map<String, Source> sources;
    private final IntSupplier disclosureThreshold;
    private final Clock clock;

    /**
     * @param disclosureThreshold in thousandths of a bit: below it a golden record withholds its values; asked each time, for
     *     another model may come into force
     */
    public Policy(
            Supplier<Contracts> contracts, Map<String, Source> sources, IntSupplier disclosureThreshold, Clock clock) {
        this.contracts = contracts;
        this.sources = Map.copyOf(sources);
        this.disclosureThreshold = disclosureThreshold;
        this.clock = clock;
    }

    /** @param purpose one of the contract's purposes; null for its first */
    public Permission permit(String client, Operation operation, @Nullable String purpose) {
        Optional<ServiceContract> known = contracts.get().of(client);
        if (known.isEmpty()) {
            return new Denied(Optional.empty(), Reason.NO_CONTRACT);
        }
        ServiceContract contract = known.get();
        if (!contract.inForce(LocalDate.now(clock))) {
            return denied(contract, Reason.NOT_IN_FORCE);
        }
        if (!contract.operations().contains(operation)) {
            return denied(contract, Reason.OPERATION);
        }
        if (purpose != null && !contract.purposes().contains(purpose)) {
            return denied(contract, Reason.PURPOSE);
        }
        return new Granted(contract, purpose == null ? contract.purposes().get(0) : purpose);
    }

    /** Whether the contract lets the call be made without an agent, or by this one. */
    public Permission agent(Granted granted, @Nullable String agent) {
        return agent == null && granted.contract().agentRequired() ? denied(granted.contract(), Reason.AGENT) : granted;
    }

    /**
     * Whether the client may be shown this citizen: under a contract of subject `self` it is the citizen who asks.
     *
     * @param proved the citizen whose own signed proof came with the call; null where none did
     */
    public Permission subject(Granted granted, UUID citizen, GoldenRecord golden, @Nullable UUID proved) {
        ServiceContract contract = granted.contract();
        boolean themselves = citizen.equals(proved)
                || (contract.proof() == ServiceContract.Proof.ACCOUNT
                        && golden.crosswalk().stream().anyMatch(key -> identifies(contract, key.source())));
        return contract.subject() == ServiceContract.Subject.THIRD_PARTY || themselves
                ? granted
                : denied(contract, Reason.SUBJECT);
    }

    private boolean identifies(ServiceContract contract, String name) {
        Source source = sources.get(name);
        return source != null
                && source.sector().equals(contract.sector())
                && source.certification(Attribute.BIRTH_NAME).level() >= IDENTIFIED;
    }

    /** Whether the client may ask by these attributes who somebody is. */
    public Permission search(Granted granted, Collection<Attribute> attributes) {
        return within(granted, granted.contract().searchable(), attributes);
    }

    /** Whether the client may see these attributes, asked for by name. */
    public Permission read(Granted granted, Collection<Attribute> attributes) {
        return within(granted, granted.contract().readable(), attributes);
    }

    /** Whether the client may feed these attributes to this source, which must be of its own sector. */
    public Permission write(Granted granted, String source, Collection<Attribute> attributes) {
        return feeds(granted.contract(), source)
                ? within(granted, granted.contract().writable(), attributes)
                : denied(granted.contract(), Reason.SOURCE);
    }

    /** Whether the source is of the contract's own sector. */
    public boolean feeds(ServiceContract contract, String name) {
        Source source = sources.get(name);
        return source != null && source.sector().equals(contract.sector());
    }

    /** Whether the client may turn identifiers of this source into references. */
    public Permission crosswalk(Granted granted, String source) {
        return names(granted.contract(), source) ? granted : denied(granted.contract(), Reason.SOURCE);
    }

    /** The golden record through the contract. */
    public Profile profile(ServiceContract contract, GoldenRecord golden) {
        Map<Attribute, List<Profile.Shown>> shown = new TreeMap<>();
        Set<Attribute> withheld = new TreeSet<>();
        golden.attributes().forEach((attribute, values) -> {
            List<Profile.Shown> visible = values.stream()
                    .filter(value -> contract.readable().contains(attribute))
                    .filter(value -> value.provenance().certification().level() >= contract.minimumCertification())
                    .filter(value -> !attribute.equals(Attribute.IDENTIFIERS) || inSector(contract, value))
                    .filter(value -> !isSecret(value) || inSector(contract, value))
                    .map(value -> shown(contract, value))
                    .toList();
            if (visible.isEmpty()) {
                return;
            }
            if (golden.linkWeight() < disclosureThreshold.getAsInt()) {
                withheld.add(attribute);
            } else {
                shown.put(attribute, visible);
            }
        });
        return new Profile(shown, withheld);
    }

    /** The citizen's records in the sources that the contract names and may know of; none on a doubtful link. */
    public List<SourceKey> crosswalk(ServiceContract contract, GoldenRecord golden) {
        if (golden.linkWeight() < disclosureThreshold.getAsInt()) {
            return List.of();
        }
        return golden.crosswalk().stream()
                .filter(key -> names(contract, key.source()))
                .toList();
    }

    /** Whether the contract names the source, and the source's use lets it be named there. */
    private boolean names(ServiceContract contract, String source) {
        return contract.sources().contains(source) && mayKnow(contract, source);
    }

    /** Sources that only verify or link are never named outside their sector. */
    public boolean mayKnow(ServiceContract contract, String name) {
        Source source = sources.get(name);
        return source != null
                && (source.use() == Source.Use.CONTRIBUTE || source.sector().equals(contract.sector()));
    }

    /**
     * Whether the contract's client may learn that the citizen is there at all: one of its population, whom not only
     * sources of use `link` outside its sector know. The console, which judges all records, knows of everybody.
     */
    public boolean knows(ServiceContract contract, GoldenRecord golden) {
        return contract.population().includes(golden)
                && golden.crosswalk().stream().anyMatch(key -> mayCompare(contract, key.source()));
    }

    /** What the database is asked to let the contract see: whom {@link #knows} knows, and what the contract reads. */
    public Sight sight(ServiceContract contract) {
        return Sight.of(
                contract,
                contract.sector().equals(SectorReferences.CONSOLE)
                        ? null
                        : sources.keySet().stream()
                                .filter(name -> mayCompare(contract, name))
                                .collect(Collectors.toSet()));
    }

    /** Whether what the client describes may be compared with records of the source. */
    public boolean mayCompare(ServiceContract contract, String name) {
        Source source = sources.get(name);
        return contract.sector().equals(SectorReferences.CONSOLE)
                || (source != null
                        && (source.use() != Source.Use.LINK || source.sector().equals(contract.sector())));
    }

    /**
     * Whether where the citizen lives, as the record has it, may take part in what the client learns: of one whose address
     * is secret, what its own sector gave alone. That it is secret is not told either.
     */
    public boolean mayCompareAddress(ServiceContract contract, GoldenRecord golden, CitizenRecord record) {
        return !(golden.hasSecretAddress() || record.hasSecretAddress())
                || feeds(contract, record.key().source());
    }

    private static boolean isSecret(GoldenValue value) {
        return value.values().stream().anyMatch(one -> one instanceof Address address && address.secret());
    }

    private boolean inSector(ServiceContract contract, GoldenValue value) {
        Source source = sources.get(value.provenance().record().source());
        return source != null && source.sector().equals(contract.sector());
    }

    private Profile.Shown shown(ServiceContract contract, GoldenValue value) {
        String source = value.provenance().record().source();
        return new Profile.Shown(
                value.values(),
                value.provenance().certification(),
                mayKnow(contract, source) ? source : null,
                value.provenance().asOf());
    }

    private static Permission within(Granted granted, Set<Attribute> allowed, Collection<Attribute> asked) {
        return allowed.containsAll(asked) ? granted : denied(granted.contract(), Reason.ATTRIBUTE);
    }

    private static Denied denied(ServiceContract contract, Reason reason) {
        return new Denied(Optional.of(contract.name()), reason);
    }
}
