package fr.unefois.mdm.api.access;

import fr.unefois.mdm.access.Access;
import fr.unefois.mdm.access.Audit;
import fr.unefois.mdm.access.Meter;
import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.access.Permission;
import fr.unefois.mdm.access.Permission.Denied;
import fr.unefois.mdm.access.Permission.Granted;
import fr.unefois.mdm.access.Policy;
import fr.unefois.mdm.access.ReferenceKeys;
import fr.unefois.mdm.access.SectorReferences;
import fr.unefois.mdm.access.ServiceContract;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.arrive.Asker;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/** The one way into the data: a call is opened under the caller's contract, and accounted for before it answers. */
@Component
public final class Gate {
    private final Policy policy;
    private final ReferenceKeys keys;
    private final Audit audit;
    private final Meter meter;
    private final SubjectProofs proofs;
    private final Clock clock;
    private final Map<String, SectorReferences> references = new ConcurrentHashMap<>();

    Gate(Policy policy, ReferenceKeys keys, Audit audit, Meter meter, SubjectProofs proofs, Clock clock) {
        this.policy = policy;
        this.keys = keys;
        this.audit = audit;
        this.meter = meter;
        this.proofs = proofs;
        this.clock = clock;
    }

    /** @throws ProblemException 403, naming the contract, where it does not allow the operation or the purpose */
    public Call open(Caller caller, Operation operation) {
        Granted granted = permitted(caller, operation);
        if (!meter.call(granted.contract())) {
            throw new ProblemException(Problem.TOO_MANY, "The service contract allows no more calls in this minute.");
        }
        return call(caller, operation, granted);
    }

    /** A call that goes on, or that holds many: as {@link #open}, but not counted as one more. */
    public Call resume(Caller caller, Operation operation) {
        return call(caller, operation, permitted(caller, operation));
    }

    private Granted permitted(Caller caller, Operation operation) {
        Granted granted = granted(policy.permit(caller.client(), operation, caller.purpose()));
        if (!inScope(caller, operation)) {
            throw refusal(new Denied(Optional.of(granted.contract().name()), Permission.Reason.OPERATION));
        }
        return granted(policy.agent(granted, caller.agent()));
    }

    private Call call(Caller caller, Operation operation, Granted granted) {
        ServiceContract contract = granted.contract();
        SectorReferences sector =
                references.computeIfAbsent(contract.sector(), name -> new SectorReferences(keys, name));
        String proof = caller.proof();
        return new Call(
                caller,
                operation,
                granted,
                sector,
                policy.sight(contract),
                proof == null ? null : proofs.citizen(contract, proof));
    }

    /**
     * Lets pass the citizens whom the call may be shown. Every endpoint asks, for every citizen of whom it tells more
     * than the reference.
     *
     * @throws ProblemException 404 outside the contract's population, as for nobody; 403 where it is not they who ask
     */
    public void admit(Call call, Citizen citizen) {
        if (!knows(call, citizen)) {
            throw nobody(call);
        }
        granted(subject(call, citizen));
    }

    /** Whether the client may learn that the citizen is there. */
    public boolean knows(Call call, Citizen citizen) {
        return policy.knows(call.contract(), citizen.golden());
    }

    /** The call as one that asks who somebody is. */
    public Asker asker(Call call) {
        ServiceContract contract = call.contract();
        return new Asker() {
            @Override
            public boolean compares(SourceKey record) {
                return policy.mayCompare(contract, record.source());
            }

            @Override
            public boolean knows(Citizen citizen) {
                return Gate.this.knows(call, citizen);
            }

            @Override
            public boolean comparesAddress(Citizen citizen, CitizenRecord record) {
                return policy.mayCompareAddress(contract, citizen.golden(), record);
            }
        };
    }

    /** Whether more than the reference may be told of the citizen. */
    public boolean shows(Call call, Citizen citizen) {
        return subject(call, citizen) instanceof Granted;
    }

    private Permission subject(Call call, Citizen citizen) {
        return policy.subject(call.granted(), citizen.ref(), citizen.golden(), call.proved());
    }

    /**
     * The citizen behind a reference of the caller's sector.
     *
     * @throws ProblemException 404, the same as for a citizen nobody knows, where the text is no reference
     */
    public UUID citizen(Call call, String ref) {
        return call.references().citizen(ref).orElseThrow(() -> nobody(call));
    }

    /** The one answer for whoever is not there for the caller; counted as a question that found nobody. */
    public ProblemException nobody(Call call) {
        missed(call);
        return new ProblemException(Problem.NOT_FOUND);
    }

    /** Counts a question that found nobody: who guesses is noticed. */
    public void missed(Call call) {
        meter.miss(call.contract());
    }

    /** Whether the caller may do something more within a call, such as seeing its explanation. */
    public boolean allows(Caller caller, Operation operation) {
        return inScope(caller, operation)
                && policy.permit(caller.client(), operation, caller.purpose()) instanceof Granted;
    }

    /** @throws ProblemException 403, naming the contract, where the permission is a refusal */
    public Granted granted(Permission permission) {
        if (permission instanceof Granted granted) {
            return granted;
        }
        throw refusal((Denied) permission);
    }

    public Policy policy() {
        return policy;
    }

    /** Keeps account of what the call shows or changes of one citizen; returns when the row is durable. */
    public void account(Call call, UUID citizen, Collection<Attribute> attributes) {
        account(call, Map.of(citizen, List.copyOf(attributes)));
    }

    /**
     * The same for several citizens, a row each.
     *
     * @throws ProblemException 429 where they are more than the contract shows in a day: none of them may be shown
     */
    public void account(Call call, Map<UUID, ? extends Collection<Attribute>> shown) {
        if (!meter.show(call.contract(), shown.keySet())) {
            throw tooMany();
        }
        keep(call, shown);
    }

    /**
     * To be asked before something is written; {@link #accountChange} tells afterwards of whom.
     *
     * @throws ProblemException 429 where the contract shows no citizen more today
     */
    public void beforeChange(Call call) {
        if (!meter.hasRoom(call.contract())) {
            throw tooMany();
        }
    }

    /** Keeps account of what has been written, which cannot be refused any more. */
    public void accountChange(Call call, Map<UUID, ? extends Collection<Attribute>> changed) {
        meter.changed(call.contract(), changed.keySet());
        keep(call, changed);
    }

    private static ProblemException tooMany() {
        return new ProblemException(Problem.TOO_MANY, "The service contract shows no more different citizens today.");
    }

    private void keep(Call call, Map<UUID, ? extends Collection<Attribute>> shown) {
        audit.record(shown.entrySet().stream()
                .map(one -> new Access(
                        clock.instant(),
                        call.caller().client(),
                        call.caller().agent(),
                        call.proved(),
                        call.contract().name(),
                        call.contract().version(),
                        call.granted().purpose(),
                        call.operation(),
                        one.getKey(),
                        java.util.Set.copyOf(one.getValue())))
                .toList());
    }

    private static boolean inScope(Caller caller, Operation operation) {
        return caller.scopes().isEmpty()
                || caller.scopes().contains(operation.name().toLowerCase(Locale.ROOT));
    }

    private static ProblemException refusal(Denied denied) {
        ProblemDetail detail = Problem.OUTSIDE_CONTRACT.detail(
                "Not allowed: " + denied.reason().sentence() + ".");
        denied.contract().ifPresent(contract -> detail.setProperty("contract", contract));
        detail.setProperty(
                "reason", denied.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return new ProblemException(detail);
    }
}
