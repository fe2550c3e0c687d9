package fr.unefois.mdm.standardise;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a birthplace from a COG code of any time, from a label, or from a country put in its place. */
final class BirthPlaces {
    /** A place and the country that it tells of; either may be missing. */
    record Found(@Nullable BirthPlace place, @Nullable String country) {
        static final Found NOTHING = new Found(null, null);
    }

    private final Places places;
    private final Communes communes;
    private final Countries countries;

    BirthPlaces(Communes communes, Countries countries) {
        this.communes = communes;
        this.countries = countries;
        this.places = new Places(communes);
    }

    /** @param country the country that the record itself gives, which a mere label does not outrank */
    Found read(String text, @Nullable String country, ValueFlaws flaws) {
        String run = Folding.run(text);
        String code = run.length() == 4 && CommuneCode.pack("0" + run) >= 0 ? "0" + run : run;
        if (CommuneCode.pack(code) >= 0) {
            return byCode(code, flaws);
        }
        if (run.length() <= 3
                && CommuneCode.department((run + "001").substring(0, Math.min(5, run.length() + 3))) != null
                && digitFirst(run)) {
            return new Found(new BirthPlace(null, Places.department(run), null), Country.FRANCE);
        }
        String words = Folding.words(text);
        if (words.isEmpty() || Placeholders.any(words)) {
            flaws.add("placeholder");
            return Found.NOTHING;
        }
        return byLabel(text, words, country);
    }

    private Found byCode(String code, ValueFlaws flaws) {
        int place = communes.place(code);
        if (place >= 0) {
            return new Found(places.birthPlace(place), Country.FRANCE);
        }
        Optional<Country> country = countries.find(code);
        if (country.isPresent()) {
            return new Found(null, country.get().code());
        }
        List<Commune> served = communes.withPostcode(code);
        if (served.size() == 1) {
            return new Found(places.birthPlace(communes.place(served.get(0).code())), Country.FRANCE);
        }
        flaws.add("not-a-commune");
        String department = CommuneCode.department(code);
        return department == null
                ? Found.NOTHING
                : new Found(new BirthPlace(null, Places.department(department), null), Country.FRANCE);
    }

    private Found byLabel(String text, String words, @Nullable String country) {
        Optional<Country> whole = countries.read(text).filter(found -> words.length() > 3);
        int bracket = bracket(text);
        String inside = bracket < 0 ? "" : text.substring(bracket + 1);
        String told = countries.read(inside).map(Country::code).orElse(null);
        String outside = told == null ? words : Folding.words(text.substring(0, bracket));
        boolean abroad = !Country.FRANCE.equals(told == null ? orFrance(country) : told);
        String label = Places.withoutNumbers(outside);
        if (!abroad) {
            int place = places.named(label, Places.hint(outside));
            if (place < 0 && bracket > 0) {
                place = places.named(
                        Places.withoutNumbers(Folding.words(text.substring(0, bracket))), Places.hint(words));
            }
            if (place >= 0) {
                return new Found(places.birthPlace(place), Country.FRANCE);
            }
        }
        if (whole.isPresent()) {
            return new Found(null, whole.get().code());
        }
        String hint = Places.hint(outside);
        String department = abroad || hint.isEmpty() ? null : CommuneCode.department((hint + "001").substring(0, 5));
        String folded = Labels.canonical(label);
        BirthPlace place = new BirthPlace(
                null, department == null ? null : Places.department(department), folded.isEmpty() ? null : folded);
        String known = department != null ? Country.FRANCE : told;
        return new Found(place.label() == null && place.department() == null ? null : place, known);
    }

    private static boolean digitFirst(String run) {
        return !run.isEmpty() && run.length() >= 2 && run.charAt(0) >= '0' && run.charAt(0) <= '9';
    }

    private static String orFrance(@Nullable String country) {
        return country == null ? Country.FRANCE : country;
    }

    private static int bracket(String text) {
        int bracket = text.indexOf('(');
        return bracket > 0 ? bracket : text.indexOf(',');
    }
}
