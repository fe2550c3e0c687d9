package fr.unefois.mdm.api.value;

import fr.unefois.mdm.record.Attribute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Translates FranceConnect's claims into canonical attributes; canonical names pass as they are. */
public final class FranceConnect {
    private static final Map<String, Attribute> CLAIMS = Map.of(
            "family_name", Attribute.BIRTH_NAME,
            "preferred_username", Attribute.USAGE_NAME,
            "given_name_array", Attribute.GIVEN_NAMES,
            "gender", Attribute.SEX,
            "birthdate", Attribute.BIRTH_DATE,
            "birthplace", Attribute.BIRTH_PLACE,
            "birthcountry", Attribute.BIRTH_COUNTRY,
            "email", Attribute.EMAILS,
            "phone_number", Attribute.PHONES);

    /** Claims of the token that say nothing by which a person is matched. */
    private static final Set<String> OF_THE_TOKEN = Set.of(
            "sub",
            "iss",
            "aud",
            "exp",
            "iat",
            "nbf",
            "nonce",
            "acr",
            "amr",
            "auth_time",
            "azp",
            "jti",
            "name",
            "email_verified",
            "phone_number_verified",
            "updated_at");

    private FranceConnect() {}

    public static Map<String, @Nullable Object> canonical(Map<String, ? extends @Nullable Object> claims) {
        Map<String, @Nullable Object> canonical = new LinkedHashMap<>();
        claims.forEach((name, value) -> {
            boolean repeated = name.equals("given_name") && claims.containsKey("given_name_array");
            if (OF_THE_TOKEN.contains(name) || repeated) {
                return;
            }
            if (name.equals("given_name")) {
                canonical.put(Attribute.GIVEN_NAMES.name(), value instanceof String text ? words(text) : value);
            } else if (name.equals("gender")) {
                canonical.put(Attribute.SEX.name(), sex(value));
            } else if (name.equals("address")) {
                canonical.put(Attribute.ADDRESSES.name(), value instanceof Map<?, ?> parts ? address(parts) : value);
            } else {
                Attribute attribute = CLAIMS.get(name);
                canonical.put(attribute == null ? name : attribute.name(), value);
            }
        });
        return canonical;
    }

    private static List<String> words(String names) {
        return List.of(names.strip().split("\\s+", -1));
    }

    private static @Nullable Object sex(@Nullable Object gender) {
        if (!(gender instanceof String text)) {
            return gender;
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "male" -> "M";
            case "female" -> "F";
            default -> text;
        };
    }

    private static Map<String, @Nullable Object> address(Map<?, ?> claim) {
        Map<String, @Nullable Object> address = new LinkedHashMap<>();
        address.put("line", claim.get("street_address"));
        address.put("postcode", claim.get("postal_code"));
        address.put("city", claim.get("locality"));
        return address;
    }
}
