package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.config.Fault;
import fr.unefois.mdm.config.InvalidConfiguration;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path home = Path.of("");

    @Test
    void listsTheCommandsWithoutArguments() {
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("count", "Counts to a number.", "break", "help");
    }

    @Test
    void listsTheCommandsOnHelp() {
        assertThat(run("help")).isZero();
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("Counts to a number.");
    }

    @Test
    void explainsOneCommandEitherWay() {
        assertThat(run("count", "--help")).isZero();
        String asOption = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run("help", "count")).isZero();
        assertThat(out.toString()).isEqualTo(asOption).contains("Usage: mdm count", "--to");
    }

    @Test
    void endsWithTheCommandsOwnExitCode() {
        assertThat(run("count", "--to=7")).isEqualTo(7);
    }

    @Test
    void createsNoCommandButTheOneThatRuns() {
        int before = Break.created;
        assertThat(run("count", "--to", "0")).isZero();
        assertThat(Break.created).isEqualTo(before);
    }

    @Test
    void refusesAnUnknownCommand() {
        assertThat(run("cuont")).isEqualTo(Command.WRONG_USAGE);
        assertThat(err.toString()).contains("cuont").contains("count");
        assertThat(run("help", "cuont")).isEqualTo(Command.WRONG_USAGE);
    }

    @Test
    void refusesWrongOptionsInOneLineThatNamesThem() {
        assertThat(run("count", "--to=many")).isEqualTo(Command.WRONG_USAGE);
        assertThat(err.toString().lines().findFirst())
                .hasValueSatisfying(line -> assertThat(line).contains("--to", "many"));
        assertThat(err.toString()).contains("mdm count --help");
    }

    @Test
    void printsEveryFaultOfTheConfiguration() {
        Break.act = () -> {
            throw new InvalidConfiguration(List.of(
                    new Fault("config/mdm.yml", 3, "no such key: prot"), new Fault("config/mdm.yml", 0, "empty")));
        };
        assertThat(run("break")).isEqualTo(Command.WRONG_USAGE);
        assertThat(err.toString().lines())
                .containsExactly("config/mdm.yml:3: no such key: prot", "config/mdm.yml: empty");
    }

    @Test
    void tellsAMissingFileByItsName() {
        Break.act = () -> {
            throw new UncheckedIOException(new NoSuchFileException("people.csv"));
        };
        assertThat(run("break")).isEqualTo(Command.FAILED);
        assertThat(err.toString().lines()).first().isEqualTo("people.csv: there is no such file or folder");
    }

    @Test
    void repeatsOurOwnMessages() throws Exception {
        Break.act = () -> {
            throw new IllegalStateException("source etat-civil cannot be read");
        };
        assertThat(run("break")).isEqualTo(Command.FAILED);
        assertThat(err.toString().lines()).first().isEqualTo("source etat-civil cannot be read");
        assertThat(logged()).contains("break on Java", "source etat-civil", "    at fr.unefois.mdm.api.MainTest");
    }

    @Test
    void quotesNoValueThatALibraryQuotes() throws Exception {
        Break.act = () -> {
            IllegalStateException refused = new IllegalStateException(
                    "row 12 refused", new SQLException("Key (email)=(linh@example.org) already exists", "23505"));
            refused.addSuppressed(new IllegalStateException(new SQLException("(0612345678)", "22007")));
            throw refused;
        };
        assertThat(run("break")).isEqualTo(Command.FAILED);
        assertThat(err.toString() + logged())
                .contains("SQLSTATE 23505")
                .doesNotContain("linh@example.org")
                .doesNotContain("0612345678");
    }

    @Test
    void printsNoStackTrace() {
        Break.act = () -> LocalDate.parse(home.toString());
        assertThat(run("break")).isEqualTo(Command.FAILED);
        assertThat(err.toString().lines())
                .hasSize(2)
                .first()
                .isEqualTo("Failed unexpectedly: java.time.format.DateTimeParseException");
    }

    @Test
    void failsInALineWhenTheMachineGivesUp() {
        Break.act = () -> {
            throw new OutOfMemoryError("Java heap space");
        };
        assertThat(run("break")).isEqualTo(Command.FAILED);
        assertThat(err.toString().lines()).first().isEqualTo("Java heap space");
    }

    @Test
    void refusesTwoCommandsOfOneName() {
        assertThatThrownBy(() -> Commands.of(List.of(Count.class, Count.class))).hasMessageContaining("Count");
    }

    @Test
    void keepsItsStateInVarUnlessToldOtherwise() {
        assertThat(Main.home(Map.of())).isEqualTo(Path.of("var").toAbsolutePath());
        assertThat(Main.home(Map.of("MDM_HOME", "/srv/mdm"))).isEqualTo(Path.of("/srv/mdm"));
    }

    @Test
    void writesAccentsUnderTheCLocaleToo() {
        assertThat(Main.charset("ANSI_X3.4-1968")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Main.charset("ISO-8859-15")).isEqualTo(Charset.forName("ISO-8859-15"));
        assertThat(Main.charset("")).isEqualTo(StandardCharsets.UTF_8);
    }

    private int run(String... args) {
        return Main.run(
                Commands.of(List.of(Count.class, Break.class)),
                home,
                new PrintWriter(out, true),
                new PrintWriter(err, true),
                args);
    }

    private String logged() throws Exception {
        return Files.readString(home.resolve("logs/failures.log"));
    }

    @CommandLine.Command(name = "count", description = "Counts to a number.")
    static final class Count implements Command {
        @CommandLine.Option(names = "--to", description = "the last number")
        int to;

        public Count() {}

        @Override
        public Integer call() {
            return to;
        }
    }

    @CommandLine.Command(name = "break", description = "Fails.")
    static final class Break implements Command {
        static int created;
        static Runnable act = () -> {};

        public Break() {
            created++;
        }

        @Override
        public Integer call() {
            act.run();
            return DONE;
        }
    }
}
