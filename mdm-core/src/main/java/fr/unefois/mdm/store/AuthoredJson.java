package fr.unefois.mdm.store;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AuthoredValue;
import fr.unefois.mdm.record.Certification;
import fr.unefois.mdm.record.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The authored values that a record carries, as JSON; null where it carries none, which is nearly always. */
final class AuthoredJson {
    private AuthoredJson() {}

    static @Nullable String write(List<AuthoredValue> values) {
        return values.isEmpty()
                ? null
                : Json.write(json -> {
                    json.writeStartArray();
                    for (AuthoredValue value : values) {
                        json.writeStartObject();
                        json.writeStringProperty("id", value.id().toString());
                        json.writeStringProperty("attribute", value.attribute().name());
                        json.writeName("values");
                        Json.writeValues(json, value.values());
                        json.writeNumberProperty("level", value.certification().level());
                        json.writeStringProperty(
                                "process", value.certification().process());
                        json.writeStringProperty("steward", value.steward());
                        json.writeStringProperty("at", value.at().toString());
                        json.writeEndObject();
                    }
                    json.writeEndArray();
                });
    }

    static List<AuthoredValue> read(@Nullable String text) {
        if (text == null) {
            return List.of();
        }
        List<AuthoredValue> values = new ArrayList<>();
        try (JsonParser json = Json.parser(text)) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                values.add(value(json));
            }
        }
        return values;
    }

    private static AuthoredValue value(JsonParser json) {
        String id = "";
        String attribute = "";
        List<Value> values = List.of();
        int level = 0;
        String process = "";
        String steward = "";
        String at = "";
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String member = json.currentName();
            json.nextToken();
            switch (member) {
                case "id" -> id = json.getString();
                case "attribute" -> attribute = json.getString();
                case "values" -> values = Json.values(json);
                case "level" -> level = json.getIntValue();
                case "process" -> process = json.getString();
                case "steward" -> steward = json.getString();
                case "at" -> at = json.getString();
                default -> json.skipChildren();
            }
        }
        return new AuthoredValue(
                UUID.fromString(id),
                new Attribute(attribute),
                values,
                new Certification(level, process),
                steward,
                Instant.parse(at));
    }
}
