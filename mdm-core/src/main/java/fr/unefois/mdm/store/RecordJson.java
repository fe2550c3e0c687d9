package fr.unefois.mdm.store;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** What a source said, as JSON: {@code {"values": {"birthName": ["…"]}, "relations": [{"role", "source", "id"}]}}. */
final class RecordJson {
    private RecordJson() {}

    static String said(CitizenRecord record) {
        return Json.write(json -> writeSaid(json, record));
    }

    static byte[] saidBytes(CitizenRecord record) {
        return Json.bytes(json -> writeSaid(json, record));
    }

    private static void writeSaid(JsonGenerator json, CitizenRecord record) {
        json.writeStartObject();
        json.writeObjectPropertyStart("values");
        record.values().forEach((attribute, values) -> {
            json.writeName(attribute.name());
            Json.writeValues(json, values);
        });
        json.writeEndObject();
        if (!record.relations().isEmpty()) {
            json.writeArrayPropertyStart("relations");
            for (Relation relation : record.relations()) {
                json.writeStartObject();
                json.writeStringProperty("role", relation.role().name());
                json.writeStringProperty("source", relation.to().source());
                json.writeStringProperty("id", relation.to().id());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    static CitizenRecord record(SourceKey key, @Nullable Instant asOf, String said) {
        return record(key, asOf, Json.parser(said));
    }

    /** @param said UTF-8, of which the record is a stretch */
    static CitizenRecord record(SourceKey key, @Nullable Instant asOf, byte[] said, int from, int length) {
        return record(key, asOf, Json.parser(said, from, length));
    }

    private static CitizenRecord record(SourceKey key, @Nullable Instant asOf, JsonParser said) {
        Map<Attribute, List<Value>> values = new TreeMap<>();
        List<Relation> relations = new ArrayList<>();
        try (JsonParser json = said) {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String member = json.currentName();
                json.nextToken();
                switch (member) {
                    case "values" -> readValues(json, values);
                    case "relations" -> readRelations(json, relations);
                    default -> json.skipChildren();
                }
            }
        }
        return new CitizenRecord(key, asOf, values, relations);
    }

    private static void readValues(JsonParser json, Map<Attribute, List<Value>> values) {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            Attribute attribute = new Attribute(json.currentName());
            json.nextToken();
            values.put(attribute, Json.values(json));
        }
    }

    private static void readRelations(JsonParser json, List<Relation> relations) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            String role = "";
            String source = "";
            String id = "";
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                switch (name) {
                    case "role" -> role = json.getString();
                    case "source" -> source = json.getString();
                    case "id" -> id = json.getString();
                    default -> json.skipChildren();
                }
            }
            relations.add(new Relation(Relation.Role.valueOf(role), new SourceKey(source, id)));
        }
    }

    static String flaws(List<Flaw> flaws) {
        return Json.write(json -> writeFlaws(json, flaws));
    }

    static byte[] flawBytes(List<Flaw> flaws) {
        return Json.bytes(json -> writeFlaws(json, flaws));
    }

    private static void writeFlaws(JsonGenerator json, List<Flaw> flaws) {
        json.writeStartArray();
        for (Flaw flaw : flaws) {
            json.writeStartObject();
            json.writeStringProperty("attribute", flaw.attribute().name());
            json.writeStringProperty("rule", flaw.rule());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static List<Flaw> flaws(String flaws) {
        List<Flaw> found = new ArrayList<>();
        try (JsonParser json = Json.parser(flaws)) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                String attribute = "";
                String rule = "";
                while (json.nextToken() != JsonToken.END_OBJECT) {
                    String name = json.currentName();
                    json.nextToken();
                    switch (name) {
                        case "attribute" -> attribute = json.getString();
                        case "rule" -> rule = json.getString();
                        default -> json.skipChildren();
                    }
                }
                found.add(new Flaw(new Attribute(attribute), rule));
            }
        }
        return found;
    }
}
