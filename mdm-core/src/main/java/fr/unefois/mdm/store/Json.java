package fr.unefois.mdm.store;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Values as JSON: a text is a string, an address an object. Members are written in one order, so equal is equal bytes. */
final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    static String write(Consumer<JsonGenerator> body) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            body.accept(json);
        }
        return out.toString();
    }

    /** The same in UTF-8. */
    static byte[] bytes(Consumer<JsonGenerator> body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(512);
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            body.accept(json);
        }
        return out.toByteArray();
    }

    static JsonParser parser(byte[] json, int from, int length) {
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json, from, length);
        parser.nextToken();
        return parser;
    }

    static JsonParser parser(String json) {
        JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json);
        parser.nextToken();
        return parser;
    }

    static void writeValues(JsonGenerator json, List<Value> values) {
        json.writeStartArray();
        values.forEach(value -> writeValue(json, value));
        json.writeEndArray();
    }

    private static void writeValue(JsonGenerator json, Value value) {
        if (value instanceof Text text) {
            json.writeString(text.value());
            return;
        }
        Address address = (Address) value;
        json.writeStartObject();
        writeOptional(json, "line", address.line());
        writeOptional(json, "postcode", address.postcode());
        writeOptional(json, "city", address.city());
        writeOptional(json, "cityCode", address.cityCode());
        if (address.secret()) {
            json.writeBooleanProperty("secret", true);
        }
        json.writeEndObject();
    }

    static void writeOptional(JsonGenerator json, String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    /** Reads an array of values; the parser stands on its start, and afterwards on its end. */
    static List<Value> values(JsonParser json) {
        List<Value> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(json.currentToken() == JsonToken.START_OBJECT ? address(json) : new Text(json.getString()));
        }
        return values;
    }

    private static Address address(JsonParser json) {
        String line = null;
        String postcode = null;
        String city = null;
        String cityCode = null;
        boolean secret = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "line" -> line = json.getString();
                case "postcode" -> postcode = json.getString();
                case "city" -> city = json.getString();
                case "cityCode" -> cityCode = json.getString();
                case "secret" -> secret = json.getBooleanValue();
                default -> json.skipChildren();
            }
        }
        return new Address(line, postcode, city, cityCode, secret);
    }
}
