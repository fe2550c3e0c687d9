package fr.unefois.mdm.api.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A citizen who is logged in to the portal; it stays in the server's session and never reaches the browser.
 *
 * @param ref the citizen's reference in the portal's sector; null while the authority does not know them
 */
record PortalLogin(Identity identity, @Nullable String ref) {
    /** The pivot identity, in FranceConnect's words. */
    static final List<String> CLAIMS = List.of(
            "family_name", "given_name", "birthdate", "gender", "birthplace", "birthcountry", "preferred_username");

    /**
     * What FranceConnect said.
     *
     * @param sub its identifier of this person for this portal, under which the portal keeps their record
     */
    record Identity(String sub, Map<String, String> claims) {
        Identity {
            claims = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(claims));
        }

        String givenName() {
            return claims.getOrDefault("given_name", "").split(" ", 2)[0];
        }

        /** The same under the names that a source's record has. */
        Map<String, Object> attributes() {
            Map<String, Object> attributes = new LinkedHashMap<>();
            claims.forEach((claim, value) -> {
                switch (claim) {
                    case "family_name" -> attributes.put("birthName", value);
                    case "preferred_username" -> attributes.put("usageName", value);
                    case "given_name" -> attributes.put("givenNames", List.of(value.split("\\s+", -1)));
                    case "gender" -> attributes.put("sex", value.equals("female") ? "F" : "M");
                    case "birthdate" -> attributes.put("birthDate", value);
                    case "birthplace" -> attributes.put("birthPlace", value);
                    case "birthcountry" -> attributes.put("birthCountry", value);
                    default -> throw new IllegalStateException("not a claim of the pivot identity: " + claim);
                }
            });
            return attributes;
        }

        @Override
        public String toString() {
            return "Identity[withheld]";
        }
    }

    @Override
    public String toString() {
        return "PortalLogin[withheld]";
    }
}
