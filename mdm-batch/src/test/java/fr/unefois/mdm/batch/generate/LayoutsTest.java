package fr.unefois.mdm.batch.generate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each source writes its file its own way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LayoutsTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final Charset LATIN_9 = Charset.forName("ISO-8859-15");

    private TownFolder town = new TownFolder(Path.of(""));

    @BeforeAll
    void writeTheTown(@TempDir Path folder) {
        town = TownFolder.written(folder, 3_000, 11, ErrorLevel.MEDIUM);
    }

    @Test
    void headersAreThoseOfTheNineSystems() {
        assertHeader("etatcivil", UTF_8, "NUM_ACTE;NOM;PRENOMS;SEXE;DATE_NAISSANCE;COMMUNE_NAISSANCE;PAYS_NAISSANCE\n");
        assertHeader(
                "elections",
                UTF_8,
                "numero_electeur,nom_naissance,nom_usage,prenoms,sexe,date_naissance,code_commune_naissance,"
                        + "code_pays_naissance,adresse,cp,commune\n");
        assertHeader(
                "cantine",
                WINDOWS,
                "id_personne;Nom;Nom d'usage;Prénom;Civilité;Né(e) le;Courriel;Portable;Adresse;Code postal;Ville\r\n");
        assertHeader(
                "mediatheque",
                UTF_8,
                "carte\tlastname\tmaidenorusual\tfirstname\tgender\tdob\tmail\ttel\taddr1\tzip\ttown\n");
        assertHeader(
                "eau",
                LATIN_9,
                "REF_ABONNE;NOM_TITULAIRE;NOM_MARITAL;PRENOM_TITULAIRE;CIV;DT_NAIS;EMAIL;TELEPHONE;ADR_L1;ADR_CP;"
                        + "ADR_VILLE\r\n");
        assertHeader(
                "ccas",
                UTF_8,
                "dossier,nom,nom_usage,prenom,sexe,naissance,lieu_naissance,pays_naissance,telephone,adresse,"
                        + "code_postal,commune\n");
        assertHeader(
                "portail",
                UTF_8,
                "sub,family_name,preferred_username,given_name,gender,birthdate,birthplace,birthcountry,email,"
                        + "phone_number,street_address,postal_code,locality\n");
        assertHeader("sports", WINDOWS, "licence;NOM;PRENOM;SEXE;NAISSANCE;MAIL;TEL\r\n");
        assertHeader(
                "crm", UTF_8, "contact_id,last_name,first_name,title,birthday,email,phone,street,postal_code,city\n");
    }

    private void assertHeader(String source, Charset charset, String header) {
        assertThat(new String(town.bytes("sources/" + source + ".csv"), charset))
                .startsWith(header);
    }

    @Test
    void everyFileDecodesInItsCharacterSetWithoutAnUnknownLetter() throws CharacterCodingException {
        for (SourceSystem system : SourceSystem.ALL) {
            byte[] bytes = town.bytes("sources/" + system.id + ".csv");
            String text = system.layout
                    .charset
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            assertThat(text).as(system.id).doesNotContain("?", "\uFFFD").endsWith("\n");
            boolean windows = List.of("cantine", "eau", "sports").contains(system.id);
            assertThat(text.contains("\r\n")).as(system.id).isEqualTo(windows);
        }
    }

    @Test
    void datesAndSexesAreWrittenAsEachSourceDoes() {
        assertColumn("etatcivil", UTF_8, ';', "DATE_NAISSANCE", "(\\d{2}/)?(\\d{2}/)?\\d{4}|");
        assertColumn("elections", UTF_8, ',', "date_naissance", "\\d{8}|(\\d{2}/)?\\d{4}|");
        assertColumn("elections", UTF_8, ',', "sexe", "[12]?");
        assertColumn("cantine", WINDOWS, ';', "Civilité", "M\\.|Mme|");
        assertColumn("mediatheque", UTF_8, '\t', "dob", "\\d{4}-\\d{2}-\\d{2}|(\\d{2}/)?\\d{4}|");
        assertColumn("eau", LATIN_9, ';', "DT_NAIS", "\\d{2}\\.\\d{2}\\.\\d{2}|(\\d{2}/)?\\d{4}|");
        assertColumn("eau", LATIN_9, ';', "CIV", "MR|MME|");
        assertColumn("portail", UTF_8, ',', "gender", "male|female|");
        assertColumn("portail", UTF_8, ',', "birthplace", "\\d{5}|2[AB]\\d{3}|");
        assertColumn("sports", WINDOWS, ';', "NAISSANCE", "\\d{2}-\\d{2}-\\d{4}|(\\d{2}/)?\\d{4}|");
        assertColumn("crm", UTF_8, ',', "title", "Monsieur|Madame|");
    }

    private void assertColumn(String source, Charset charset, char separator, String column, String form) {
        List<Map<String, String>> rows = town.rows("sources/" + source + ".csv", charset, separator);
        assertThat(rows)
                .as(source)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get(column)).matches(form));
    }
}
