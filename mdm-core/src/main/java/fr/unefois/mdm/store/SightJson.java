package fr.unefois.mdm.store;

import fr.unefois.mdm.access.Population;
import fr.unefois.mdm.access.Sight;
import java.util.Set;
import tools.jackson.core.JsonGenerator;

/** A sight as the setting {@code mdm.sight} that the database's own rules read; what is unlimited is left out. */
final class SightJson {
    private SightJson() {}

    static String write(Sight sight) {
        return Json.write(json -> {
            json.writeStartObject();
            names(
                    json,
                    "attributes",
                    sight.attributes().stream().map(Object::toString).toList());
            Set<String> known = sight.known();
            if (known != null) {
                names(json, "known", known);
            }
            Population population = sight.population();
            if (!population.sources().isEmpty()) {
                names(json, "sources", population.sources());
            }
            if (!population.postcodes().isEmpty()) {
                names(json, "postcodes", population.postcodes());
            }
            json.writeEndObject();
        });
    }

    private static void names(JsonGenerator json, String name, Iterable<String> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(json::writeString);
        json.writeEndArray();
    }
}
