package fr.unefois.mdm.batch.bench;

import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests of real people of the base, in the bytes that go over the line. */
final class ApiRequests {
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final int LINES_A_REQUEST = 10_000;
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final List<Attribute> ASKED =
            List.of(Attribute.BIRTH_NAME, Attribute.GIVEN_NAMES, Attribute.SEX, Attribute.BIRTH_DATE);
    private static final List<Attribute> WRITTEN = List.of(
            Attribute.BIRTH_NAME,
            Attribute.USAGE_NAME,
            Attribute.GIVEN_NAMES,
            Attribute.SEX,
            Attribute.BIRTH_DATE,
            Attribute.BIRTH_PLACE,
            Attribute.EMAILS,
            Attribute.PHONES,
            Attribute.ADDRESSES);

    private final String token;

    ApiRequests(String token) {
        this.token = token;
    }

    /** A citizen's profile, for every key: the references are asked for by the crosswalk. */
    List<byte[]> profiles(int port, List<SourceKey> keys) {
        List<byte[]> requests = new ArrayList<>();
        try (HttpConnection connection = new HttpConnection(port)) {
            for (int from = 0; from < keys.size(); from += LINES_A_REQUEST) {
                String lines = keys.subList(from, Math.min(from + LINES_A_REQUEST, keys.size())).stream()
                        .map(key -> MAPPER.writeValueAsString(Map.of("source", key.source(), "id", key.id())))
                        .collect(Collectors.joining("\n", "", "\n"));
                String answer = connection
                        .exchange(HttpConnection.request("POST", "/v1/crosswalk", token, LINES, bytes(lines)))
                        .body();
                for (String line : answer.split("\n", -1)) {
                    JsonNode ref = MAPPER.readTree(line.isBlank() ? "{}" : line).findValue("ref");
                    if (ref != null) {
                        requests.add(HttpConnection.request(
                                "GET", "/v1/profiles/" + ref.asString(), token, JSON, new byte[0]));
                    }
                }
            }
        } catch (IOException e) {
            throw new Unmeasured("the crosswalk did not answer", e);
        }
        if (requests.size() * 2 < keys.size()) {
            throw new Unmeasured("the crosswalk knows " + requests.size() + " of " + keys.size() + " records");
        }
        return requests;
    }

    /** Who is this, of people who misspell: every other name with two letters exchanged, every third without the sex. */
    List<byte[]> resolves(Base base, List<SourceKey> keys) {
        List<byte[]> requests = new ArrayList<>();
        for (SourceKey key : keys) {
            CitizenRecord record = stored(base, key);
            Map<String, Object> said = attributes(record, ASKED);
            if (requests.size() % 3 == 0) {
                said.remove(Attribute.SEX.name());
            }
            if (requests.size() % 2 == 0) {
                record.text(Attribute.BIRTH_NAME)
                        .ifPresent(name -> said.put(Attribute.BIRTH_NAME.name(), exchanged(name)));
            }
            if (said.size() >= 3 && said.containsKey(Attribute.BIRTH_NAME.name())) {
                requests.add(HttpConnection.request(
                        "POST", "/v1/identities/resolve", token, JSON, json(Map.of("attributes", said))));
            }
        }
        return requests;
    }

    /**
     * Every other record corrected in its telephone, the others arriving as another record of the same source.
     *
     * @param first a number that no request before had, as none of those that follow it
     */
    List<byte[]> writes(Base base, List<SourceKey> keys, int first) {
        List<byte[]> requests = new ArrayList<>();
        for (SourceKey key : keys) {
            int number = first + requests.size();
            Map<String, Object> said = attributes(stored(base, key), WRITTEN);
            if (number % 2 == 0) {
                said.put(Attribute.PHONES.name(), List.of(String.format(Locale.ROOT, "07%08d", number)));
            }
            String id = number % 2 == 0 ? key.id() : "copy-" + number;
            requests.add(HttpConnection.request(
                    "PUT",
                    "/v1/sources/" + key.source() + "/records/" + id,
                    token,
                    JSON,
                    json(Map.of("attributes", said))));
        }
        return requests;
    }

    private static CitizenRecord stored(Base base, SourceKey key) {
        return base.read(session -> session.record(key))
                .map(StoredRecord::record)
                .orElseThrow(() -> new Unmeasured("a record that was exported is not there"));
    }

    private static Map<String, Object> attributes(CitizenRecord record, List<Attribute> of) {
        Map<String, Object> said = new LinkedHashMap<>();
        for (Attribute attribute : of) {
            List<Object> values =
                    record.values(attribute).stream().map(ApiRequests::value).toList();
            if (!values.isEmpty()) {
                said.put(attribute.name(), attribute.plural() ? values : values.get(0));
            }
        }
        return said;
    }

    private static Object value(Value value) {
        if (value instanceof Address address) {
            Map<String, Object> parts = new LinkedHashMap<>();
            parts.put("line", address.line());
            parts.put("postcode", address.postcode());
            parts.put("city", address.city());
            parts.put("cityCode", address.cityCode());
            parts.values().removeIf(java.util.Objects::isNull);
            return parts;
        }
        return ((fr.unefois.mdm.record.Text) value).value();
    }

    private static String exchanged(String name) {
        return name.length() < 4 ? name : name.substring(0, 2) + name.charAt(3) + name.charAt(2) + name.substring(4);
    }

    private static byte[] json(Object body) {
        return MAPPER.writeValueAsBytes(body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
