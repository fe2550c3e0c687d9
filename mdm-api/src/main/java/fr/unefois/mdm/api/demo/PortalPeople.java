package fr.unefois.mdm.api.demo;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who can log in to the demonstration's portal with one click; anybody else types an identity. */
final class PortalPeople {
    private static final Map<String, PortalLogin.Identity> TOWNSPEOPLE = Map.of(
            "HELENE",
            person(
                    "POR-0000001",
                    "LE GUENNEC",
                    "Hélène Marie Anne",
                    "1986-04-11",
                    "female",
                    "29232",
                    "99100",
                    "Berthier"),
            "THOMAS",
            person("POR-0000002", "BERTHIER", "Thomas Louis", "1984-09-23", "male", "38516", "99100"),
            "NEWCOMER",
            person("POR-NOUVELLE", "VALDOR-ESTIENNE", "Iris Ondine", "1993-02-17", "female", "35238", "99100"));

    private PortalPeople() {}

    static Optional<PortalLogin.Identity> named(String person) {
        return Optional.ofNullable(TOWNSPEOPLE.get(person));
    }

    private static PortalLogin.Identity person(String sub, String... values) {
        Map<String, String> claims = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            claims.put(PortalLogin.CLAIMS.get(i), values[i]);
        }
        return new PortalLogin.Identity(sub, claims);
    }

    /** As FranceConnect would, the same person gets the same identifier each time, and it tells nothing of them. */
    static PortalLogin.Identity typed(Map<String, String> claims) {
        Map<String, String> stated = stated(claims);
        String sub = UUID.nameUUIDFromBytes(stated.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        return new PortalLogin.Identity("POR-" + sub, stated);
    }

    private static Map<String, String> stated(Map<String, String> claims) {
        Map<String, String> stated = new LinkedHashMap<>();
        for (String name : PortalLogin.CLAIMS) {
            String value = claims.get(name);
            if (value != null && !value.isBlank()) { // a browser may send null
                stated.put(name, value.strip());
            }
        }
        return stated;
    }
}
