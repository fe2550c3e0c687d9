package fr.unefois.mdm.batch.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a command told of itself under {@code --json}: its phases, and the document at its end. */
final class Told {
    private static final JsonMapper JSON = new JsonMapper();

    private Told() {}

    /**
     * How long each phase lasted, in seconds and in order: from its beginning to the next one's; before the first one is
     * {@code start}. Phases whose names have the first word in common ({@code read cantine}, {@code read ccas}) are one.
     */
    static Map<String, Double> phases(Child child) {
        Map<String, Double> phases = new LinkedHashMap<>();
        String phase = "start";
        double began = 0;
        for (Child.Line line : child.lines()) {
            JsonNode event = json(line.text());
            if (event != null && event.path("event").asString("").equals("begin")) {
                phases.merge(phase, line.at() - began, Double::sum);
                phase = event.path("phase").asString("").split(" ", 2)[0];
                began = line.at();
            }
        }
        phases.merge(phase, child.seconds() - began, Double::sum);
        return phases;
    }

    /** The last JSON document that has the member. */
    static Optional<JsonNode> document(Child child, String member) {
        return child.lines().stream()
                .map(line -> json(line.text()))
                .filter(node -> node != null && node.has(member))
                .reduce((first, last) -> last);
    }

    /** Null for a line that is no JSON: a warning of Java's, a word of the launcher's. */
    private static @Nullable JsonNode json(String line) {
        if (!line.startsWith("{")) {
            return null;
        }
        try {
            return JSON.readTree(line);
        } catch (JacksonException noJson) {
            return null;
        }
    }
}
