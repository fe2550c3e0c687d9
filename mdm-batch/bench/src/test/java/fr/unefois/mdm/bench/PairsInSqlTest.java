package fr.unefois.mdm.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import fr.unefois.mdm.batch.dedupe.StandardFile;
import fr.unefois.mdm.batch.generate.GenerateCommand;
import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.bulk.BlockingProfile;
import fr.unefois.mdm.standardise.Columns;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A database that knows nothing of the walk is its oracle. {@code ./mdm bench peer} asks it about a million records. */
class PairsInSqlTest {
    @TempDir
    static Path folder = Path.of("");

    private static Columns town = Columns.of(List.of());

    @BeforeAll
    static void aTown() {
        int exitCode = new CommandLine(new GenerateCommand())
                .setErr(new PrintWriter(new StringWriter()))
                .execute("--citizens", "2500", "--seed", "23", "--errors", "high", "--out", folder + "/town");
        assertThat(exitCode).isZero();
        town = StandardFile.read(folder.resolve("town/all.csv"), "source_id", Set.of("citizen_id"));
    }

    @Test
    void theWalkMeetsWhoeverSharesAKey() throws SQLException {
        BlockingRules rules = BlockingRules.none();
        for (String on : BlockingRules.french().names()) {
            rules = rules.with(on, "", 200);
        }
        assertThat(BlockingProfile.of(rules, town).hot()).isEmpty();

        long[] pairs = inSql(rules);

        assertThat(pairs).hasSizeGreaterThan(10_000);
        assertThat(PairsInSql.met(rules, town)).isEqualTo(pairs);
    }

    @Test
    void theWalkMeetsWhoeverSharesAFinerKeyOfACrowdedBlock() throws SQLException {
        BlockingRules rules = BlockingRules.none()
                .with("surname", "first", 12)
                .with("first+year", "birthPlace", 4)
                .with("postcode", "", 20);
        assertThat(BlockingProfile.of(rules, town).hot()).hasSizeGreaterThan(100);

        long[] pairs = inSql(rules);

        assertThat(pairs).hasSizeGreaterThan(5_000);
        assertThat(PairsInSql.met(rules, town)).isEqualTo(pairs);
    }

    @Test
    void aPairThatOneOfTheTwoLacksIsCounted() {
        assertThat(PairsInSql.only(new long[] {1, 2, 5}, new long[] {2, 3, 4, 5}))
                .isEqualTo(1);
        assertThat(PairsInSql.only(new long[] {2, 3, 4, 5}, new long[] {1, 2, 5}))
                .isEqualTo(2);
    }

    @Test
    void recallIsTheShareOfTruePairsThatShareAKey() throws SQLException {
        try (DuckDb base = opened()) {
            base.run("create table pair as select * from (values (0, 1), (1, 2), (2, 3)) as met (l, r)");

            assertThat(BlockingRecall.of(base, List.of("a", "a", "a", "b", "b")))
                    .isEqualTo(0.5);
        }
    }

    private static long[] inSql(BlockingRules rules) throws SQLException {
        try (DuckDb base = opened()) {
            PairsInSql sql = PairsInSql.load(base, rules, town);
            sql.find();
            return sql.found();
        }
    }

    private static DuckDb opened() throws SQLException {
        try {
            return DuckDb.open();
        } catch (UnsatisfiedLinkError e) {
            return abort("DuckDB's library does not run on this machine");
        }
    }
}
