package fr.unefois.mdm.standardise;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.record.Sex;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CitizenRecord to StandardRecord, by the rules of French identity data. Pure, thread-safe, never throws on a value. */
public final class Standardiser {
    private final AttributeReader reader;

    private Standardiser(AttributeReader reader) {
        this.reader = reader;
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
        return new Standardiser(new AttributeReader(clock, Communes.french(), Countries.french()));
    }

    /** The same for people of former times: a birth from this year on is plausible. */
    public Standardiser withBirthsFrom(int year) {
        return new Standardiser(reader.withBirthsFrom(year));
    }

    /**
     * The record without the values that the service may not keep: what looks like a NIR. Call it before storing, and
     * {@link #standardise} on what was received, which reports each of them as a flaw.
     */
    public static CitizenRecord withoutForbidden(CitizenRecord record) {
        return Forbidden.removedFrom(record);
    }

    /** The same, attribute by attribute, for who has many records that say the same. */
    public AttributeReader attributes() {
        return reader;
    }

    public Standardised standardise(CitizenRecord record) {
        ValueFlaws flaws = new ValueFlaws();
        FamilyName birthName = familyName(record, Attribute.BIRTH_NAME, flaws);
        FamilyName usageName = familyName(record, Attribute.USAGE_NAME, flaws);
        List<FamilyName> formerNames = reader.formerNames(record.values(Attribute.NAME_HISTORY), flaws);
        List<GivenName> givenNames = reader.givenNames(
                record.values(Attribute.GIVEN_NAMES), record.values(Attribute.USUAL_GIVEN_NAME), flaws);
        Sex sex = reader.sex(record.values(Attribute.SEX), flaws);
        AttributeReader.Origin origin =
                reader.origin(record.values(Attribute.BIRTH_COUNTRY), record.values(Attribute.BIRTH_PLACE), flaws);
        PartialDate birthDate = reader.birthDate(record.values(Attribute.BIRTH_DATE), origin.abroad(), flaws);
        reader.checkVital(record.values(Attribute.VITAL), flaws);
        StandardRecord standard = new StandardRecord(
                record.key(),
                birthName,
                birthName != null && birthName.equals(usageName) ? null : usageName,
                formerNames,
                givenNames,
                sex,
                birthDate,
                origin.place(),
                origin.country(),
                reader.emails(record.values(Attribute.EMAILS), flaws),
                reader.phones(record.values(Attribute.PHONES), flaws),
                reader.addresses(record.values(Attribute.ADDRESSES), flaws),
                others(record, flaws));
        reader.checkIdentifiers(record.values(Attribute.IDENTIFIERS), flaws);
        return new Standardised(standard, flaws.found());
    }

    private @Nullable FamilyName familyName(CitizenRecord record, Attribute attribute, ValueFlaws flaws) {
        return reader.familyName(attribute, record.values(attribute), flaws);
    }

    private Map<Attribute, String> others(CitizenRecord record, ValueFlaws flaws) {
        Map<Attribute, String> others = new HashMap<>(0);
        record.values().forEach((attribute, values) -> {
            String words = Received.CANONICAL.contains(attribute) ? "" : reader.other(attribute, values, flaws);
            if (!words.isEmpty()) {
                others.put(attribute, words);
            }
        });
        return others;
    }
}
