package fr.unefois.mdm.api.source;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.api.value.AttributesReader;
import fr.unefois.mdm.arrive.Arrival;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Value;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Business applications feed their own source, a record at a time; each is resolved before the answer. */
@RestController
@Tag(name = "Sources")
final class SourceController {
    private final Gate gate;
    private final Base base;
    private final Arrivals arrivals;
    private final EffectMapper mapper;
    private final Clock clock;

    SourceController(Gate gate, Base base, Arrivals arrivals, EffectMapper mapper, Clock clock) {
        this.gate = gate;
        this.base = base;
        this.arrivals = arrivals;
        this.mapper = mapper;
        this.clock = clock;
    }

    @PutMapping("/v1/sources/{source}/records/{id}")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "Say what a source now knows of a citizen",
            description = "Replaces the record. The answer says what it did: 201 when it made a citizen nobody knew.")
    ResponseEntity<EffectAnswer> put(
            Caller caller, @PathVariable String source, @PathVariable String id, @RequestBody RecordRequest request) {
        Call call = gate.open(caller, Operation.WRITE);
        Map<Attribute, List<Value>> values = AttributesReader.canonical(request.attributes());
        gate.granted(gate.policy().write(call.granted(), source, values.keySet()));
        SourceKey key = key(source, id);
        List<Relation> relations = Relations.read(request.relations());
        Instant asOf = request.asOf() == null ? asOf(key, values, relations) : request.asOf();
        Arrival arrival = arrivals.arrive(new CitizenRecord(key, asOf, values, relations));
        account(call, arrival, values.keySet());
        HttpStatus status = arrival.effect() == Arrival.Effect.CREATED ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(status).body(mapper.effect(arrival, call));
    }

    @DeleteMapping("/v1/sources/{source}/records/{id}")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "Say that a source no longer has a record",
            description = "Doing so twice changes nothing and is no error.")
    EffectAnswer delete(Caller caller, @PathVariable String source, @PathVariable String id) {
        Call call = gate.open(caller, Operation.WRITE);
        gate.granted(gate.policy().write(call.granted(), source, Set.of()));
        Arrival arrival = arrivals.depart(key(source, id));
        account(call, arrival, Set.of());
        return mapper.effect(arrival, call);
    }

    private static SourceKey key(String source, String id) {
        SourceKey.faultOf(id).ifPresent(fault -> {
            throw new ProblemException(Problem.MALFORMED, "The record's identifier " + fault + ".");
        });
        return new SourceKey(source, id);
    }

    /** The same words without a date are the same record, so that a call sent twice changes nothing. */
    private Instant asOf(SourceKey key, Map<Attribute, List<Value>> values, List<Relation> relations) {
        Optional<CitizenRecord> before =
                base.read(session -> session.record(key)).map(StoredRecord::record);
        return before.filter(record -> record.relations().equals(relations))
                .filter(record -> new CitizenRecord(key, record.asOf(), values, relations).equals(record))
                .map(CitizenRecord::asOf)
                .orElseGet(clock::instant);
    }

    private void account(Call call, Arrival arrival, Collection<Attribute> attributes) {
        if (arrival.refs().isEmpty()) {
            return;
        }
        Map<UUID, Collection<Attribute>> changed = new HashMap<>();
        arrival.refs().forEach(ref -> changed.put(ref, Set.of()));
        changed.put(arrival.refs().get(0), attributes);
        gate.account(call, changed);
    }
}
