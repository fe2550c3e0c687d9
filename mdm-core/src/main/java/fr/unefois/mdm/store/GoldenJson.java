package fr.unefois.mdm.store;

import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.golden.GoldenValue;
import fr.unefois.mdm.golden.Provenance;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Certification;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A golden record as JSON: its attributes with their provenance, instants as ISO, and the crosswalk. */
final class GoldenJson {
    private GoldenJson() {}

    static String write(GoldenRecord golden) {
        return Json.write(json -> write(json, golden));
    }

    static byte[] bytes(GoldenRecord golden) {
        return Json.bytes(json -> write(json, golden));
    }

    private static void write(JsonGenerator json, GoldenRecord golden) {
        json.writeStartObject();
        json.writeObjectPropertyStart("attributes");
        golden.attributes().forEach((attribute, values) -> {
            json.writeArrayPropertyStart(attribute.name());
            values.forEach(value -> writeValue(json, value));
            json.writeEndArray();
        });
        json.writeEndObject();
        json.writeArrayPropertyStart("crosswalk");
        golden.crosswalk().forEach(key -> {
            json.writeStartObject();
            json.writeStringProperty("source", key.source());
            json.writeStringProperty("id", key.id());
            json.writeEndObject();
        });
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeValue(JsonGenerator json, GoldenValue value) {
        Provenance from = value.provenance();
        json.writeStartObject();
        json.writeName("values");
        Json.writeValues(json, value.values());
        json.writeStringProperty("source", from.record().source());
        json.writeStringProperty("id", from.record().id());
        json.writeNumberProperty("level", from.certification().level());
        json.writeStringProperty("process", from.certification().process());
        Instant asOf = from.asOf();
        Json.writeOptional(json, "asOf", asOf == null ? null : asOf.toString());
        json.writeEndObject();
    }

    static GoldenRecord read(String golden, int linkWeight) {
        Map<Attribute, List<GoldenValue>> attributes = new TreeMap<>();
        List<SourceKey> crosswalk = new ArrayList<>();
        try (JsonParser json = Json.parser(golden)) {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String member = json.currentName();
                json.nextToken();
                switch (member) {
                    case "attributes" -> readAttributes(json, attributes);
                    case "crosswalk" -> readCrosswalk(json, crosswalk);
                    default -> json.skipChildren();
                }
            }
        }
        return new GoldenRecord(attributes, crosswalk, linkWeight);
    }

    /** Attributes alone; one that is null has no value. */
    static Map<Attribute, List<GoldenValue>> attributes(String text) {
        Map<Attribute, List<GoldenValue>> attributes = new TreeMap<>();
        try (JsonParser json = Json.parser(text)) {
            readAttributes(json, attributes);
        }
        return attributes;
    }

    static List<SourceKey> crosswalk(String text) {
        List<SourceKey> crosswalk = new ArrayList<>();
        try (JsonParser json = Json.parser(text)) {
            readCrosswalk(json, crosswalk);
        }
        return crosswalk;
    }

    private static void readAttributes(JsonParser json, Map<Attribute, List<GoldenValue>> attributes) {
        while (json.nextToken() != JsonToken.END_OBJECT) {
            Attribute attribute = new Attribute(json.currentName());
            json.nextToken();
            List<GoldenValue> values = new ArrayList<>();
            while (json.currentToken() != JsonToken.VALUE_NULL && json.nextToken() != JsonToken.END_ARRAY) {
                values.add(readValue(json));
            }
            attributes.put(attribute, values);
        }
    }

    private static GoldenValue readValue(JsonParser json) {
        List<Value> values = List.of();
        int level = 0;
        Map<String, String> texts = new TreeMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken token = json.nextToken();
            if (name.equals("values")) {
                values = Json.values(json);
            } else if (name.equals("level")) {
                level = json.getIntValue();
            } else if (token == JsonToken.VALUE_STRING) {
                texts.put(name, json.getString());
            } else {
                json.skipChildren();
            }
        }
        return new GoldenValue(
                values,
                new Provenance(
                        key(texts),
                        new Certification(level, Objects.requireNonNull(texts.get("process"))),
                        instant(texts.get("asOf"))));
    }

    private static void readCrosswalk(JsonParser json, List<SourceKey> crosswalk) {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Map<String, String> texts = new TreeMap<>();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                json.nextToken();
                texts.put(name, json.getString());
            }
            crosswalk.add(key(texts));
        }
    }

    private static SourceKey key(Map<String, String> texts) {
        return new SourceKey(Objects.requireNonNull(texts.get("source")), Objects.requireNonNull(texts.get("id")));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }
}
