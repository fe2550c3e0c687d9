package fr.unefois.mdm.standardise;

import static fr.unefois.mdm.record.Attribute.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {
    private static BirthPlace place(String text) {
        return Objects.requireNonNull(Records.of(BIRTH_PLACE, text).standard().birthPlace());
    }

    @ParameterizedTest
    @CsvSource({
        "57463, 57463, 57, METZ",
        "1053, 01053, 01, BOURG EN BRESSE",
        "69383, 69123, 69, LYON",
        "75112, 75056, 75, PARIS",
        "13208, 13055, 13, MARSEILLE",
        "75002, 92002, 75, ANTONY",
        "92002, 92002, 75, ANTONY",
        "78146, 78146, 78, CHATOU",
        "78498, 78498, 78, POISSY",
        "20004, 2A004, 2A, AJACCIO",
        "2b033, 2B033, 2B, BASTIA",
        "01018, 01033, 01, VALSERHONE",
        "97411, 97411, 974, ST DENIS",
        "98735, 98735, 987, PAPEETE",
    })
    void readsACodeOfAnyTime(String code, String lineage, String department, String label) {
        assertThat(place(code)).isEqualTo(new BirthPlace(lineage, department, label));
        assertThat(Records.of(BIRTH_PLACE, code).standard().birthCountry()).isEqualTo("99100");
    }

    @ParameterizedTest
    @CsvSource({
        "Metz, 57463",
        "METZ (57), 57463",
        "'Metz, Moselle', 57463",
        "57000 Metz, 57463",
        "Metz 57, 57463",
        "'Metz, France', 57463",
        "Lyon 3e, 69123",
        "LYON 03, 69123",
        "Lyon 3ème arrondissement, 69123",
        "Paris XIIe, 75056",
        "PARIS 12 (75), 75056",
        "St Etienne, 42218",
        "SAINT-ÉTIENNE, 42218",
        "Le Havre, 76351",
        "HAVRE (LE), 76351",
        "Havre, 76351",
        "Saint-Denis (974), 97411",
        "ST DENIS 93, 93066",
        "Antony (75), 92002",
        "Bastia (20), 2B033",
        "L'Haÿ-les-Roses, 94038",
        "Chalons s/Marne, ",
    })
    void readsALabel(String label, String lineage) {
        assertThat(place(label).lineage()).isEqualTo(lineage);
    }

    @Test
    void doesNotGuessBetweenNamesakes() {
        assertThat(place("Saint-Denis")).isEqualTo(new BirthPlace(null, null, "ST DENIS"));
    }

    @Test
    void doesNotLookForAForeignPlaceInFrance() {
        StandardRecord valence =
                Records.of(BIRTH_PLACE, "Valence").and(BIRTH_COUNTRY, "Espagne").standard();
        assertThat(valence.birthPlace()).isEqualTo(new BirthPlace(null, null, "VALENCE"));
        assertThat(valence.birthCountry()).isEqualTo("99134");
        StandardRecord alger = Records.of(BIRTH_PLACE, "Alger (Algérie)").standard();
        assertThat(alger.birthPlace()).isEqualTo(new BirthPlace(null, null, "ALGER"));
        assertThat(alger.birthCountry()).isEqualTo("99352");
    }

    @ParameterizedTest
    @CsvSource({"99352, 99352", "91352, 99352", "92352, 99352", "94352, 99352", "ALGERIE, 99352", "Maroc, 99350"})
    void takesACountryPutInTheirPlace(String text, String country) {
        StandardRecord standard = Records.of(BIRTH_PLACE, text).standard();
        assertThat(standard.birthPlace()).isNull();
        assertThat(standard.birthCountry()).isEqualTo(country);
    }

    @ParameterizedTest
    @CsvSource({
        "99100, 99100",
        "FR, 99100",
        "France, 99100",
        "FRA, 99100",
        "DZ, 99352",
        "352, 99352",
        "Côte d’Ivoire, 99326",
        "VIETNAM, 99243",
        "Viêt Nam, 99243",
        "99142, 99109",
        "USA, 99404",
        "GB, 99132"
    })
    void readsACountryByCodeNameOrIso(String text, String code) {
        assertThat(Records.of(BIRTH_COUNTRY, text).standard().birthCountry()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "birthPlace, 57999, not-a-commune",
        "birthPlace, inconnu, placeholder",
        "birthCountry, Atlantide, not-a-country"
    })
    void reportsWhatIsNoPlace(String attribute, String text, String flaw) {
        assertThat(Records.of(new fr.unefois.mdm.record.Attribute(attribute), text)
                        .flaws())
                .containsExactly(flaw);
    }

    @Test
    void keepsTheDepartmentOfAnUnknownCode() {
        assertThat(place("57999")).isEqualTo(new BirthPlace(null, "57", null));
        assertThat(place("57")).isEqualTo(new BirthPlace(null, "57", null));
    }

    @Test
    void offersTheCommunesToOthers() {
        Communes communes = Communes.french();
        assertThat(communes.today("69383")).isEqualTo("69123");
        assertThat(communes.today("99999")).isNull();
        assertThat(communes.label("57463")).isEqualTo("Metz");
        assertThat(communes.find("boulay moselle", "57220")).map(Commune::code).contains("57097");
        assertThat(communes.find("Metz", "57000"))
                .map(Commune::population)
                .hasValueSatisfying(n -> assertThat(n).isGreaterThan(100_000));
        assertThat(communes.inDepartment("57")).hasSizeGreaterThan(700).allMatch(Commune::current);
        assertThat(communes.withPostcode("57000")).extracting(Commune::name).contains("Metz");
        assertThat(communes.current()).hasSizeGreaterThan(34_000);
        assertThat(Countries.french().all()).hasSizeGreaterThan(190);
    }
}
