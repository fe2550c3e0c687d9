package fr.unefois.mdm.standardise;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.Nir;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads addresses: street line, postcode, city and its code. */
final class Addresses {
    private final Communes communes;
    private final Places places;
    private final Remembered<Named, Town> towns = new Remembered<>(this::town);

    Addresses(Communes communes) {
        this.communes = communes;
        this.places = new Places(communes);
    }

    /** What an address says of its town: the postcode, the folded label and the code as received. */
    private record Named(
            @Nullable String postcode,
            String city,
            @Nullable String code) {
        @Override
        public String toString() {
            return "Named[withheld]";
        }
    }

    /**
     * A town that was found, or the label as it is.
     *
     * @param code of today's commune; null where none was found
     * @param flaws the rules that what was said breaks
     */
    private record Town(String label, @Nullable String code, List<String> flaws) {
        @Override
        public String toString() {
            return "Town[withheld]";
        }
    }

    /** Null when the address says nothing. */
    @Nullable
    StandardAddress read(Address address, ValueFlaws flaws) {
        String line = Objects.requireNonNullElse(address.line(), "");
        String city = Folding.words(Objects.requireNonNullElse(address.city(), ""));
        String postcode = postcode(Objects.requireNonNullElse(address.postcode(), ""));
        city = known(city, flaws);
        List<String> words = city.isEmpty() ? Folding.split(Folding.words(line)) : List.of();
        int at = postcodeIn(words);
        if (at >= 0 && (postcode == null || words.get(at).equals(postcode))) {
            // The whole address stands in one line: 12 rue des Lilas 57000 Metz.
            postcode = words.get(at);
            city = String.join(" ", words.subList(at + 1, words.size()));
            line = String.join(" ", words.subList(0, at));
        }
        while (city.indexOf(' ') == 5 && CommuneCode.pack(city.substring(0, 5)) >= 0) {
            postcode = postcode == null ? city.substring(0, 5) : postcode;
            city = city.substring(6);
        }
        Street street = street(line, flaws);
        Town town = towns.of(new Named(postcode, city, address.cityCode()));
        town.flaws().forEach(flaws::add);
        boolean nothing =
                street.equals(Street.NONE) && postcode == null && town.label().isEmpty() && town.code() == null;
        return nothing ? null : address(street, postcode, town.label(), town.code());
    }

    private Town town(Named named) {
        ValueFlaws flaws = new ValueFlaws();
        String label = Labels.canonical(known(named.city(), flaws));
        int place = place(named.code(), named.postcode(), label, flaws);
        List<String> rules = flaws.found().stream().map(Flaw::rule).toList();
        if (place < 0) {
            return new Town(label, null, rules);
        }
        int today = communes.table().today(place);
        return new Town(communes.names().label(today), communes.table().code(today), rules);
    }

    private static String known(String city, ValueFlaws flaws) {
        if (Placeholders.any(Labels.canonical(city))) {
            flaws.add("placeholder");
            return "";
        }
        return city;
    }

    private static Street street(String line, ValueFlaws flaws) {
        Street street = Streets.read(line);
        boolean bare = street.number() == 0
                && (street.wayType().isEmpty() || street.way().isEmpty());
        if (Placeholders.address(Folding.words(line)) || (bare && Placeholders.address(street.way()))) {
            flaws.add("placeholder");
            return Street.NONE;
        }
        // What stood apart in the line may make a NIR once taken together.
        if (Nir.looksLike(street.number() + " " + street.way())) {
            flaws.add("looks-like-a-nir");
            return Street.NONE;
        }
        return street;
    }

    private static StandardAddress address(
            Street street, @Nullable String postcode, String city, @Nullable String code) {
        return new StandardAddress(
                street.number(), street.suffix(), street.wayType(), street.way(), postcode, city, code);
    }

    private int place(@Nullable String cityCode, @Nullable String postcode, String label, ValueFlaws flaws) {
        String code = cityCode == null ? "" : Folding.run(cityCode);
        if (!code.isEmpty()) {
            int place = communes.place(code.length() == 4 ? "0" + code : code);
            if (place >= 0) {
                return place;
            }
            flaws.add("not-a-commune");
        }
        if (postcode == null) {
            return label.isEmpty() ? -1 : places.named(label, "");
        }
        if (!label.isEmpty()) {
            int place = communes.named(label, postcode);
            return place >= 0 ? place : misspelt(label, postcode);
        }
        int only = -1;
        for (int served : communes.served(postcode)) {
            int today = communes.table().today(served);
            only = only == -1 || only == today ? today : -2;
        }
        return Math.max(-1, only);
    }

    /** The one commune of the postcode whose name is this but for a slip, or begins like it. */
    private int misspelt(String label, String postcode) {
        int found = -1;
        for (int served : communes.served(postcode)) {
            String name = communes.names().label(served);
            boolean begins = label.length() >= 4 && (name.startsWith(label + " ") || label.startsWith(name + " "));
            boolean close = label.length() >= 4 && Slips.within(label, name, label.length() < 8 ? 1 : 2);
            if (begins || close) {
                int today = communes.table().today(served);
                found = found == -1 || found == today ? today : -2;
            }
        }
        return Math.max(-1, found);
    }

    /** Five digits for a French one, its leading zero given back; a foreign one as it is, folded. */
    private static @Nullable String postcode(String text) {
        String run = Folding.run(text);
        if (run.length() == 6 && run.charAt(0) == 'F') {
            run = run.substring(1);
        }
        boolean digits = Folding.isDigits(run);
        if (run.isEmpty() || Folding.isZeros(run) || Placeholders.any(run)) {
            return null;
        }
        if (digits && run.length() > 5) {
            // 57000 CEDEX 2 leaves its letters behind elsewhere; more digits than five are two things.
            return run.substring(0, 5);
        }
        return digits && run.length() == 4 ? "0" + run : run.length() > 10 ? null : run;
    }

    /** Where a word of five digits stands that a word follows, −1 if nowhere. */
    private static int postcodeIn(List<String> words) {
        for (int i = words.size() - 2; i >= 0; i--) {
            int code = words.get(i).length() == 5 ? CommuneCode.pack(words.get(i)) : -1;
            if (code >= 1000 && code < 100_000) {
                return i;
            }
        }
        return -1;
    }
}
