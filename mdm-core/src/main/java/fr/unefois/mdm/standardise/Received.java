package fr.unefois.mdm.standardise;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Nir;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of an attribute that may be read: neither empty, nor a NIR, nor endless. */
final class Received {
    static final Set<Attribute> CANONICAL = Set.copyOf(Attribute.CANONICAL);

    /** Longer than any name, line or label of a citizen; beyond, a mapping went wrong. */
    private static final int LONGEST = 300;

    private static final int LONGEST_OF_A_SITE = 4000;

    private Received() {}

    static List<String> texts(List<Value> values, Attribute attribute, ValueFlaws flaws) {
        return texts(values, LONGEST, flaws.of(attribute));
    }

    private static List<String> texts(List<Value> values, int longest, ValueFlaws flaws) {
        if (values.isEmpty()) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(values.size());
        for (Value value : values) {
            if (value instanceof Text text) {
                String usable = usable(text.value(), longest, flaws);
                if (usable != null) {
                    texts.add(usable);
                }
            }
        }
        return texts;
    }

    static List<Address> addresses(List<Value> values, Attribute attribute, ValueFlaws flaws) {
        flaws.of(attribute);
        List<Address> addresses = new ArrayList<>(1);
        for (Value value : values) {
            if (value instanceof Address address) {
                addresses.add(new Address(
                        usable(address.line(), LONGEST, flaws),
                        usable(address.postcode(), LONGEST, flaws),
                        usable(address.city(), LONGEST, flaws),
                        usable(address.cityCode(), LONGEST, flaws)));
            } else if (value instanceof Text text && usable(text.value(), LONGEST, flaws) != null) {
                // A whole address in one text.
                addresses.add(new Address(text.value(), null, null, null));
            }
        }
        return addresses;
    }

    /** Everything that an attribute of the site's own says, in folded words. */
    static String folded(List<Value> values, Attribute attribute, ValueFlaws flaws) {
        List<String> texts = new ArrayList<>(texts(values, LONGEST_OF_A_SITE, flaws.of(attribute)));
        for (Value value : values) {
            if (value instanceof Address) {
                addresses(values, attribute, flaws)
                        .forEach(address -> texts.add(address.line() + " " + address.postcode() + " " + address.city()
                                + " " + address.cityCode()));
                break;
            }
        }
        return Folding.words(String.join(" ", texts));
    }

    private static @Nullable String usable(@Nullable String text, int longest, ValueFlaws flaws) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > longest) {
            flaws.add("too-long");
            return null;
        }
        if (Nir.looksLike(text)) {
            flaws.add("looks-like-a-nir");
            return null;
        }
        return text;
    }
}
