package fr.unefois.mdm.store;

import fr.unefois.mdm.change.Cause;
import fr.unefois.mdm.record.SourceKey;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The cause of a change as JSON: its kind, the records' keys and the steward. */
final class CauseJson {
    private CauseJson() {}

    static String write(Cause cause) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringProperty("kind", cause.kind().name());
            json.writeArrayPropertyStart("records");
            for (SourceKey key : cause.records()) {
                json.writeString(key.source());
                json.writeString(key.id());
            }
            json.writeEndArray();
            Json.writeOptional(json, "steward", cause.steward());
            json.writeEndObject();
        });
    }

    static Cause read(String text) {
        Cause.Kind kind = Cause.Kind.LINKED;
        List<String> names = new ArrayList<>();
        @Nullable String steward = null;
        try (JsonParser json = Json.parser(text)) {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String member = json.currentName();
                json.nextToken();
                switch (member) {
                    case "kind" -> kind = Cause.Kind.valueOf(json.getString());
                    case "steward" -> steward = json.getString();
                    case "records" -> {
                        while (json.nextToken() != JsonToken.END_ARRAY) {
                            names.add(json.getString());
                        }
                    }
                    default -> json.skipChildren();
                }
            }
        }
        List<SourceKey> records = new ArrayList<>();
        for (int i = 0; i + 1 < names.size(); i += 2) {
            records.add(new SourceKey(names.get(i), names.get(i + 1)));
        }
        return new Cause(kind, records, steward);
    }
}
