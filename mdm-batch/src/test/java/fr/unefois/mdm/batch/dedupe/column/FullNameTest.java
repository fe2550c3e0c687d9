package fr.unefois.mdm.batch.dedupe.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FullNameTest {
    @Test
    void readsWhatStandsBeforeACommaAsTheFamilyName() {
        FullName writing = FullName.of(List.of("Kervella, Aude Marie", "Boissel, Rémi"));

        assertThat(writing.split("Le Goff, Aude Marie")).containsExactly("Aude Marie", "Le Goff");
    }

    @Test
    void readsCapitalsAsTheFamilyNameWhereverTheyStand() {
        FullName writing = FullName.of(List.of("Aude KERVELLA", "BOISSEL Rémi"));

        assertThat(writing.split("de LA TOUR Aude Marie")).containsExactly("Aude Marie", "de LA TOUR");
        assertThat(writing.split("Aude KERVELLA")).containsExactly("Aude", "KERVELLA");
    }

    @Test
    void readsTheSideWithFewerDifferentWordsAsTheGivenNames() {
        FullName givenFirst = FullName.of(List.of("Aude Kervella", "Aude Boissel", "Rémi Mainsant"));
        FullName familyFirst = FullName.of(List.of("Kervella Aude", "Boissel Aude", "Mainsant Rémi"));

        assertThat(givenFirst.split("Aude Marie van der Meer")).containsExactly("Aude Marie", "van der Meer");
        assertThat(familyFirst.split("Le Goff Aude Marie")).containsExactly("Aude Marie", "Le Goff");
        assertThat(givenFirst.split("Aude")).containsExactly("", "Aude");
    }
}
