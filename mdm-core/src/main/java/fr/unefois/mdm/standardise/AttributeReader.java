package fr.unefois.mdm.standardise;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.record.Sex;
import fr.unefois.mdm.record.Value;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Standardises what a source says under one attribute: what {@link Standardiser} does for a whole record, in the parts
 * that do not depend on each other, so that who has many records may do it once for all that say the same. Pure,
 * thread-safe, never throws on a value.
 */
public final class AttributeReader {
    private final Clock clock;
    private final BirthPlaces birthPlaces;
    private final Addresses addresses;
    private final Countries countries;
    private final int oldest;

    AttributeReader(Clock clock, Communes communes, Countries countries) {
        this(clock, Dates.OLDEST, new BirthPlaces(communes, countries), new Addresses(communes), countries);
    }

    private AttributeReader(
            Clock clock, int oldest, BirthPlaces birthPlaces, Addresses addresses, Countries countries) {
        this.clock = clock;
        this.oldest = oldest;
        this.birthPlaces = birthPlaces;
        this.addresses = addresses;
        this.countries = countries;
    }

    AttributeReader withBirthsFrom(int year) {
        return new AttributeReader(clock, year, birthPlaces, addresses, countries);
    }

    /** The first of the texts that is a name. */
    public @Nullable FamilyName familyName(Attribute attribute, List<Value> values, ValueFlaws flaws) {
        for (String text : Received.texts(values, attribute, flaws)) {
            FamilyName name = FamilyNames.read(text, flaws);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    public List<FamilyName> formerNames(List<Value> values, ValueFlaws flaws) {
        List<FamilyName> names = new ArrayList<>(0);
        for (String text : Received.texts(values, Attribute.NAME_HISTORY, flaws)) {
            FamilyName name = FamilyNames.read(text, flaws);
            if (name != null && !names.contains(name)) {
                names.add(name);
            }
        }
        return List.copyOf(names);
    }

    /** The list of the civil status; the usual given name joins it where it is not one of them. */
    public List<GivenName> givenNames(List<Value> values, List<Value> usualOnes, ValueFlaws flaws) {
        List<GivenName> names = GivenNames.read(Received.texts(values, Attribute.GIVEN_NAMES, flaws), flaws);
        for (GivenName usual : GivenNames.read(Received.texts(usualOnes, Attribute.USUAL_GIVEN_NAME, flaws), flaws)) {
            if (!names.contains(usual)) {
                names.add(usual);
            }
        }
        return List.copyOf(names);
    }

    public Sex sex(List<Value> values, ValueFlaws flaws) {
        Sex sex = Sex.UNKNOWN;
        for (String text : Received.texts(values, Attribute.SEX, flaws)) {
            sex = sex == Sex.UNKNOWN ? Sexes.read(text, flaws) : sex;
        }
        return sex;
    }

    /**
     * Where someone was born.
     *
     * @param country a COG code, from the place where the source names none
     */
    public record Origin(
            @Nullable BirthPlace place, @Nullable String country) {
        /** Whether the papers may give the first of a month for a day that is not known. */
        public boolean abroad() {
            return country != null && !country.equals(Country.FRANCE);
        }
    }

    public Origin origin(List<Value> countryNames, List<Value> places, ValueFlaws flaws) {
        String country = birthCountry(countryNames, flaws);
        BirthPlaces.Found found = birthPlace(places, country, flaws);
        return new Origin(found.place(), country == null ? found.country() : country);
    }

    private @Nullable String birthCountry(List<Value> values, ValueFlaws flaws) {
        for (String text : Received.texts(values, Attribute.BIRTH_COUNTRY, flaws)) {
            String code = CountryCodes.read(text, countries, flaws);
            if (code != null) {
                return code;
            }
        }
        return null;
    }

    private BirthPlaces.Found birthPlace(List<Value> values, @Nullable String country, ValueFlaws flaws) {
        BirthPlaces.Found best = BirthPlaces.Found.NOTHING;
        for (String text : Received.texts(values, Attribute.BIRTH_PLACE, flaws)) {
            BirthPlaces.Found found = birthPlaces.read(text, country, flaws);
            if (found.place() != null && found.place().lineage() != null) {
                return found;
            }
            best = best.equals(BirthPlaces.Found.NOTHING) ? found : best;
        }
        return best;
    }

    /**
     * A first of January may be a default; so may any first of a month for the foreign-born, FranceConnect writing 01
     * for a day that their papers do not give.
     */
    public @Nullable PartialDate birthDate(List<Value> values, boolean abroad, ValueFlaws flaws) {
        for (String text : Received.texts(values, Attribute.BIRTH_DATE, flaws)) {
            PartialDate date = Dates.read(text, oldest, LocalDate.now(clock), flaws);
            if (date != null) {
                boolean presumed = date.day() == 1 && (date.month() == 1 || abroad);
                return new PartialDate(date.year(), date.month(), date.day(), presumed);
            }
        }
        return null;
    }

    public List<String> emails(List<Value> values, ValueFlaws flaws) {
        List<String> emails = new ArrayList<>(1);
        for (String text : Received.texts(values, Attribute.EMAILS, flaws)) {
            Emails.read(text, emails, flaws);
        }
        return List.copyOf(emails);
    }

    public List<String> phones(List<Value> values, ValueFlaws flaws) {
        List<String> phones = new ArrayList<>(1);
        for (String text : Received.texts(values, Attribute.PHONES, flaws)) {
            Phones.read(text, phones, flaws);
        }
        return List.copyOf(phones);
    }

    public List<StandardAddress> addresses(List<Value> values, ValueFlaws flaws) {
        List<StandardAddress> standard = new ArrayList<>(1);
        for (Address address : Received.addresses(values, Attribute.ADDRESSES, flaws)) {
            StandardAddress read = addresses.read(address, flaws);
            if (read != null && !standard.contains(read)) {
                standard.add(read);
            }
        }
        return List.copyOf(standard);
    }

    /** The folded words of an attribute that a site added; empty where it says nothing. */
    public String other(Attribute attribute, List<Value> values, ValueFlaws flaws) {
        return Received.folded(values, attribute, flaws);
    }

    /** The flaws of attributes that are not compared. */
    public void checkVital(List<Value> values, ValueFlaws flaws) {
        for (String text : Received.texts(values, Attribute.VITAL, flaws)) {
            VitalStatus.check(text, LocalDate.now(clock), flaws);
        }
    }

    public void checkIdentifiers(List<Value> values, ValueFlaws flaws) {
        Received.texts(values, Attribute.IDENTIFIERS, flaws);
    }
}
