package fr.unefois.mdm.standardise;

import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.record.Sex;
import fr.unefois.mdm.record.SourceKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A citizen record in the form in which values are compared: folded, split, coded; what was flawed or a placeholder is
 * missing here. A pure function of the {@link fr.unefois.mdm.record.CitizenRecord}.
 *
 * @param usageName missing when the source gives none or repeats the birth name
 * @param formerNames names once borne, as far as the source tells: compared like the others, never a veto
 * @param givenNames in order, a compound as one
 * @param birthCountry COG code 99xxx, 99100 for France
 * @param emails lower case, no placeholders
 * @param phones E.164
 * @param others folded text of attributes that a site added
 */
public record StandardRecord(
        SourceKey key,
        @Nullable FamilyName birthName,
        @Nullable FamilyName usageName,
        List<FamilyName> formerNames,
        List<GivenName> givenNames,
        Sex sex,
        @Nullable PartialDate birthDate,
        @Nullable BirthPlace birthPlace,
        @Nullable String birthCountry,
        List<String> emails,
        List<String> phones,
        List<StandardAddress> addresses,
        Map<Attribute, String> others) {
    public StandardRecord {
        formerNames = List.copyOf(formerNames);
        givenNames = List.copyOf(givenNames);
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        addresses = List.copyOf(addresses);
        others = Map.copyOf(others);
    }

    /** A record of a source that tells no former names. */
    public StandardRecord(
            SourceKey key,
            @Nullable FamilyName birthName,
            @Nullable FamilyName usageName,
            List<GivenName> givenNames,
            Sex sex,
            @Nullable PartialDate birthDate,
            @Nullable BirthPlace birthPlace,
            @Nullable String birthCountry,
            List<String> emails,
            List<String> phones,
            List<StandardAddress> addresses,
            Map<Attribute, String> others) {
        this(
                key,
                birthName,
                usageName,
                List.of(),
                givenNames,
                sex,
                birthDate,
                birthPlace,
                birthCountry,
                emails,
                phones,
                addresses,
                others);
    }

    /** The same content under another key. */
    public StandardRecord withKey(SourceKey other) {
        return new StandardRecord(
                other,
                birthName,
                usageName,
                formerNames,
                givenNames,
                sex,
                birthDate,
                birthPlace,
                birthCountry,
                emails,
                phones,
                addresses,
                others);
    }

    @Override
    public String toString() {
        return "StandardRecord[" + key + "]";
    }
}
