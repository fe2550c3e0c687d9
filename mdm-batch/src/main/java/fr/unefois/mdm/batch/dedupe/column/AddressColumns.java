package fr.unefois.mdm.batch.dedupe.column;

import fr.unefois.mdm.record.AttributeType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What becomes of the columns of an address. French ones make one address, which the French rules read. Elsewhere each
 * is evidence of its own: no rule ties its parts, and what goes wrong goes wrong in one column at a time.
 */
final class AddressColumns {
    private static final int LOOKED_AT = 1000;
    private static final int ENOUGH = 5;

    private record Own(String attribute, AttributeType type) {}

    private static final Map<Role, Own> OWN = Map.of(
            Role.ADDRESS_NUMBER, new Own("streetNumber", AttributeType.NUMBER),
            Role.ADDRESS_LINE, new Own("street", AttributeType.TEXT),
            Role.ADDRESS_EXTRA, new Own("streetExtra", AttributeType.TEXT),
            Role.POSTCODE, new Own("postcode", AttributeType.NUMBER),
            Role.CITY, new Own("city", AttributeType.TEXT),
            Role.CITY_CODE, new Own("cityCode", AttributeType.CATEGORY));

    private AddressColumns() {}

    static void apply(List<Draft> drafts) {
        drafts.forEach(AddressColumns::aNumberNeedsAStreet);
        if (french(drafts)) {
            return;
        }
        for (Draft draft : drafts) {
            Set<Role> taken = new HashSet<>();
            for (int i = 0; i < draft.columns(); i++) {
                Role role = draft.role(i);
                Own own = role == null || draft.settled(i) ? null : OWN.get(role);
                if (role != null && own != null) {
                    boolean first = taken.add(role);
                    draft.use(
                            i,
                            first ? OwnNames.role(own.attribute) : OwnNames.after(draft.name(i)),
                            own.type,
                            "part of an address that is not French: compared by itself");
                }
            }
        }
    }

    /** A column called numero in a file without streets numbers something else. */
    private static void aNumberNeedsAStreet(Draft draft) {
        if (!draft.has(Role.ADDRESS_LINE)) {
            draft.of(Role.ADDRESS_NUMBER).stream()
                    .filter(column -> !draft.settled(column))
                    .forEach(draft::forget);
        }
    }

    private static boolean french(List<Draft> drafts) {
        for (Draft draft : drafts) {
            for (int i = 0; i < draft.columns(); i++) {
                Role role = draft.role(i);
                if (role != null && role.isAddress() && draft.settled(i)) {
                    return true;
                }
            }
        }
        List<String> codes = values(drafts, Role.CITY_CODE);
        if (codes.size() >= ENOUGH) {
            return mostly(codes, Reading::cityCode);
        }
        List<String> postcodes = values(drafts, Role.POSTCODE);
        if (postcodes.size() >= ENOUGH) {
            // A spreadsheet takes the zero from the postcodes of nine départements, not from those of a country.
            boolean five = Reading.share(postcodes, code -> code.length() == 5) > 0.4;
            return five && mostly(postcodes, code -> Reading.postcode(code.length() == 4 ? "0" + code : code));
        }
        List<String> cities = values(drafts, Role.CITY);
        if (cities.size() >= ENOUGH) {
            return mostly(cities, Reading::city);
        }
        List<String> lines = values(drafts, Role.ADDRESS_LINE);
        return lines.size() < ENOUGH || Reading.share(lines, Reading::street) > 0.3;
    }

    private static boolean mostly(List<String> values, Predicate<String> test) {
        return Reading.share(values, test) >= 0.5;
    }

    private static List<String> values(List<Draft> drafts, Role role) {
        List<String> values = new ArrayList<>();
        for (Draft draft : drafts) {
            draft.of(role).forEach(column -> values.addAll(draft.values(column, LOOKED_AT)));
        }
        return values;
    }
}
