package fr.unefois.mdm;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Writes citizen records for tests: {@code Citizens.record("cantine", "1").birthName("MARTIN").build()}. */
public final class Citizens {
    private final SourceKey key;
    private final Map<Attribute, List<Value>> values = new TreeMap<>();
    private final List<Relation> relations = new ArrayList<>();
    private @Nullable Instant asOf;

    private Citizens(SourceKey key) {
        this.key = key;
    }

    public static Citizens record(String source, String id) {
        return new Citizens(new SourceKey(source, id));
    }

    /** Linh Nguyễn, born in Lyon, with all that identifies her. */
    public static Citizens linh(String source, String id) {
        return record(source, id)
                .birthName("NGUYỄN")
                .givenNames("Linh", "Marie")
                .sex("F")
                .birthDate("1987-04-12")
                .birthPlace("69383")
                .emails("linh.nguyen@fai.example.fr")
                .phones("0612345678")
                .address("3 rue Pasteur", "69007", "Lyon", "69387");
    }

    public Citizens birthName(String name) {
        return texts(Attribute.BIRTH_NAME, name);
    }

    public Citizens usageName(String name) {
        return texts(Attribute.USAGE_NAME, name);
    }

    public Citizens givenNames(String... names) {
        return texts(Attribute.GIVEN_NAMES, names);
    }

    public Citizens sex(String sex) {
        return texts(Attribute.SEX, sex);
    }

    public Citizens birthDate(String date) {
        return texts(Attribute.BIRTH_DATE, date);
    }

    public Citizens birthPlace(String place) {
        return texts(Attribute.BIRTH_PLACE, place);
    }

    public Citizens birthCountry(String country) {
        return texts(Attribute.BIRTH_COUNTRY, country);
    }

    public Citizens emails(String... emails) {
        return texts(Attribute.EMAILS, emails);
    }

    public Citizens phones(String... phones) {
        return texts(Attribute.PHONES, phones);
    }

    public Citizens address(
            @Nullable String line, @Nullable String postcode, @Nullable String city, @Nullable String cityCode) {
        values.put(Attribute.ADDRESSES, List.of(new Address(line, postcode, city, cityCode)));
        return this;
    }

    public Citizens asOf(String instant) {
        asOf = Instant.parse(instant);
        return this;
    }

    public Citizens relation(Relation.Role role, String source, String id) {
        relations.add(new Relation(role, new SourceKey(source, id)));
        return this;
    }

    public Citizens texts(Attribute attribute, String... texts) {
        values.put(attribute, Arrays.stream(texts).<Value>map(Text::new).toList());
        return this;
    }

    public Citizens without(Attribute attribute) {
        values.remove(attribute);
        return this;
    }

    public CitizenRecord build() {
        return new CitizenRecord(key, asOf, values, relations);
    }
}
