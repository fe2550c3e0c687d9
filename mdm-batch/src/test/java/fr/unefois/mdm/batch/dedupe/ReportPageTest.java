package fr.unefois.mdm.batch.dedupe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPageTest {
    private static final String HEADER = "id,nom,prenom,sexe,date_naissance,telephone,adresse,code_postal,ville\n";
    private static final String ADDRESS = ",3 rue Pasteur,57000,Metz\n";
    private static final String TOWN = HEADER
            + "1,KERVELLA,Aude,F,1988-08-11,0612345678" + ADDRESS
            + "2,KERVELLA,Aude,F,1988-11-08,0612345678" + ADDRESS
            + "3,KERVELLA,Yann,M,1958-02-20,0612345678" + ADDRESS
            + "4,KERVELLA,Yann,M,1987-04-12,0612345678" + ADDRESS
            + "5,<b>TRAORE</b>,Moussa,M,1960-04-09,,,,\n"
            + "6,TRAORE,Moussa,M,1960-04-09,0687654321,,,\n";

    @TempDir
    Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void showsTheRunWithoutAnyValueOrNetwork(String language) throws IOException {
        String page = page(TOWN, "--lang", language);

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .contains("<html lang=\"" + language + "\">", "<svg", "prefers-color-scheme: dark")
                .doesNotContain("http:", "https:", "<script", "<link", "@import", "url(")
                .doesNotContain("KERVELLA", "Kervella", "TRAORE", "Aude", "AUDE", "Yann", "Moussa")
                .doesNotContain("1988", "0612345678", "612345678", "Pasteur", "PASTEUR", "57000", "Metz");
    }

    @Test
    void tellsTheDataTheWeightsTheClustersAndTheReviews() throws IOException {
        assertThat(page(TOWN))
                .contains("<h2>The data</h2>", "<h2>Match weights</h2>", "<h2>Sample pairs</h2>", "<h2>Clusters</h2>")
                .contains("<h2>To review</h2>", "<h2>Blocking</h2>", "<h2>The model</h2>")
                .contains("<dt>records</dt><dd>6</dd>")
                .contains("<th scope=row>birth date</th>", "83.3 %", "<th scope=row>email</th>");
    }

    @Test
    void speaksFrenchWhenAsked() throws IOException {
        assertThat(page(TOWN, "--lang", "fr"))
                .contains("Les données", "date de naissance", "83,3 %", "À examiner")
                .doesNotContain("The data");
    }

    @Test
    void givesTheSameBytesAgain() throws IOException {
        assertThat(page(TOWN)).isEqualTo(page(TOWN));
    }

    @Test
    void standsUpToOddFiles() throws IOException {
        assertThat(page(HEADER + "1,KERVELLA,Aude,F,1988-08-11,,,,\n")).contains("<dd>1</dd>");
        assertThat(page(HEADER)).contains("<dd>0</dd>");
        assertThat(page(HEADER + "1,KERVELLA,Aude,,,,,,\n".repeat(130))).contains("<dd>130</dd>");
        assertThat(page(HEADER + "1,,,,,,,,\n2,,,,,,,,\n")).contains("<dd>2</dd>");
    }

    @Test
    void refusesALanguageThatItDoesNotSpeak() throws IOException {
        Path town = Files.writeString(folder.resolve("town.csv"), TOWN);

        assertThat(Runs.of(new DedupeCommand(), town, "--out", folder.resolve("out.csv"), "--lang", "eo"))
                .matches(run -> run.exitCode() == 2 && run.err().contains("--lang eo: is none of en, fr"));
    }

    @Test
    void hasEveryWordInBothLanguages() {
        ResourceBundle english = ResourceBundle.getBundle("fr.unefois.mdm.batch.dedupe.report", Locale.ROOT);
        ResourceBundle french = ResourceBundle.getBundle("fr.unefois.mdm.batch.dedupe.report", Locale.FRENCH);

        for (String key : Collections.list(english.getKeys())) {
            String own = english.getString(key);
            String other = french.getString(key);
            assertThat(other.split("%", -1)).as(key).hasSameSizeAs(own.split("%", -1));
            assertThat(other.lines().count()).as(key).isEqualTo(own.lines().count());
            assertThat(own.length() > 12 && own.equals(other))
                    .as(key + " is not translated")
                    .isFalse();
        }
    }

    private String page(String rows, String... options) throws IOException {
        Path town = Files.writeString(folder.resolve("town.csv"), rows);
        Path report = folder.resolve("report.html");
        String[] all = {town.toString(), "--out", folder.resolve("out.csv").toString(), "--report", report.toString()};
        Object[] arguments = java.util.stream.Stream.concat(
                        java.util.Arrays.stream(all), java.util.Arrays.stream(options))
                .toArray();
        Runs run = Runs.of(new DedupeCommand(), arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return Files.readString(report);
    }
}
