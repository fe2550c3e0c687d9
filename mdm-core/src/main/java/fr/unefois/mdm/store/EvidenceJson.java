package fr.unefois.mdm.store;

import fr.unefois.mdm.compare.Evidence;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/** The evidence of a pair as JSON, a member an {@link Evidence} component, as Hibernate reads it back. */
final class EvidenceJson {
    private EvidenceJson() {}

    static String write(List<Evidence> evidence) {
        return Json.write(json -> write(json, evidence));
    }

    static byte[] bytes(List<Evidence> evidence) {
        return Json.bytes(json -> write(json, evidence));
    }

    private static void write(JsonGenerator json, List<Evidence> evidence) {
        json.writeStartArray();
        for (Evidence line : evidence) {
            json.writeStartObject();
            json.writeStringProperty("comparison", line.comparison());
            json.writeStringProperty("level", line.level());
            json.writeNumberProperty("weight", line.weight());
            json.writeNumberProperty("householdWeight", line.householdWeight());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
