package fr.unefois.mdm.batch.dedupe.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ValuesTest {
    private static final String[] FAMILY = {"KERVELLA", "BOISSEL", "GONSALVES", "MAINSANT", "TOURMETZ", "CLAUZEAU"};

    /** A file of so many rows under {@code nom} and the given columns; two rows tell of one person. */
    private static String file(String columns, int rows, IntFunction<String> rest) {
        return "nom," + columns + "\n"
                + IntStream.range(0, rows)
                        .mapToObj(i -> FAMILY[i / 2 % FAMILY.length] + (char) ('A' + i / 12 % 26) + "," + rest.apply(i))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    @Test
    void recognisesWhatTheHeaderDoesNotTell() {
        Understood file = Understood.of(file(
                "a,b,c,d,e",
                40,
                i -> String.format("%02d/%02d/%d", 1 + i % 28, 1 + i % 12, 1940 + i) + ",p" + i + "@fai.example,"
                        + (i % 2 == 0 ? "H" : "F") + ",061234" + String.format("%04d", i) + ",57" + (i % 2) + "00"));

        assertThat(file.column("a")).isEqualTo("birthDate");
        assertThat(file.column("b")).isEqualTo("emails");
        assertThat(file.column("c")).isEqualTo("sex");
        assertThat(file.column("d")).isEqualTo("phones");
        assertThat(file.column("e")).isEqualTo("addresses.postcode");
        assertThat(file.why("a")).isEqualTo("its values say so");
    }

    @Test
    void takesCommuneCodesForTheBirthplace() {
        String[] codes = {"57463", "75056", "57672", "69123"};

        assertThat(Understood.of(file("code", 40, i -> codes[i % 4])).column("code"))
                .isEqualTo("birthPlace");
    }

    @Test
    void doesNotTakeAnyOnesAndTwosForASex() {
        assertThat(Understood.of(file("zone", 40, i -> "" + (1 + i % 2))).column("zone"))
                .isEqualTo("zone category");
    }

    @Test
    void doubtsAHeaderThatTheValuesContradict() {
        assertThat(Understood.of(file("title", 40, i -> i % 2 == 0 ? "Dr" : "Prof"))
                        .column("title"))
                .isEqualTo("title category");
    }

    @Test
    void neverUsesWhatLooksLikeANir() {
        Understood file = Understood.of(file("code", 40, i -> "1850757463" + String.format("%03d", i + 100)));

        assertThat(file.column("code")).isEqualTo("ignored");
        assertThat(file.why("code")).contains("NIR");
    }

    @Test
    void givesFilesWithoutAHeaderTheirColumnsByTheirValues() {
        String rows = IntStream.range(0, 40)
                .mapToObj(i -> FAMILY[i / 2 % 6] + (char) ('A' + i % 20) + "," + (i % 3 == 0 ? "Aude" : "Jean") + ",19"
                        + (40 + i) + "-03-1" + i % 9 + ",12 rue des Lilas,Metz")
                .collect(Collectors.joining("\n"));
        Understood file = Understood.of(rows);

        assertThat(file.column("column1")).isEqualTo("birthName");
        assertThat(file.column("column2")).isEqualTo("givenNames");
        assertThat(file.column("column3")).isEqualTo("birthDate");
        assertThat(file.column("column4")).isEqualTo("addresses.line");
        assertThat(file.column("column5")).isEqualTo("addresses.city");
        assertThat(file.understanding().files().get(0).rows()).isEqualTo(40);
    }

    @Test
    void takesOtherPeoplesNamesForUsageNamesAndNoCodeWithoutAHeader() {
        String rows = IntStream.range(0, 60)
                .mapToObj(i -> FAMILY[i / 2 % 6] + (char) ('A' + i / 2 % 20) + ","
                        + (i % 4 == 0 ? FAMILY[i % 6] + (char) ('A' + i / 3 % 20) : "") + "," + word(i % 12) + ","
                        + (100_000 + i / 2 * 7919))
                .collect(Collectors.joining("\n"));
        Understood file = Understood.of(rows);

        assertThat(file.column("column1")).isEqualTo("birthName");
        assertThat(file.column("column2")).isEqualTo("usageName");
        assertThat(file.column("column3")).isEqualTo("givenNames");
        assertThat(file.column("column4")).isEqualTo("ignored");
        assertThat(file.why("column4")).startsWith("no header says what these codes are");
    }

    @Test
    void usesAnUnknownColumnAsItsProfileSays() {
        Understood file = Understood.of(file(
                "soc_sec_id,occupation,state,height,joined",
                200,
                i -> (1_000_000 + i / 2 * 7919) + "," + word(i / 2 % 60) + "," + (i % 3 == 0 ? "vic" : "nsw") + ","
                        + (150 + i / 2 % 45) + "," + "20" + (10 + i / 2 % 9) + "-0" + (1 + i % 9) + "-1" + i / 2 % 7));

        assertThat(file.column("soc_sec_id")).isEqualTo("socSecId identifier");
        assertThat(file.column("occupation")).isEqualTo("occupation text");
        assertThat(file.column("state")).isEqualTo("state category");
        assertThat(file.column("height")).isEqualTo("height number");
        assertThat(file.column("joined")).isEqualTo("joined date");
    }

    @Test
    void doesNotUseWhatTellsOfTheRow() {
        Understood file = Understood.of(file(
                "line,key,export,constant,seen,remark,rare",
                200,
                i -> (i + 1) + ",k" + (i * 7919) + ",2024-05-01 10:" + (10 + i / 2 % 50) + ":00,x,2024-05-01,"
                        + "long ".repeat(30) + i + "," + (i == 7 ? "y" : "")));

        assertThat(file.why("line")).isEqualTo("counts the rows");
        assertThat(file.why("key")).startsWith("no value occurs twice");
        assertThat(file.why("export")).startsWith("moments in time");
        assertThat(file.why("constant")).isEqualTo("says the same of nearly everybody");
        assertThat(file.why("remark")).startsWith("is free text");
        assertThat(file.why("rare")).isEqualTo("is filled in 0.5 % of the rows only");
        assertThat(file.understanding().attributes()).isEmpty();
    }

    @Test
    void usesACodeThatIsOnceInEachOfTwoFilesAndNoCountOfTheirRows() {
        String left = file("code,nr", 100, i -> "C" + i * 7919 + "," + i).replaceAll("(?m)^(.*)$", "$1");
        Understood files = Understood.of(left, left);

        assertThat(files.column("code")).isEqualTo("code identifier");
        assertThat(files.column("nr")).isEqualTo("ignored");
    }

    @Test
    void doesNotUseACodeThatUnlikeRowsShare() {
        Understood files = Understood.of(
                file("client", 100, i -> "C" + i * 7919),
                file("client", 100, i -> "C" + (99 - i) * 7919).replaceAll("(?m)^([A-Z]+),", "$1X,"));

        assertThat(files.why("client")).isEqualTo("rows that share its value have nothing else in common");
    }

    @Test
    void leavesOutWhatRepeatsOtherColumns() {
        Understood file = Understood.of(file(
                "prenom,whole,town,town2",
                60,
                i -> word(i % 9) + "," + word(i % 9) + " " + FAMILY[i / 2 % FAMILY.length] + (char) ('A' + i / 12 % 26)
                        + ",Springwell,Springwell"));

        assertThat(file.why("whole")).isEqualTo("repeats nom, prenom");
        assertThat(file.why("town2")).isEqualTo("repeats town");
    }

    private static String word(int i) {
        return "w" + (char) ('a' + i % 7) + (char) ('a' + i / 7) + "er";
    }
}
