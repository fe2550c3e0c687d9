package fr.unefois.mdm.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Flaw;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {
    private final SourceFixture source;

    MappingTest(@TempDir Path folder) {
        source = new SourceFixture(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "'[dd/MM/yyyy, MM/yyyy, yyyy]', 12/04/1987, 1987-04-12",
        "'[dd/MM/yyyy, MM/yyyy, yyyy]', 1/4/1987, 1987-04-01",
        "'[dd/MM/yyyy, MM/yyyy, yyyy]', 04/1987, 1987-04",
        "'[dd/MM/yyyy, MM/yyyy, yyyy]', 1987, 1987",
        "dd/MM/yyyy, 00/00/1960, 1960",
        "yyyy-MM-dd, 1960-05-00, 1960-05",
        "dd/MM/yyyy, 31/02/1987, 31/02/1987",
        "dd/MM/yyyy, hier, hier",
        "dd-MM-yyyy, 12/04/1987, 12/04/1987",
        "yyyyMMdd, 19870412, 1987-04-12",
        "yyyyMMdd, 1987412, 1987412",
        "dd/MM/yyyy HH:mm:ss, 12/04/1987 00:00:00, 1987-04-12",
    })
    void givesADateItsCanonicalShapeAndLeavesWhatIsNoDate(String format, String text, String expected) {
        source.mapping("mapping:\n  id: id\n  birthDate: {column: ne, format: " + format + "}\n")
                .file("id;ne\n1;" + text + "\n");
        assertThat(source.texts("birthDate")).containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"26, 1926", "25, 2025", "97, 1997", "00, 2000"})
    void readsATwoFigureYearAsTheLatestUpToThePivot(String year, String expected) {
        source.mapping("mapping:\n  id: id\n  birthDate: {column: ne, format: dd.MM.yy, pivot: 2025}\n")
                .file("id;ne\n1;01.02." + year + "\n");
        assertThat(source.texts("birthDate")).containsExactly(expected + "-02-01");
    }

    @Test
    void readsIsoDatesWhereNoFormatIsDeclared() {
        source.mapping("mapping:\n  id: id\n  birthDate: ne\n")
                .file("id;ne\n1;1987-04-12\n2;1987-04\n3;1987\n4;12/04/1987\n5;\n");
        assertThat(source.texts("birthDate")).containsExactly("1987-04-12", "1987-04", "1987", "12/04/1987", "");
    }

    @Test
    void translatesCodesAndLeavesUnknownOnes() {
        source.mapping("mapping:\n  id: id\n  sex: {column: sexe, codes: {1: M, 2: F, M.: M, Mme: F, I: \"\"}}\n")
                .file("id;sexe\n1;1\n2;MME\n3;M.\n4;I\n5;9\n6;\n");
        assertThat(source.texts("sex")).containsExactly("M", "F", "M", "", "9", "");
    }

    @Test
    void splitsGivenNamesAndKeepsCompounds() {
        source.mapping("mapping:\n  id: id\n  givenNames: {column: prenoms, split: comma}\n")
                .file("id;prenoms\n1;Jean-Pierre, Luc,\n");
        assertThat(source.records().get(0).texts(Attribute.GIVEN_NAMES)).containsExactly("Jean-Pierre", "Luc");
    }

    @Test
    void takesAConstant() {
        source.mapping("mapping:\n  id: id\n  birthCountry: {constant: 99100}\n")
                .file("id\n1\n");
        assertThat(source.texts("birthCountry")).containsExactly("99100");
    }

    @Test
    void takesOneValueOfEachListedColumnAndJoinsThoseInsideOneEntry() {
        source.mapping("mapping:\n  id: id\n  phones: [fixe, mobile]\n  birthName: {column: [particule, nom]}\n")
                .file("id;fixe;mobile;particule;nom\n1;0102030405;0612345678;de;Roux\n2;;0612345678;;Noir\n");
        assertThat(source.texts("phones")).containsExactly("0102030405/0612345678", "0612345678");
        assertThat(source.texts("birthName")).containsExactly("de Roux", "Noir");
    }

    @Test
    void combinesAddresses() {
        source.mapping("""
                        mapping:
                          id: id
                          addresses:
                            - {line: [no, rue], postcode: cp, city: ville, cityCode: insee}
                            - {line: autre}
                        """).file("id;no;rue;cp;ville;insee;autre\n1;3;rue Pasteur;69007;Lyon;;\n2;;;;;;BP 4\n");
        assertThat(source.records().get(0).addresses())
                .isEqualTo(List.of(new Address("3 rue Pasteur", "69007", "Lyon", null)));
        assertThat(source.records().get(1).addresses()).isEqualTo(List.of(new Address("BP 4", null, null, null)));
    }

    @Test
    void keepsAnAddressSecretUnlessTheSourcePlainlySaysNo() {
        source.mapping("mapping:\n  id: id\n  addresses: {line: rue, secret: protégée}\n")
                .file(
                        "id;rue;protégée\n1;3 rue A;oui\n2;3 rue B;non\n3;3 rue C;\n4;3 rue D;ordonnance du 3 mars\n5;3 rue E;0\n");
        assertThat(source.records().stream().map(record -> record.hasSecretAddress()))
                .containsExactly(true, false, false, true, false);
    }

    @Test
    void readsWhenTheSourceLastKnewItAndFlawsWhatIsNoDate() {
        source.mapping("mapping:\n  id: id\n  birthName: nom\n  asOf: {column: maj, format: dd/MM/yyyy HH:mm}\n")
                .file("id;nom;maj\n1;Roux;20/11/2026 10:30\n2;Roux;2026-11-20T10:00:00Z\n3;Roux;hier\n4;Roux;\n");
        assertThat(source.records().stream().map(record -> record.asOf()))
                .containsExactly(
                        Instant.parse("2026-11-20T09:30:00Z"), Instant.parse("2026-11-20T10:00:00Z"), null, null);
        assertThat(source.readings().stream().map(reading -> ((MappedRow) reading).flaws()))
                .containsExactly(
                        List.of(), List.of(), List.of(new Flaw(new Attribute("asOf"), "not-a-date")), List.of());
    }

    @Test
    void findsEveryFaultOfAMappingWithItsLine() {
        source.connector("  separator: \"::\"\n  encoding: klingon\n  charset: utf-8\n")
                .mapping("""
                        mapping:
                          birthNam: nom
                          sex: {column: sexe, codez: {1: M}}
                          birthDate: {column: ne, format: jj/MM/yyyy}
                          usageName: {column: a, constant: b}
                          phones: {column: tel, split: comma, codes: {x: y}}
                          addresses: adresse
                          birthPlace: [a, b]
                          vital: {column: v, format: yyyy}
                          givenNames: {column: p, lower: true}
                        """);
        assertThat(source.faults())
                .containsExactly(
                        "sources/town.yml:11: `mapping.id` is missing",
                        "sources/town.yml:14: `usageName` needs either `column` or `constant`",
                        "sources/town.yml:19: `mapping.givenNames.lower` is not known here; known are constant, column,"
                                + " split, codes",
                        "sources/town.yml:12: `mapping.sex.codez` is not known here, perhaps `codes` is meant; known are"
                                + " constant, column, codes",
                        "sources/town.yml:13: `jj/MM/yyyy` is not a date format: `jj/` means nothing in it; write it with"
                                + " yyyy or yy, MM, dd, HH, mm, ss, such as dd/MM/yyyy",
                        "sources/town.yml:17: `birthPlace` has one value; columns that make it together go in"
                                + " `birthPlace: {column: [ONE, OTHER]}`",
                        "sources/town.yml:18: `mapping.vital.format` is not known here; known are constant, column, codes",
                        "sources/town.yml:16: `addresses` names its parts: line, postcode, city, cityCode",
                        "sources/town.yml:11: `mapping.birthNam` is not an attribute; known are [birthName, usageName,"
                                + " givenNames, usualGivenName, nameHistory, sex, birthDate, birthPlace, birthCountry,"
                                + " vital, emails, phones, addresses, identifiers]",
                        "sources/town.yml:7: `connector.separator` is not one character, or `tab`",
                        "sources/town.yml:8: `connector.encoding` is not an encoding; write utf-8, windows-1252,"
                                + " iso-8859-15 or auto",
                        "sources/town.yml:9: `connector.charset` is not known here; known are kind, file, separator,"
                                + " quote, encoding");
    }

    @Test
    void asksForThePivotOfATwoFigureYear() {
        source.mapping("mapping:\n  id: id\n  birthDate: {column: ne, format: dd.MM.yy}\n");
        assertThat(source.faults())
                .containsExactly(
                        "sources/town.yml:10: `dd.MM.yy` has a two-figure year: say with `pivot: 2026` which is"
                                + " the latest year it can mean");
        source.mapping("mapping:\n  id: id\n  birthDate: {column: ne, format: dd.MM.yyyy, pivot: 2026}\n");
        assertThat(source.faults())
                .containsExactly(
                        "sources/town.yml:10: `pivot` is for a format with a two-figure year, `yy`; leave it out");
    }

    @Test
    void refusesASexThatIsNone() {
        source.mapping("mapping:\n  id: id\n  sex:\n    column: s\n    codes:\n      H: homme\n");
        assertThat(source.faults()).containsExactly("sources/town.yml:13: a sex is M, F or an empty text for unknown");
    }
}
