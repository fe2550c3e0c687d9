package fr.unefois.mdm.api.source;

import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.api.value.AttributesReader;
import fr.unefois.mdm.api.value.Instants;
import fr.unefois.mdm.arrive.Arrival;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.arrive.Written;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Value;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes one record of a source as its contract allows, and keeps account of whom it touched. */
@Component
final class RecordWriting {
    private final Gate gate;
    private final Base base;
    private final Arrivals arrivals;
    private final EffectMapper mapper;
    private final Clock clock;

    RecordWriting(Gate gate, Base base, Arrivals arrivals, EffectMapper mapper, Clock clock) {
        this.gate = gate;
        this.base = base;
        this.arrivals = arrivals;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** A record that may be written: read whole, and allowed. */
    record Asked(SourceKey key, @Nullable Instant asOf, Map<Attribute, List<Value>> values, List<Relation> relations) {
        @Override
        public String toString() {
            return "Asked[" + key + "]";
        }
    }

    Asked asked(Call call, String source, @Nullable String id, RecordRequest request) {
        Map<Attribute, List<Value>> values = AttributesReader.canonical(request.attributes());
        gate.granted(gate.policy().write(call.granted(), source, values.keySet()));
        Instant asOf = request.asOf() == null ? null : Instants.checked("asOf", request.asOf());
        return new Asked(key(source, id), asOf, values, Relations.read(request.relations()));
    }

    SourceKey asked(Call call, String source, @Nullable String id) {
        gate.granted(gate.policy().write(call.granted(), source, Set.of()));
        return key(source, id);
    }

    ResponseEntity<EffectAnswer> put(Call call, Asked asked, Conditions conditions) {
        gate.beforeChange(call);
        SourceKey key = asked.key();
        Instant asOf = asked.asOf() == null ? asOf(key, asked.values(), asked.relations()) : asked.asOf();
        Written written = arrivals.arrive(new CitizenRecord(key, asOf, asked.values(), asked.relations()), conditions)
                .orElseThrow(RecordWriting::changed);
        Arrival arrival = written.arrival();
        account(call, arrival, asked.values().keySet());
        HttpStatus status = arrival.effect() == Arrival.Effect.CREATED ? HttpStatus.CREATED : HttpStatus.OK;
        return ResponseEntity.status(status)
                .eTag(RecordTag.of(written.record().orElseThrow(), call))
                .body(mapper.effect(arrival, call));
    }

    ResponseEntity<EffectAnswer> delete(Call call, SourceKey key, Conditions conditions) {
        gate.beforeChange(call);
        Arrival arrival = arrivals.depart(key, conditions)
                .orElseThrow(RecordWriting::changed)
                .arrival();
        account(call, arrival, Set.of());
        return ResponseEntity.ok(mapper.effect(arrival, call));
    }

    private static ProblemException changed() {
        return new ProblemException(Problem.PRECONDITION_FAILED);
    }

    private static SourceKey key(String source, @Nullable String id) {
        if (id == null) {
            throw new ProblemException(
                    Problem.MALFORMED, "`id` is missing: the source's own identifier of the record.");
        }
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
        gate.accountChange(call, changed);
    }
}
