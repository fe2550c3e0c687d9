package fr.unefois.mdm.standardise;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.record.Sex;
import fr.unefois.mdm.record.Value;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CitizenRecord to StandardRecord, by the rules of French identity data. Pure, thread-safe, never throws on a value. */
public final class Standardiser {
    private final Clock clock;
    private final BirthPlaces birthPlaces;
    private final Addresses addresses;
    private final Countries countries;
    private final int oldest;

    private Standardiser(Clock clock, Communes communes, Countries countries) {
        this(clock, Dates.OLDEST, new BirthPlaces(communes, countries), new Addresses(communes), countries);
    }

    private Standardiser(Clock clock, int oldest, BirthPlaces birthPlaces, Addresses addresses, Countries countries) {
        this.clock = clock;
        this.oldest = oldest;
        this.birthPlaces = birthPlaces;
        this.addresses = addresses;
        this.countries = countries;
    }

    private static final class Shipped {
        private static final Standardiser STANDARDISER = french(Clock.systemUTC());
    }

    /** The standardiser with the shipped reference data, loaded once a process. */
    public static Standardiser french() {
        return Shipped.STANDARDISER;
    }

    /** The same under another clock, which decides what date is still to come. */
    public static Standardiser french(Clock clock) {
        return new Standardiser(clock, Communes.french(), Countries.french());
    }

    /** The same for people of former times: a birth from this year on is plausible. */
    public Standardiser withBirthsFrom(int year) {
        return new Standardiser(clock, year, birthPlaces, addresses, countries);
    }

    /**
     * The record without the values that the service may not keep: what looks like a NIR. Call it before storing, and
     * {@link #standardise} on what was received, which reports each of them as a flaw.
     */
    public static CitizenRecord withoutForbidden(CitizenRecord record) {
        return Forbidden.removedFrom(record);
    }

    public Standardised standardise(CitizenRecord record) {
        ValueFlaws flaws = new ValueFlaws();
        FamilyName birthName = familyName(record, Attribute.BIRTH_NAME, flaws);
        FamilyName usageName = familyName(record, Attribute.USAGE_NAME, flaws);
        if (birthName != null && birthName.equals(usageName)) {
            usageName = null;
        }
        List<FamilyName> formerNames = formerNames(record, flaws);
        List<GivenName> givenNames = givenNames(record, flaws);
        Sex sex = sex(record, flaws);
        String country = birthCountry(record, flaws);
        BirthPlaces.Found found = birthPlace(record, country, flaws);
        country = country == null ? found.country() : country;
        PartialDate birthDate = birthDate(record, country, flaws);
        vital(record, flaws);
        StandardRecord standard = new StandardRecord(
                record.key(),
                birthName,
                usageName,
                formerNames,
                givenNames,
                sex,
                birthDate,
                found.place(),
                country,
                emails(record, flaws),
                phones(record, flaws),
                addresses(record, flaws),
                others(record, flaws));
        Received.check(record, Attribute.IDENTIFIERS, flaws);
        return new Standardised(standard, flaws.found());
    }

    private static @Nullable FamilyName familyName(CitizenRecord record, Attribute attribute, ValueFlaws flaws) {
        for (String text : Received.texts(record, attribute, flaws)) {
            FamilyName name = FamilyNames.read(text, flaws);
            if (name != null) {
                return name;
            }
        }
        return null;
    }

    private static List<FamilyName> formerNames(CitizenRecord record, ValueFlaws flaws) {
        List<FamilyName> names = new ArrayList<>(0);
        for (String text : Received.texts(record, Attribute.NAME_HISTORY, flaws)) {
            FamilyName name = FamilyNames.read(text, flaws);
            if (name != null && !names.contains(name)) {
                names.add(name);
            }
        }
        return names;
    }

    /** The list of the civil status; the usual given name joins it where it is not one of them. */
    private static List<GivenName> givenNames(CitizenRecord record, ValueFlaws flaws) {
        List<GivenName> names = GivenNames.read(Received.texts(record, Attribute.GIVEN_NAMES, flaws), flaws);
        for (GivenName usual : GivenNames.read(Received.texts(record, Attribute.USUAL_GIVEN_NAME, flaws), flaws)) {
            if (!names.contains(usual)) {
                names.add(usual);
            }
        }
        return names;
    }

    private static Sex sex(CitizenRecord record, ValueFlaws flaws) {
        Sex sex = Sex.UNKNOWN;
        for (String text : Received.texts(record, Attribute.SEX, flaws)) {
            sex = sex == Sex.UNKNOWN ? Sexes.read(text, flaws) : sex;
        }
        return sex;
    }

    private @Nullable String birthCountry(CitizenRecord record, ValueFlaws flaws) {
        for (String text : Received.texts(record, Attribute.BIRTH_COUNTRY, flaws)) {
            String code = CountryCodes.read(text, countries, flaws);
            if (code != null) {
                return code;
            }
        }
        return null;
    }

    private BirthPlaces.Found birthPlace(CitizenRecord record, @Nullable String country, ValueFlaws flaws) {
        BirthPlaces.Found best = BirthPlaces.Found.NOTHING;
        for (String text : Received.texts(record, Attribute.BIRTH_PLACE, flaws)) {
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
    private @Nullable PartialDate birthDate(CitizenRecord record, @Nullable String country, ValueFlaws flaws) {
        for (String text : Received.texts(record, Attribute.BIRTH_DATE, flaws)) {
            PartialDate date = Dates.read(text, oldest, LocalDate.now(clock), flaws);
            if (date != null) {
                boolean abroad = country != null && !country.equals(Country.FRANCE);
                boolean presumed = date.day() == 1 && (date.month() == 1 || abroad);
                return new PartialDate(date.year(), date.month(), date.day(), presumed);
            }
        }
        return null;
    }

    private void vital(CitizenRecord record, ValueFlaws flaws) {
        for (String text : Received.texts(record, Attribute.VITAL, flaws)) {
            VitalStatus.check(text, LocalDate.now(clock), flaws);
        }
    }

    private static List<String> emails(CitizenRecord record, ValueFlaws flaws) {
        List<String> emails = new ArrayList<>(1);
        for (String text : Received.texts(record, Attribute.EMAILS, flaws)) {
            Emails.read(text, emails, flaws);
        }
        return emails;
    }

    private static List<String> phones(CitizenRecord record, ValueFlaws flaws) {
        List<String> phones = new ArrayList<>(1);
        for (String text : Received.texts(record, Attribute.PHONES, flaws)) {
            Phones.read(text, phones, flaws);
        }
        return phones;
    }

    private List<StandardAddress> addresses(CitizenRecord record, ValueFlaws flaws) {
        List<StandardAddress> standard = new ArrayList<>(1);
        for (Address address : Received.addresses(record, Attribute.ADDRESSES, flaws)) {
            StandardAddress read = addresses.read(address, flaws);
            if (read != null && !standard.contains(read)) {
                standard.add(read);
            }
        }
        return standard;
    }

    private static Map<Attribute, String> others(CitizenRecord record, ValueFlaws flaws) {
        Map<Attribute, String> others = new HashMap<>(0);
        for (Map.Entry<Attribute, List<Value>> entry : record.values().entrySet()) {
            if (Received.CANONICAL.contains(entry.getKey())) {
                continue;
            }
            String words = Received.folded(record, entry.getKey(), flaws);
            if (!words.isEmpty()) {
                others.put(entry.getKey(), words);
            }
        }
        return others;
    }
}
