package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** People of a scenario come in by their sources, and are asked for by the demonstration's clients. */
record Scenario(TestServer server) {
    void person(String source, String id, String name, String given, String birth, String phone, String more) {
        String client = source.equals("portail") ? "portal" : "business";
        assertThat(server.put(client, "/v1/sources/" + source + "/records/" + id, body(name, given, birth, phone, more))
                        .status())
                .isIn(200, 201);
    }

    /** Written as the ingest job would: no client of this ground writes for the social services. */
    void social(String id, String name, String given, String birth, Relation... relations) {
        server.bean(Arrivals.class)
                .arrive(new CitizenRecord(
                        new SourceKey("ccas", id),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Map.of(
                                Attribute.BIRTH_NAME, List.of(new Text(name)),
                                Attribute.GIVEN_NAMES, List.of(new Text(given)),
                                Attribute.BIRTH_DATE, List.of(new Text(birth))),
                        List.of(relations)));
    }

    static String body(String name, String given, String birth, String phone, String more) {
        return "{\"attributes\": {\"birthName\": \"" + name + "\", \"givenNames\": [\"" + given + "\"]"
                + (birth.isEmpty() ? "" : ", \"birthDate\": \"" + birth + "\"")
                + (phone.isEmpty() ? "" : ", \"phones\": [\"" + phone + "\"]") + "}" + more + "}";
    }

    String proof(String audience, String name, String given, String birth) {
        return server.post(
                        "",
                        "/demo/proofs",
                        "{\"audience\": \"" + audience + "\", \"claims\": {\"family_name\": \"" + name
                                + "\", \"given_name\": \"" + given + "\", \"birthdate\": \"" + birth + "\"}}")
                .json()
                .path("token")
                .asString();
    }

    String ref(String client, String source, String id) {
        return server.get(client, "/v1/crosswalk/" + source + "/" + id)
                .json()
                .path("ref")
                .asString();
    }
}
