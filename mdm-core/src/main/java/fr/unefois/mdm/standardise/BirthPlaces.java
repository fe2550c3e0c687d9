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
        String department = Places.departmentOf(run);
        if (department != null) {
            return new Found(new BirthPlace(null, department, null), Country.FRANCE);
        }
        String words = Folding.words(text);
        if (words.isEmpty() || Placeholders.any(words)) {
            flaws.add("placeholder");
            return Found.NOTHING;
        }
        if (words.chars().noneMatch(Character::isLetter)) {
            flaws.add("not-a-commune");
            return Found.NOTHING;
        }
        return byLabel(text, words, country, flaws);
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

    private Found byLabel(String text, String words, @Nullable String country, ValueFlaws flaws) {
        int bracket = bracket(text);
        String told = bracket < 0
                ? null
                : countries.read(text.substring(bracket + 1)).map(Country::code).orElse(null);
        String before = bracket < 0 ? words : Folding.words(text.substring(0, bracket));
        String label = Places.withoutNumbers(told == null ? words : before);
        String hint = Places.hint(words);
        boolean abroad = !Country.FRANCE.equals(told == null ? orFrance(country) : told);
        if (!abroad) {
            int place = places.named(label, hint);
            place = place >= 0 || before.equals(words) ? place : places.named(Places.withoutNumbers(before), hint);
            if (place >= 0) {
                return new Found(places.birthPlace(place), Country.FRANCE);
            }
        }
        Optional<Country> whole = label.length() > 3 ? countries.read(label) : Optional.empty();
        if (whole.isPresent()) {
            return new Found(null, whole.get().code());
        }
        String department = abroad || hint.isEmpty() ? null : Places.departmentOf(hint);
        String folded = Labels.canonical(label);
        if (folded.chars().noneMatch(Character::isLetter) || Placeholders.any(folded)) {
            flaws.add("placeholder");
            folded = "";
        }
        boolean nothing = folded.isEmpty() && department == null;
        BirthPlace place = nothing ? null : new BirthPlace(null, department, folded.isEmpty() ? null : folded);
        return new Found(place, department != null ? Country.FRANCE : told);
    }

    private static String orFrance(@Nullable String country) {
        return country == null ? Country.FRANCE : country;
    }

    private static int bracket(String text) {
        int bracket = text.indexOf('(');
        return bracket > 0 ? bracket : text.indexOf(',');
    }
}
