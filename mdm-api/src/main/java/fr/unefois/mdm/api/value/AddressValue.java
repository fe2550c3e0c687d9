package fr.unefois.mdm.api.value;

import fr.unefois.mdm.record.Address;
import org.jspecify.annotations.Nullable;

/**
 * An address in the API's JSON.
 *
 * @param secret true where nobody outside the source's own sector may be shown an address of the citizen, else absent
 */
public record AddressValue(
        @Nullable String line,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String cityCode,
        @Nullable Boolean secret) {
    static AddressValue of(Address address) {
        return new AddressValue(
                address.line(), address.postcode(), address.city(), address.cityCode(), address.secret() ? true : null);
    }

    @Override
    public String toString() {
        return "AddressValue[withheld]";
    }
}
