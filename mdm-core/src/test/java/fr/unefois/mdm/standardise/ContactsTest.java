package fr.unefois.mdm.standardise;

import static fr.unefois.mdm.record.Attribute.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactsTest {
    @ParameterizedTest
    @CsvSource({
        "Linh@Example.ORG, linh@example.org",
        "' a.b+c@gmail.com ', a.b+c@gmail.com",
        "mailto:x.y@z.fr, x.y@z.fr",
        "Linh <linh@example.org>, linh@example.org",
        "MARGOT_ABEILHE26@GMAIL.COM, margot_abeilhe26@gmail.com",
    })
    void readsAnEmail(String text, String email) {
        assertThat(Records.of(EMAILS, text).standard().emails()).containsExactly(email);
    }

    @Test
    void readsSeveralEmailsFromOneField() {
        assertThat(Records.of(EMAILS, "a@b.fr; c@d.fr,a@b.fr").standard().emails())
                .containsExactly("a@b.fr", "c@d.fr");
    }

    @ParameterizedTest
    @CsvSource({
        "a@b, not-an-email", "@b.fr, not-an-email", "a@@b.fr, not-an-email", "a..b@c.fr, not-an-email",
        "jean dupont, not-an-email", "a@b.c, not-an-email", "a@-b.fr, not-an-email", "mairie@ville.fr, placeholder",
        "test@test.fr, placeholder", "NC, placeholder", "pas d'adresse, placeholder"
    })
    void refusesWhatIsNoEmail(String text, String flaw) {
        assertThat(Records.of(EMAILS, text).standard().emails()).isEmpty();
        assertThat(Records.of(EMAILS, text).flaws()).containsExactly(flaw);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0612345678",
                "06 12 34 56 78",
                "06.12.34.56.78",
                "06-12-34-56-78",
                "06/12/34/56/78",
                "+33612345678",
                "+33 6 12 34 56 78",
                "+33 (0)6 12 34 56 78",
                "0033612345678",
                "33612345678",
                "612345678",
                "Tél : 06 12 34 56 78",
                "06\u00a012\u00a034\u00a056\u00a078"
            })
    void readsAFrenchNumberInEveryWriting(String text) {
        assertThat(Records.of(PHONES, text).standard().phones()).containsExactly("+33612345678");
    }

    @ParameterizedTest
    @CsvSource({
        "0692 12 34 56, +262692123456",
        "+262 692 12 34 56, +262692123456",
        "0590 81 12 34, +590590811234",
        "0696 12 34 56, +596696123456",
        "+32 470 12 34 56, +32470123456",
        "0041 44 668 18 00, +41446681800",
        "+352 621 123 456, +352621123456",
    })
    void readsNumbersOverseasAndAbroad(String text, String phone) {
        assertThat(Records.of(PHONES, text).standard().phones()).containsExactly(phone);
    }

    @Test
    void readsTwoNumbersFromOneField() {
        assertThat(Records.of(PHONES, "0612345678 / 03 87 12 34 56").standard().phones())
                .containsExactly("+33612345678", "+33387123456");
    }

    @ParameterizedTest
    @CsvSource({
        "0000000000, placeholder",
        "06 06 06 06 06, placeholder",
        "0600000000, placeholder",
        "0123456789, placeholder",
        "aucun, placeholder",
        "12, not-a-phone",
        "123456, not-a-phone",
        "06123456, not-a-phone",
        "allô, not-a-phone"
    })
    void refusesWhatIsNoPhone(String text, String flaw) {
        assertThat(Records.of(PHONES, text).standard().phones()).isEmpty();
        assertThat(Records.of(PHONES, text).flaws()).containsExactly(flaw);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1 rue Jean Jaurès; 1; ''; RUE; JEAN JAURES",
                "BAT A 30 RUE ARISTIDE BRIAND; 30; ''; RUE; ARISTIDE BRIAND",
                "APT 35 42 R. GAMBETTTA; 42; ''; RUE; GAMBETTTA",
                "67 bis, r Daniel Genebrier; 67; B; RUE; DANIEL GENEBRIER",
                "67bis r Daniel Genebrier; 67; B; RUE; DANIEL GENEBRIER",
                "18 cours Albert Thomas Bât C; 18; ''; COURS; ALBERT THOMAS",
                "43 allée des Acacias; 43; ''; ALLEE; ACACIAS",
                "Résidence le Parc 7, r Jules Frry; 7; ''; RUE; JULES FRRY",
                "154 BIS, IMPASSE DES PEUPLIERS; 154; B; IMPASSE; PEUPLIERS",
                "Résidence les Pins 23 boulevard du 11 Novembre; 23; ''; BOULEVARD; 11 NOVEMBRE",
                "3, r du 8 Mai 1945; 3; ''; RUE; 8 MAI 1945",
                "61 bis quaiLucienne Wotling; 61; B; QUAI; LUCIENNE WOTLING",
                "95 ter impassr Charles Klein; 95; T; IMPASSE; CHARLES KLEIN",
                "6, ROUTE RENE PIMBA APT 14; 6; ''; ROUTE; RENE PIMBA",
                "28 cours de Provence Résidence Beau Site; 28; ''; COURS; PROVENCE",
                "Apt 40 33, rote du Moulin; 33; ''; ROUTE; MOULIN",
                "14rue d'Alsace; 14; ''; RUE; ALSACE",
                "4 rrue des Lilas; 4; ''; RUE; LILAS",
                "4 TER ROUTE JULES FERRY; 4; T; ROUTE; JULES FERRY",
                "chez M. Dupont 12 rue de la Gare; 12; ''; RUE; GARE",
                "12 A rue d'Alsace; 12; A; RUE; ALSACE",
                "12-14 rue d'Alsace; 12; ''; RUE; ALSACE",
                "5 av du Gal Leclerc; 5; ''; AVENUE; GENERAL LECLERC",
                "Rue Saint-Jean 8; 8; ''; RUE; ST JEAN",
                "Grande Rue; 0; ''; GRANDRUE; ''",
                "Place de l'Église; 0; ''; PLACE; EGLISE",
                "Lieu-dit Le Bourg; 0; ''; LIEUDIT; BOURG",
                "Résidence le Parc; 0; ''; RESIDENCE; PARC",
                "Le Bourg; 0; ''; ''; BOURG",
            })
    void takesAStreetLineApart(String line, int number, String suffix, String type, String way) {
        assertThat(Streets.read(line)).isEqualTo(new Street(number, suffix, type, way));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "57000; Metz; -; 57463; METZ",
                "57000; METZ CEDEX 03; -; 57463; METZ",
                "57045; Metz Cedex; -; 57463; METZ",
                "57220; BOULAY MOSELLE; -; 57097; BOULAY MOSELLE",
                "57220; Boulay; -; 57097; BOULAY MOSELLE",
                "57000; Mettz; -; 57463; METZ",
                "69007; Lyon 7e; 69387; 69123; LYON",
                "1000; Bourg-en-Bresse; -; 01053; BOURG EN BRESSE",
                "20000; Ajaccio; -; 2A004; AJACCIO",
                "-; Metz; -; 57463; METZ",
                "66740; Saarlouis; -; -; SAARLOUIS",
            })
    void findsTheCommuneOfAnAddress(String postcode, String city, String given, String code, String label) {
        StandardAddress address = Records.of(BIRTH_NAME, "X Y")
                .address("1 rue X", postcode, city, given)
                .standard()
                .addresses()
                .get(0);
        assertThat(address.cityCode()).isEqualTo(code);
        assertThat(address.city()).isEqualTo(label);
    }

    @Test
    void readsAWholeAddressFromOneText() {
        assertThat(Records.of(ADDRESSES, "12 rue des Lilas, 57000 Metz")
                        .standard()
                        .addresses())
                .containsExactly(new StandardAddress(12, "", "RUE", "LILAS", "57000", "METZ", "57463"));
    }

    @Test
    void takesNoAddressFromAPlaceholder() {
        Records homeless = new Records().address("SDF", null, null, null);
        assertThat(homeless.standard().addresses()).isEmpty();
        assertThat(homeless.flaws()).containsExactly("placeholder");
    }
}
