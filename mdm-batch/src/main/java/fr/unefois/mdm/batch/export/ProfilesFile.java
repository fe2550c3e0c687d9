package fr.unefois.mdm.batch.export;

import fr.unefois.mdm.access.SectorReferences;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.golden.GoldenValue;
import fr.unefois.mdm.golden.Provenance;
import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import fr.unefois.mdm.store.Exports;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** A golden record a line, the oldest reference first: its values with their provenance, and its crosswalk. */
final class ProfilesFile {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private final SectorReferences references;

    private ProfilesFile(SectorReferences references) {
        this.references = references;
    }

    static long write(Path file, Exports exports, SectorReferences references) throws IOException {
        ProfilesFile profiles = new ProfilesFile(references);
        return FileInPlace.write(file, out -> {
            AtomicLong rows = new AtomicLong();
            exports.citizens(citizen -> {
                profiles.line(citizen, out);
                rows.incrementAndGet();
            });
            return rows.get();
        });
    }

    private void line(Citizen citizen, Writer out) {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("ref", references.ref(citizen.ref()));
            json.writeNumberProperty("version", citizen.version());
            json.writeObjectPropertyStart("attributes");
            citizen.golden().attributes().forEach((attribute, values) -> attribute(json, attribute, values));
            json.writeEndObject();
            json.writeArrayPropertyStart("crosswalk");
            citizen.golden().crosswalk().forEach(key -> {
                json.writeStartObject();
                json.writeStringProperty("source", key.source());
                json.writeStringProperty("id", key.id());
                json.writeEndObject();
            });
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void attribute(JsonGenerator json, Attribute attribute, List<GoldenValue> values) {
        json.writeArrayPropertyStart(attribute.name());
        for (GoldenValue golden : values) {
            Provenance provenance = golden.provenance();
            json.writeStartObject();
            json.writeArrayPropertyStart("values");
            golden.values().forEach(value -> value(json, value));
            json.writeEndArray();
            json.writeNumberProperty("certification", provenance.certification().level());
            json.writeStringProperty("process", provenance.certification().process());
            json.writeStringProperty("source", provenance.record().source());
            if (provenance.asOf() != null) {
                json.writeStringProperty("since", provenance.asOf().toString());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void value(JsonGenerator json, Value value) {
        if (value instanceof Text text) {
            json.writeString(text.value());
            return;
        }
        Address address = (Address) value;
        json.writeStartObject();
        part(json, "line", address.line());
        part(json, "postcode", address.postcode());
        part(json, "city", address.city());
        part(json, "cityCode", address.cityCode());
        if (address.secret()) {
            json.writeBooleanProperty("secret", true);
        }
        json.writeEndObject();
    }

    private static void part(JsonGenerator json, String name, @Nullable String text) {
        if (text != null) {
            json.writeStringProperty(name, text);
        }
    }
}
