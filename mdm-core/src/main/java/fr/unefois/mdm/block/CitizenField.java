package fr.unefois.mdm.block;

import static fr.unefois.mdm.block.CitizenValues.date;
import static fr.unefois.mdm.block.CitizenValues.prefix;

import fr.unefois.mdm.record.PartialDate.Precision;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.GivenName;
import fr.unefois.mdm.standardise.StandardRecord;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a blocking rule may ask of the canonical attributes. */
enum CitizenField implements Field {
    EMAIL("emails", Part.emails()),
    PHONE("phones", Part.phones()),
    /** Birth, usage and former names alike, and each part of a double name. */
    SURNAME("familyName", Part.surnames(CitizenValues::withParts)),
    SURNAME3("familyName", Part.surnames(name -> prefix(name.folded(), 3))),
    SURNAME4("familyName", Part.surnames(name -> prefix(name.folded(), 4))),
    FIRST("givenNames", Part.first(GivenName::variant)),
    FIRST3("givenNames", Part.first(name -> prefix(name.folded(), 3).get(0))),
    /** Family or given name, so that swapping them changes nothing. */
    NAME3(
            "familyName+givenNames",
            Part.either(
                    Part.surnames(name -> prefix(name.folded(), 3)),
                    Part.first(name -> prefix(name.folded(), 3).get(0)))),
    DATE("birthDate", Part.birthDate(date -> date(date, Precision.DAY))),
    YEAR("birthDate", Part.birthDate(date -> date(date, Precision.YEAR))),
    YEAR_MONTH("birthDate", Part.birthDate(date -> date(date, Precision.MONTH))),
    MONTH_DAY("birthDate", Part.birthDate(CitizenValues::monthDay)),
    POSTCODE("addresses", Part.addresses(CitizenValues::postcode)),
    STREET("addresses", Part.addresses(CitizenValues::street)),
    HOUSE("addresses", Part.addresses(CitizenValues::house)),
    BIRTH_PLACE("birthPlace", Part.birthPlace()),
    /** Family and given name in alphabetical order, so that swapping them changes nothing. */
    NAMES(
            "familyName+givenNames",
            Part.inOrder(
                    Part.first(name -> name.folded().replace("-", "")), Part.surnames(name -> List.of(name.folded())))),
    SEX("sex", Part.sex()),
    /** One value for all: every two records meet, which only a small file can afford. */
    ANY("", Part.any());

    // The set is immutable; the parts are pure and hold nothing.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> comparisons;

    @SuppressWarnings("ImmutableEnumChecker")
    private final Part part;

    CitizenField(String comparisons, Part part) {
        this.comparisons = comparisons.isEmpty() ? Set.of() : Set.of(comparisons.split("\\+", -1));
        this.part = part;
    }

    @Override
    public Set<String> comparisons() {
        return comparisons;
    }

    /** The name in a model's file: {@code yearMonth}, {@code surname3}. */
    String text() {
        String[] words = name().split("_", -1);
        StringBuilder text = new StringBuilder(words[0].toLowerCase(Locale.ROOT));
        for (int i = 1; i < words.length; i++) {
            text.append(words[i].charAt(0)).append(words[i].substring(1).toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    @Override
    public List<String> values(StandardRecord record) {
        return part.values(record).stream().distinct().toList();
    }

    @Override
    public FieldHashes over(Columns columns) {
        return part.over(columns);
    }
}
