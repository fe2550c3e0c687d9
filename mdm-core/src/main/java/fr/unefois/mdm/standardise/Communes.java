package fr.unefois.mdm.standardise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The communes of France by code, former code, name and postcode: {@code Communes.french()}. Source: Code officiel
 * géographique of INSEE and postcodes of La Poste, through {@code @etalab/decoupage-administratif} 6.0.0 (2026).
 * Immutable, loaded once a process, about four megabytes.
 */
public final class Communes {
    private final CommuneTable table;

    private Communes(CommuneTable table) {
        this.table = table;
    }

    private static final class Shipped {
        private static final Communes COMMUNES = new Communes(CommuneTable.read(Resources.unpacked("communes.tsv.gz")));
    }

    /** The indexes that labels need; who has codes alone never pays for them. */
    private static final class Indexes {
        private static final CommuneNames NAMES = new CommuneNames(french().table);
        private static final long[] BY_POSTCODE = french().table.byPostcode();
    }

    /** The communes of the shipped COG. */
    public static Communes french() {
        return Shipped.COMMUNES;
    }

    /** The place with this code, of today or of former times; a former code without a name of its own gives today's. */
    public Optional<Commune> find(String code) {
        int place = place(code);
        return place < 0 ? Optional.empty() : Optional.of(table.commune(place));
    }

    /** The commune of today that has this name, however spelt, and this postcode. */
    public Optional<Commune> find(String name, String postcode) {
        int place = named(Folding.words(name), postcode);
        return place < 0 ? Optional.empty() : Optional.of(table.commune(table.today(place)));
    }

    /** The code of today's commune, arrondissements folded into their city; null when the code is unknown. */
    public @Nullable String today(String code) {
        int place = place(code);
        return place < 0 ? null : table.code(table.today(place));
    }

    /** The official name behind a code, or null. */
    public @Nullable String label(String code) {
        int place = place(code);
        return place < 0 ? null : table.name(place);
    }

    /** Communes of today, by code. */
    public Stream<Commune> current() {
        return IntStream.range(0, table.size())
                .filter(place -> table.today(place) == place)
                .mapToObj(table::commune);
    }

    /** Communes of today in one département ({@code 57}, {@code 2A}, {@code 974}), by code. */
    public List<Commune> inDepartment(String department) {
        return current()
                .filter(commune -> commune.department().equals(department))
                .toList();
    }

    /** Communes of today that a postcode serves, by code. */
    public List<Commune> withPostcode(String postcode) {
        return served(postcode).stream()
                .map(table::today)
                .distinct()
                .map(table::commune)
                .toList();
    }

    int place(String code) {
        int packed = CommuneCode.pack(code);
        return packed < 0 ? -1 : table.place(packed);
    }

    CommuneTable table() {
        return table;
    }

    CommuneNames names() {
        return Indexes.NAMES;
    }

    /** The place of this name that the postcode serves, else the only one of its département; −1 when in doubt. */
    int named(String words, String postcode) {
        int only = -1;
        for (int place : names().find(words)) {
            if (table.hasPostcode(place, postcode) || table.hasPostcode(table.today(place), postcode)) {
                return place;
            }
            if (postcode.length() == 5 && table.inPostalDepartment(place, postcode)) {
                only = only == -1 || table.today(only) == table.today(place) ? place : -2;
            }
        }
        return Math.max(only, -1);
    }

    List<Integer> served(String postcode) {
        List<Integer> places = new ArrayList<>();
        if (postcode.length() != 5 || !Folding.isDigits(postcode)) {
            return places;
        }
        long[] byPostcode = Indexes.BY_POSTCODE;
        long first = Long.parseLong(postcode) << 32;
        int at = Arrays.binarySearch(byPostcode, first);
        for (int i = at < 0 ? -at - 1 : at; i < byPostcode.length && byPostcode[i] >>> 32 == first >>> 32; i++) {
            places.add((int) byPostcode[i]);
        }
        return places;
    }
}
