package fr.unefois.mdm.store;

import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.compare.Evidence;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.golden.GoldenValue;
import fr.unefois.mdm.golden.Provenance;
import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Certification;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.review.Reason;
import fr.unefois.mdm.review.ReviewTask;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Records and resolutions to write, invented. */
final class Samples {
    static final Instant AS_OF = Instant.parse("2026-03-02T10:15:30.123456Z");

    private Samples() {}

    static SourceKey key(String id) {
        return new SourceKey("portail", id);
    }

    static CitizenRecord record(String id, String name) {
        return record(key(id), name);
    }

    static CitizenRecord record(SourceKey key, String name) {
        return new CitizenRecord(
                key,
                AS_OF,
                Map.of(
                        Attribute.BIRTH_NAME,
                        List.of(new Text(name)),
                        Attribute.GIVEN_NAMES,
                        List.of(new Text("Linh"), new Text("Marie")),
                        Attribute.BIRTH_DATE,
                        List.of(new Text("1987-04-12")),
                        Attribute.ADDRESSES,
                        List.of(new Address("3 rue Pasteur", "69007", "Lyon", null))));
    }

    static Incoming incoming(CitizenRecord record, long... keys) {
        return new Incoming(record, List.of(), keys);
    }

    static GoldenRecord golden(int linkWeight, CitizenRecord... records) {
        CitizenRecord first = records[0];
        Map<Attribute, List<GoldenValue>> attributes = new TreeMap<>();
        first.values()
                .forEach((attribute, values) -> attributes.put(
                        attribute,
                        List.of(new GoldenValue(
                                values, new Provenance(first.key(), Certification.DECLARED, first.asOf())))));
        return new GoldenRecord(
                attributes, Arrays.stream(records).map(CitizenRecord::key).toList(), linkWeight);
    }

    /** All records one citizen. */
    static Resolution together(UUID ref, long version, CitizenRecord... records) {
        List<SourceKey> keys =
                Arrays.stream(records).map(CitizenRecord::key).sorted().toList();
        Map<SourceKey, UUID> membership = new TreeMap<>();
        keys.forEach(key -> membership.put(key, ref));
        List<Resolution.Edge> edges = new java.util.ArrayList<>();
        for (int i = 1; i < keys.size(); i++) {
            edges.add(new Resolution.Edge(keys.get(0), keys.get(i), 12_345));
        }
        return new Resolution(
                keys,
                List.of(new Citizen(ref, version, golden(12_345, records))),
                membership,
                Map.of(),
                edges,
                List.of(),
                List.of());
    }

    static ReviewTask task(UUID left, UUID right, SourceKey a, SourceKey b, int weight) {
        String pair = a + " " + b;
        return new ReviewTask(
                UUID.nameUUIDFromBytes(pair.getBytes(StandardCharsets.UTF_8)),
                left,
                right,
                new ScoredPair(
                        a,
                        b,
                        weight,
                        List.of(new Evidence("givenNames", "exact", 8000, 2000), new Evidence("sex", "missing", 0, 0))),
                Reason.DOUBT,
                0,
                0);
    }
}
