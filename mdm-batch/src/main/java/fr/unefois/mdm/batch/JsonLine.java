package fr.unefois.mdm.batch;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** One event as one line of JSON: {@code {"event": "…", …}}, members in the order in which they were given. */
public final class JsonLine {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final List<Consumer<JsonGenerator>> members = new ArrayList<>();

    public JsonLine(String event) {
        with("event", event);
    }

    /** A line that is no event. */
    public JsonLine() {}

    public JsonLine with(String name, String value) {
        members.add(json -> json.writeStringProperty(name, value));
        return this;
    }

    public JsonLine with(String name, long value) {
        members.add(json -> json.writeNumberProperty(name, value));
        return this;
    }

    /** Three decimals, as thousandths of a bit have. */
    public JsonLine bits(String name, int thousandths) {
        members.add(json -> json.writeNumberProperty(name, BigDecimal.valueOf(thousandths, 3)));
        return this;
    }

    public JsonLine with(String name, double value) {
        members.add(json -> json.writeNumberProperty(name, value));
        return this;
    }

    public JsonLine with(String name, boolean value) {
        members.add(json -> json.writeBooleanProperty(name, value));
        return this;
    }

    public JsonLine with(String name, JsonLine line) {
        members.add(json -> {
            json.writeName(name);
            line.write(json);
        });
        return this;
    }

    public JsonLine with(String name, List<JsonLine> lines) {
        members.add(json -> {
            json.writeArrayPropertyStart(name);
            lines.forEach(line -> line.write(json));
            json.writeEndArray();
        });
        return this;
    }

    public JsonLine withTexts(String name, List<String> texts) {
        members.add(json -> {
            json.writeArrayPropertyStart(name);
            texts.forEach(json::writeString);
            json.writeEndArray();
        });
        return this;
    }

    public JsonLine withNumbers(String name, List<Double> numbers) {
        members.add(json -> {
            json.writeArrayPropertyStart(name);
            numbers.forEach(json::writeNumber);
            json.writeEndArray();
        });
        return this;
    }

    private void write(JsonGenerator json) {
        json.writeStartObject();
        members.forEach(member -> member.accept(json));
        json.writeEndObject();
    }

    @Override
    public String toString() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(json);
        }
        return text.toString();
    }
}
