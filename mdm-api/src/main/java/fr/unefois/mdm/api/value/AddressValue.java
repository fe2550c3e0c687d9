package fr.unefois.mdm.api.value;

import fr.unefois.mdm.record.Address;
import org.jspecify.annotations.Nullable;

/** An address in the API's JSON. */
public record AddressValue(
        @Nullable String line,
        @Nullable String postcode,
        @Nullable String city,
        @Nullable String cityCode) {
    static AddressValue of(Address address) {
        return new AddressValue(address.line(), address.postcode(), address.city(), address.cityCode());
    }

    @Override
    public String toString() {
        return "AddressValue[withheld]";
    }
}
