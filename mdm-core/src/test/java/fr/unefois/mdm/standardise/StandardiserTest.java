package fr.unefois.mdm.standardise;

import static fr.unefois.mdm.record.Attribute.*;
import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.record.Sex;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StandardiserTest {
    private static FamilyName family(String text) {
        return Objects.requireNonNull(Records.of(BIRTH_NAME, text).standard().birthName());
    }

    private static List<String> given(String... texts) {
        return Records.of(GIVEN_NAMES, texts).standard().givenNames().stream()
                .map(GivenName::folded)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "D'ALMEIDA",
                "D ALMEIDA",
                "DALMEIDA",
                "d’almeida",
                "Dʼ Almeida",
                "D-Almeida",
                "D‑ALMEIDA",
                " d' Almeïda\t",
                "D\u00a0Almeida",
                "MME D'ALMEIDA",
                "D´Almeida"
            })
    void writesApostropheDashAndSpaceAlike(String text) {
        assertThat(family(text).folded()).isEqualTo("DALMEIDA");
    }

    @ParameterizedTest
    @CsvSource({
        "D'ŒUVRE, DOEUVRE",
        "L’HERMITE, LHERMITE",
        "ŠIMIĆ, SIMIC",
        "Nguyễn, NGUYEN",
        "O, O",
        "Straße, STRASSE",
        "Bjørn Ångström, BJORNANGSTROM",
        "Łukaszewicz, LUKASZEWICZ",
        "Đặng, DANG",
        "Þórsson, THORSSON",
        "İnönü, INONU",
        "Шевченко, CHEVTCHENKO",
        "Παπαδόπουλος, PAPADOPOYLOS",
        "ＤＵＰＯＮＴ, DUPONT",
        "王, 王",
    })
    void foldsUnusualButRealNames(String text, String folded) {
        assertThat(family(text).folded()).isEqualTo(folded);
        assertThat(Records.of(BIRTH_NAME, text).flaws()).isEmpty();
    }

    @Test
    void keepsANameOfFiftyLetters() {
        assertThat(family("A".repeat(25) + "b".repeat(25)).folded()).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DURAND--DUPONT", "DURAND DUPONT", "Durand-Dupont", "Durand — Dupont", "DURAND / DUPONT"})
    void knowsThePartsOfADoubleName(String text) {
        assertThat(family(text).parts()).containsExactly("DURAND", "DUPONT");
    }

    @ParameterizedTest
    @CsvSource({
        "DE LA TOUR, TOUR",
        "Van der Berg, BERG",
        "Ben Ali, ALI",
        "LE GOFF, GOFF",
        "O'Brien, BRIEN",
        "DE, DE",
        "SAINT MARTIN, STMARTIN",
        "St-Martin, STMARTIN",
        "SAINTE-MARIE, STEMARIE",
        "MARTIN NEE DUPONT, MARTIN|DUPONT",
    })
    void leavesParticlesOutOfTheParts(String text, String parts) {
        assertThat(family(text).parts()).containsExactly(parts.split("\\|", -1));
    }

    @ParameterizedTest
    @CsvSource({"GAUTHIER, GAUTIER", "DUPONT, DUPOND", "LEFEVRE, LEFEBVRE", "RENAUD, RENAULT", "PHILIPOT, FILIPEAU"})
    void soundsAlikeInFrench(String one, String other) {
        assertThat(family(one).phonetic()).isEqualTo(family(other).phonetic());
    }

    @Test
    void leavesAUsageNameOutThatRepeatsTheBirthName() {
        Records same = Records.of(BIRTH_NAME, "Martin").and(USAGE_NAME, "MARTIN");
        assertThat(same.standard().usageName()).isNull();
        Records other = Records.of(BIRTH_NAME, "Martin").and(USAGE_NAME, "Durand");
        assertThat(other.standard().usageName()).isEqualTo(family("DURAND"));
    }

    @Test
    void keepsFormerNames() {
        assertThat(Records.of(NAME_HISTORY, "Petit", "PETIT", "Grand")
                        .standard()
                        .formerNames())
                .containsExactly(family("PETIT"), family("GRAND"));
    }

    @Test
    void readsGivenNamesFromOneTextOrSeveral() {
        assertThat(given("Jean-Pierre Marie, Éloïse")).containsExactly("JEAN-PIERRE", "MARIE", "ELOISE");
        assertThat(given("Jean – Pierre", "N'Golo")).containsExactly("JEAN-PIERRE", "NGOLO");
        assertThat(given("JEAN PIERRE")).containsExactly("JEAN", "PIERRE");
    }

    @Test
    void marksInitials() {
        assertThat(Records.of(GIVEN_NAMES, "J. J.-P. Jean 王").standard().givenNames())
                .extracting(GivenName::initial)
                .containsExactly(true, true, false, false);
    }

    @ParameterizedTest
    @CsvSource({"Muhammad, MOHAMED", "MOHAMMED, MOHAMED", "Alex, ALEXANDRE", "JP, JEAN-PIERRE", "Zénobie, ZENOBIE"})
    void leadsSpellingsAndDiminutivesToOneHead(String text, String head) {
        assertThat(Records.of(GIVEN_NAMES, text).standard().givenNames())
                .extracting(GivenName::variant)
                .containsExactly(head);
    }

    @ParameterizedTest
    @ValueSource(strings = {"INCONNU", "X", "XX", "sp", "Sans prénom", "NÉANT", "-", "?", "N.C.", "non renseigné"})
    void takesAPlaceholderForNoName(String text) {
        assertThat(given(text)).isEmpty();
        assertThat(Records.of(GIVEN_NAMES, text).flaws()).containsExactly("placeholder");
        assertThat(Records.of(BIRTH_NAME, text).flaws()).containsExactly("placeholder");
    }

    @Test
    void addsTheUsualGivenNameWhereTheListLacksIt() {
        assertThat(Records.of(GIVEN_NAMES, "Marie Anne")
                        .and(USUAL_GIVEN_NAME, "ANNE")
                        .standard()
                        .givenNames())
                .extracting(GivenName::folded)
                .containsExactly("MARIE", "ANNE");
        assertThat(Records.of(USUAL_GIVEN_NAME, "Lou").standard().givenNames())
                .extracting(GivenName::folded)
                .containsExactly("LOU");
    }

    @ParameterizedTest
    @CsvSource({
        "M, M",
        "F, F",
        "male, M",
        "Female, F",
        "H, M",
        "1, M",
        "2, F",
        "M., M",
        "Mr, M",
        "MME, F",
        "Mlle, F",
        "Monsieur, M",
        "Madame, F",
        "féminin, F",
        "U, UNKNOWN",
        "9, UNKNOWN"
    })
    void readsEveryCodingOfSex(String text, Sex sex) {
        Records records = Records.of(SEX, text);
        assertThat(records.standard().sex()).isEqualTo(sex);
        assertThat(records.flaws()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1987-04-12, 1987-04-12",
        "1987-04-12T00:00:00Z, 1987-04-12",
        "12/04/1987, 1987-04-12",
        "12/04/1987 00:00:00, 1987-04-12",
        "12-04-1987, 1987-04-12",
        "12.04.1987, 1987-04-12",
        "12.04.87, 1987-04-12",
        "12.04.26, 2026-04-12",
        "12.04.27, 1927-04-12",
        "19870412, 1987-04-12",
        "12041987, 1987-04-12",
        "2041987, 1987-04-02",
        "1960, 1960",
        "1960-00-00, 1960",
        "00/00/1960, 1960",
        "12/00/1960, 1960",
        "04/1952, 1952-04",
        "00/04/1952, 1952-04",
        "1952-04, 1952-04",
        "195204, 1952-04",
        "12 avril 1987, 1987-04-12",
        "1er août 2001, 2001-08-01",
        "04/23/1987, 1987-04-23",
        "29/02/2024, 2024-02-29",
    })
    void readsDatesInEveryWritingWithoutInventingPrecision(String text, String iso) {
        Records records = Records.of(BIRTH_DATE, text);
        assertThat(records.standard().birthDate())
                .isNotNull()
                .extracting(PartialDate::iso)
                .isEqualTo(iso);
        assertThat(records.flaws()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "31/02/1980, not-a-date",
        "29/02/2023, not-a-date",
        "45/13/2001, not-a-date",
        "hier, not-a-date",
        "12, not-a-date",
        "1879-12-31, not-plausible",
        "2026-09-17, not-plausible",
        "2027, not-plausible",
        "01/01/1900, placeholder",
        "1900-01-01, placeholder",
        "00/00/0000, placeholder",
        "9999-12-31, placeholder",
        "?, placeholder",
    })
    void refusesWhatIsNoBirthDate(String text, String flaw) {
        Records records = Records.of(BIRTH_DATE, text);
        assertThat(records.standard().birthDate()).isNull();
        assertThat(records.flaws()).containsExactly(flaw);
    }

    @Test
    void presumesThatAFirstOfJanuaryIsADefault() {
        assertThat(Records.of(BIRTH_DATE, "1960-01-01").standard().birthDate())
                .isEqualTo(new PartialDate(1960, 1, 1, true));
        assertThat(Records.of(BIRTH_DATE, "1960-05-01").standard().birthDate())
                .isEqualTo(new PartialDate(1960, 5, 1, false));
        assertThat(Records.of(BIRTH_DATE, "1960-05-01")
                        .and(BIRTH_COUNTRY, "99352")
                        .standard()
                        .birthDate())
                .isEqualTo(new PartialDate(1960, 5, 1, true));
    }

    @Test
    void checksTheDateOfDeath() {
        assertThat(Records.of(VITAL, "deceased 2020-02-30").flaws()).containsExactly("not-a-date");
        assertThat(Records.of(VITAL, "décédé 12/03/2020").flaws()).isEmpty();
        assertThat(Records.of(VITAL, "alive").flaws()).isEmpty();
    }

    @Test
    void foldsTheAttributesOfASite() {
        var own = new fr.unefois.mdm.record.Attribute("quartier");
        assertThat(Records.of(own, "Les Îles", "(Nord)").standard().others()).containsEntry(own, "LES ILES NORD");
    }

    @Test
    void refusesAnEndlessValue() {
        assertThat(Records.of(BIRTH_NAME, "A".repeat(1_000_000)).flaws()).containsExactly("too-long");
    }
}
