package fr.unefois.mdm.api.value;

import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.config.Nearest;
import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code attributes} under their canonical names. What cannot be read is refused without being repeated: even
 * a wrong name may be somebody's.
 */
public final class AttributesReader {
    private static final int LONGEST = 500;
    private static final int MOST = 20;

    private AttributesReader() {}

    /** @throws ProblemException 400 where a name or the shape of a value is not known */
    public static Map<Attribute, List<Value>> canonical(@Nullable Map<String, ? extends @Nullable Object> attributes) {
        if (attributes == null || attributes.isEmpty()) {
            throw malformed("`attributes` is missing or empty.");
        }
        Map<Attribute, List<Value>> values = new TreeMap<>();
        int place = 0;
        for (Map.Entry<String, ? extends @Nullable Object> one : attributes.entrySet()) {
            Attribute attribute = attribute(one.getKey(), ++place);
            List<Value> read = values(attribute, one.getValue());
            if (!read.isEmpty()) {
                values.put(attribute, read);
            }
        }
        return values;
    }

    /** What is not known is named by its place: a name may be a value that went astray. */
    private static Attribute attribute(String name, int place) {
        List<String> known = Attribute.CANONICAL.stream().map(Attribute::name).toList();
        if (known.contains(name)) {
            return new Attribute(name);
        }
        String meant =
                Nearest.to(name, known).map(near -> ", perhaps `" + near + "`").orElse("");
        throw malformed("`attributes` holds a name that is not known, number " + place + " of those given" + meant
                + "; known are " + known + ".");
    }

    private static List<Value> values(Attribute attribute, @Nullable Object json) {
        if (json == null) {
            return List.of();
        }
        List<?> items = json instanceof List<?> list ? list : List.of(json);
        if (json instanceof List<?> && !attribute.plural()) {
            throw malformed("`attributes." + attribute + "` is one value, not a list.");
        }
        if (items.size() > MOST) {
            throw malformed("`attributes." + attribute + "` lists more than " + MOST + " values.");
        }
        List<Value> values = new ArrayList<>();
        for (Object item : items) {
            Value value = attribute.equals(Attribute.ADDRESSES) ? address(item) : text(attribute.name(), item);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private static @Nullable Text text(String name, @Nullable Object json) {
        String text = plain(name, json);
        return text == null ? null : new Text(text);
    }

    private static @Nullable String plain(String name, @Nullable Object json) {
        if (json == null) {
            return null;
        }
        if (!(json instanceof String) && !(json instanceof Integer)) {
            throw malformed("`attributes." + name + "` is a text.");
        }
        String text = json.toString();
        if (text.length() > LONGEST) {
            throw malformed("`attributes." + name + "` is longer than " + LONGEST + " characters.");
        }
        return text.isBlank() ? null : text;
    }

    private static Address address(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> parts)) {
            throw malformed("`attributes.addresses` lists objects of line, postcode, city, cityCode and secret.");
        }
        if (!List.of("line", "postcode", "city", "cityCode", "secret").containsAll(parts.keySet())) {
            throw malformed("an address has line, postcode, city, cityCode and secret, and nothing else.");
        }
        Object secret = parts.get("secret");
        if (secret != null && !(secret instanceof Boolean)) {
            throw malformed("`attributes.addresses.secret` is true or false.");
        }
        return new Address(
                plain("addresses.line", parts.get("line")),
                plain("addresses.postcode", parts.get("postcode")),
                plain("addresses.city", parts.get("city")),
                plain("addresses.cityCode", parts.get("cityCode")),
                Boolean.TRUE.equals(secret));
    }

    private static ProblemException malformed(String sentence) {
        return new ProblemException(Problem.MALFORMED, sentence);
    }
}
