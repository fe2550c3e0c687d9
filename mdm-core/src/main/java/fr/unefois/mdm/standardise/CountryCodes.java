package fr.unefois.mdm.standardise;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a country of birth: a COG code, whole or without its 99, a name, an ISO code. */
final class CountryCodes {
    private CountryCodes() {}

    static @Nullable String read(String text, Countries countries, ValueFlaws flaws) {
        String run = Folding.run(text);
        boolean digits = !run.isEmpty() && Folding.isDigits(run);
        Optional<Country> country = digits && run.length() == 3 ? countries.find("99" + run) : countries.read(text);
        if (country.isPresent()) {
            return country.get().code();
        }
        boolean nothing = run.isEmpty()
                || Placeholders.any(Folding.words(text))
                || run.equals("99999")
                || run.equals("99000")
                || Folding.isZeros(run);
        flaws.add(nothing ? "placeholder" : "not-a-country");
        return null;
    }
}
