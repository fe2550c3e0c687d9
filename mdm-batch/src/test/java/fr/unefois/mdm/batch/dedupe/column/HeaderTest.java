package fr.unefois.mdm.batch.dedupe.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTest {
    @ParameterizedTest
    @CsvSource({
        "Nom de naissance, birthName.own",
        "NOM_MARITAL, usageName",
        "preferred_username, usageName",
        "given_name, givenNames",
        "Né(e) le, birthDate",
        "dateNaissance, birthDate",
        "fname_c2, givenNames",
        "lname_c1, birthName",
        "lname_c2, birthName.second",
        "bm, birthDate.month",
        "first_and_surname, fullName",
        "postcode_fake, addresses.postcode",
        "birth_place, birthPlace",
        "address_2, addresses.extra",
        "Geburtsdatum, birthDate",
        "Vorname2, givenNames",
        "Nachname2, birthName.second",
        "Geb_Tag, birthDate.day",
        "Geb_Monat, birthDate.month",
        "Geb_Jahr, birthDate.year",
        "Anrede, sex",
        "nom_usager, birthName",
        "PRENOM_TITULAIRE, givenNames",
        "code_commune_naissance, birthPlace",
    })
    void knowsTheNamesOfColumns(String header, String role) {
        assertThat(ColumnNames.role(header)).contains(new Role(role));
    }

    @ParameterizedTest
    @CsvSource({"nom_mere", "mother_birth_date", "email responsable", "nom_conjoint_usager"})
    void takesNoRelativeForThePerson(String header) {
        assertThat(ColumnNames.role(header)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"cluster", "cluster_id", "entity_id", "citizen_id", "truth", "person_id", "Person ID"})
    void neverUsesTheTruth(String header) {
        Understood file =
                Understood.of("id,nom,prenom," + header + "\n1,KERVELLA,Aude,a\n2,KERVELLA,Aude,a\n3,BO,Al,b\n");

        assertThat(file.column(header)).isEqualTo("ignored");
        assertThat(file.why(header)).contains("--map");
    }

    @Test
    void usesTheTruthWhereTheUserAsksForIt() {
        Choices asked = new Choices("", "", Map.of("cluster", "cluster:identifier"), Set.of());

        assertThat(Understood.with(asked, "nom,cluster\nKERVELLA,1\n").column("cluster"))
                .isEqualTo("cluster identifier");
    }

    @Test
    void neverUsesANir() {
        assertThat(Understood.of("nom,nir\nKERVELLA,1\n").column("nir")).isEqualTo("ignored");
        assertThatThrownBy(() -> Understood.with(
                        new Choices("", "", Map.of("nir", "num:identifier"), Set.of()), "nom,nir\nA,1\n"))
                .isInstanceOf(Misnamed.class)
                .hasMessageContaining("décret 2019-341");
    }

    @Test
    void usesWholeNamesOnlyWhereThereAreNoOthers() {
        Understood both = Understood.of(
                "full_name,first_name,surname,first_and_surname\nAude Kervella,Aude,Kervella,Aude Kervella\n");

        assertThat(both.column("full_name")).isEqualTo("ignored");
        assertThat(both.why("full_name")).isEqualTo("repeats first_name, surname");
        assertThat(both.column("first_and_surname")).isEqualTo("ignored");
        assertThat(Understood.of("name,dob\nAude Kervella,1988-08-11\n").column("name"))
                .isEqualTo("fullName");
        assertThat(Understood.of("name,first_name\nKervella,Aude\n").column("name"))
                .isEqualTo("birthName");
    }

    @Test
    void takesANameBesideABirthNameForTheUsageName() {
        Understood file = Understood.of("nom,nom_naissance,prenom\nMARTIN,KERVELLA,Aude\n");

        assertThat(file.column("nom")).isEqualTo("usageName");
        assertThat(file.column("nom_naissance")).isEqualTo("birthName");
    }

    @Test
    void takesTheWholeDateBeforeItsParts() {
        Understood file = Understood.of("nom,dob,birth_year\nKERVELLA,1988-08-11,1988\n");

        assertThat(file.column("birth_year")).isEqualTo("ignored");
        assertThat(file.why("birth_year")).isEqualTo("repeats dob");
    }

    @Test
    void saysWhatIsWrongWithWhatTheUserSays() {
        assertThatThrownBy(() -> Understood.with(new Choices("nr", "", Map.of(), Set.of()), "id,nom\n1,A\n"))
                .hasMessageContaining("has no column `nr` (--id)");
        assertThatThrownBy(
                        () -> Understood.with(new Choices("", "", Map.of("nom", "Nom de"), Set.of()), "id,nom\n1,A\n"))
                .hasMessageContaining("--map nom=Nom de: an attribute is a lower camel case word");
        assertThatThrownBy(() ->
                        Understood.with(new Choices("", "", Map.of("nom", "job:words"), Set.of()), "id,nom\n1,A\n"))
                .hasMessageContaining("a type is one of identifier, text, category, number, date");
        assertThatThrownBy(() -> Understood.of("foo,bar\n1,2\n")).hasMessageContaining("no column was understood");
    }
}
