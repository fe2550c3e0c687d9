package fr.unefois.mdm.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.unefois.mdm.api.BuiltJar.Outcome;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One life of an installation, from the built jar: it starts, answers, merges, stops, dies, and comes back. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BuiltJarIT {
    /** Blocks of curl lines, of the README and of guides, stand under this comment. */
    private static final Pattern WALK =
            Pattern.compile("<!-- run by BuiltJarIT -->\\s*```sh\\n(.*?)```", Pattern.DOTALL);

    private static final Pattern EVIDENCE = Pattern.compile("\\*\\*([0-9.]+ bits)\\*\\*");
    private static final Pattern KNOWN = Pattern.compile("\"known\":(\\d+)");
    private static final Pattern TOTAL = Pattern.compile("\"total\":(\\d+)");
    private static final Pattern VERIFIED = Pattern.compile("\"verifiedCount\":(\\d+)");

    @TempDir
    static Path home = Path.of("");

    private static String keptRef = "";
    private static String mergedRef = "";

    private final BuiltJar jar = new BuiltJar(home);

    @BeforeAll
    static void theDemoStarts() throws Exception {
        assertThat(startDemo().out().lines().findFirst())
                .hasValueSatisfying(url -> assertThat(url).matches("http://localhost:\\d+/demo/story"));
    }

    @AfterAll
    static void theDemoStops() throws Exception {
        assertThat(new BuiltJar(home).mdm("stop").exitCode()).isZero();
        assertThat(server()).isEmpty();
    }

    @Test
    @Order(1)
    void helpAndVersionNeedNoServer() throws Exception {
        assertThat(jar.mdm("help").out()).contains("demo", "dedupe", "pull", "stop");
        assertThat(jar.mdm("--version").out()).startsWith("mdm ");
        assertThat(jar.mdm("no-such-command").exitCode()).isEqualTo(2);
    }

    @Test
    @Order(1)
    void measuresWhatAUserRuns() throws Exception {
        String town = home.resolve("measured").toString();
        assertThat(jar.mdm("generate", "--citizens", "300", "--out", town).exitCode())
                .isZero();

        Outcome bench = jar.mdm(
                "bench",
                "dedupe",
                "--file",
                town + "/all.csv",
                "--id",
                "source_id",
                "--truth",
                "citizen_id",
                "--runs",
                "2",
                "--json");

        assertThat(bench).satisfies(it -> assertThat(it.exitCode()).isZero());
        JsonNode cases = new JsonMapper().readTree(bench.out()).path("cases");
        assertThat(cases.size()).isEqualTo(2);
        for (JsonNode measured : cases) {
            assertThat(measured.path("figures").findValuesAsString("name"))
                    .contains("wall time", "CPU time", "compare", "pairs compared a record", "f1");
            assertThat(measured.path("figures").path(0).path("runs").size()).isEqualTo(2);
        }
    }

    @Test
    @Order(4)
    void theLinesOfTheGuideToPrefillingWork() throws Exception {
        Outcome walk = guide("prefill-a-form.md");

        assertThat(walk).satisfies(it -> assertThat(it.exitCode()).isZero());
        assertThat(walk.out())
                .containsSubsequence(
                        "\"outcome\":\"MATCH\"",
                        "\"form\":\"eau\"",
                        "\"autre_parent\":{\"absent\":\"private\"}",
                        "\"courriel\":{\"absent\":\"no-consent\"}",
                        "\"courriel\":{\"value\":",
                        "\"effect\":\"MATCHED\"",
                        "\"adresse\":{\"value\":\"4 place Notre-Dame\"");
    }

    @Test
    @Order(4)
    void theLinesOfTheGuideToFollowingChangesWork() throws Exception {
        Outcome walk = guide("follow-changes.md");

        assertThat(walk).satisfies(it -> assertThat(it.exitCode()).isZero());
        assertThat(walk.out())
                .containsSubsequence(
                        "\"specversion\":\"1.0\"",
                        "\"effect\":\"CREATED\"",
                        "fr.unefois.citizen.created",
                        "event:change",
                        "\"url\":\"http://localhost:9099/changes\"",
                        "v1,",
                        "\"deadLetters\":[]",
                        "\"effect\":\"REMOVED\"")
                .doesNotContain("whsec_");
    }

    @Test
    @Order(4)
    void theLinesOfTheGuideToResolvingWork() throws Exception {
        Outcome walk = guide("resolve-an-identity.md");

        assertThat(walk).satisfies(it -> assertThat(it.exitCode()).isZero());
        assertThat(walk.out())
                .containsSubsequence(
                        "\"outcome\":\"MATCH\"",
                        "\"comparison\":\"familyName\"",
                        "\"identifiers\":[",
                        "\"birthName\":{",
                        "\"effect\":\"CREATED\"",
                        "\"effect\":\"CREATED\"",
                        "\"effect\":\"MATCHED\"",
                        "412",
                        "\"line\":1,\"status\":200",
                        "\"line\":2,\"status\":400",
                        "\"line\":2,\"status\":200",
                        "\"line\":1,\"status\":201",
                        "\"line\":3,\"status\":200");
    }

    private Outcome guide(String name) throws IOException, InterruptedException {
        assumeTrue(jar.sh("command -v curl || true").out().contains("curl"), "curl is not installed");
        String blocks = WALK.matcher(Files.readString(Path.of("../docs/guides", name)))
                .results()
                .map(block -> block.group(1))
                .collect(java.util.stream.Collectors.joining("\n"));
        return jar.sh("cd \"$MDM_HOME\"\n" + blocks);
    }

    @Test
    @Order(2)
    void theReadmesCurlLinesWorkAndItsFiguresAreTrue() throws Exception {
        assumeTrue(jar.sh("command -v curl || true").out().contains("curl"), "curl is not installed");
        String readme = Files.readString(Path.of("../README.md"));

        Outcome walk = jar.sh(part(readme, WALK));

        assertThat(walk).satisfies(it -> assertThat(it.exitCode()).isZero());
        assertThat(walk.out()).contains("\"certification\"", "\"form\":\"cantine\"", "\"operation\":\"PREFILL\"");
        assertThat(readme)
                .contains("**" + part(walk.out(), KNOWN) + " of " + part(walk.out(), TOTAL) + " fields, "
                        + part(walk.out(), VERIFIED) + " of them verified**");
        assertThat(jar.sh("curl -fsS " + jar.credentials().get("MDM_URL") + "/demo/story?lang=en")
                        .out())
                .contains(part(readme, EVIDENCE));
        assertThat(Files.readString(Path.of("../README.fr.md")))
                .contains(part(readme, WALK))
                .contains("**" + part(readme, EVIDENCE).replace('.', ',') + "**")
                .contains("**" + part(walk.out(), KNOWN) + " champs sur " + part(walk.out(), TOTAL) + ", dont "
                        + part(walk.out(), VERIFIED) + " vérifiés**");
    }

    @Test
    @Order(3)
    void aJudgementMergesAPair() throws Exception {
        Api steward = Api.as("STEWARD", jar.credentials());
        JsonNode review = Api.json(steward.get("/v1/reviews")).path("reviews").path(0);
        String left = review.path("left").path("ref").asString();
        String right = review.path("right").path("ref").asString();
        assertThat(left).isNotEmpty().isNotEqualTo(right);

        HttpResponse<String> judged = steward.post(
                "/v1/reviews/" + review.path("id").asString() + "/judgement",
                Map.of("verdict", "SAME", "version", review.path("version").asInt(), "comment", "the same signature"));

        assertThat(judged.statusCode()).isEqualTo(200);
        assertThat(Api.json(judged).path("effect").asString()).isEqualTo("MERGED");
        keptRef = Api.json(judged).path("refs").path(0).asString();
        mergedRef = keptRef.equals(left) ? right : left;
        assertThat(keptRef).isIn(left, right);
        theMergeHolds();
    }

    @Test
    @Order(5)
    void restartingKeepsItsData() throws Exception {
        long records = liveRecords();
        assertThat(jar.mdm("stop").exitCode()).isZero();
        assertThat(jar.mdm("stop").exitCode()).isZero();
        assertThat(server()).isEmpty();

        startDemo();

        theMergeHolds();
        assertThat(liveRecords()).isEqualTo(records);
    }

    @Test
    @Order(6)
    void killingItLosesNothing() throws Exception {
        long records = liveRecords();
        ProcessHandle killed = server().orElseThrow();
        killed.destroyForcibly();
        killed.onExit().get();

        startDemo();

        theMergeHolds();
        assertThat(liveRecords()).isEqualTo(records);
    }

    @Test
    @Order(7)
    void aPullBesideTheServerMayBeKilledWithItAndTheDatabaseAndIsMadeUpFor() throws Exception {
        Path sources = home.resolve("demo").resolve("town").resolve("sources");
        String[] pull = {
            "pull",
            "--json",
            "--accept-deletions",
            "--config",
            sources.resolve("../../config").normalize().toString()
        };
        Path more = home.resolve("more");
        assertThat(jar.mdm("generate", "--citizens", "2000", "--seed", "7", "--out", more.toString())
                        .exitCode())
                .isZero();
        try (var files = Files.list(more.resolve("sources"))) {
            for (Path file : files.toList()) {
                Files.copy(file, sources.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }

        Path told = home.resolve("killed.jsonl");
        Process killed = jar.start(told, pull);
        // The last of the sources: the others are kept by now, and nothing is linked yet.
        while (killed.isAlive()
                && !(Files.exists(told) && Files.readString(told).contains("read sports"))) {
            Thread.sleep(20);
        }
        assertThat(Api.as("STEWARD", jar.credentials()).get("/v1/reviews").statusCode())
                .isEqualTo(200);
        assertThat(killed.isAlive()).as("the pull is still at work").isTrue();
        killEverything(killed.toHandle());

        startDemo();
        JsonNode again = report(jar.mdm(pull));
        long rows = again.path("read").asLong();
        assertThat(again.path("unchanged").asLong()).as("kept before the kill").isPositive();
        assertThat(again.path("unchanged").asLong()
                        + again.path("new").asLong()
                        + again.path("changed").asLong())
                .isEqualTo(rows);
        assertThat(again.path("linked").asLong()).isPositive();
        JsonNode last = report(jar.mdm(pull));
        assertThat(last.path("unchanged").asLong()).isEqualTo(rows);
        assertThat(last.path("linked").asLong()).isZero();
        assertThat(liveRecords()).isEqualTo(rows);
    }

    private static void killEverything(ProcessHandle pull) throws Exception {
        String postmaster = Files.readAllLines(
                        home.resolve("database").resolve("data").resolve("postmaster.pid"))
                .get(0);
        for (ProcessHandle each : List.of(
                pull,
                server().orElseThrow(),
                ProcessHandle.of(Long.parseLong(postmaster.strip())).orElseThrow())) {
            List<ProcessHandle> children = each.descendants().toList();
            each.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
            each.onExit().get();
        }
    }

    private static JsonNode report(Outcome pull) {
        assertThat(pull).satisfies(it -> assertThat(it.exitCode()).isZero());
        return JsonMapper.shared()
                .readTree(pull.out().lines().reduce((earlier, later) -> later).orElse(""));
    }

    private static Outcome startDemo() throws IOException, InterruptedException {
        Outcome outcome = new BuiltJar(home)
                .mdm("demo", "--citizens", "150", "--port", "0", "--management-port", "0", "--detach");
        assertThat(outcome)
                .satisfies(it -> assertThat(it.exitCode()).isZero())
                .satisfies(it -> assertThat(it.err()).doesNotContain("WARN", "ERROR"));
        return outcome;
    }

    private void theMergeHolds() throws Exception {
        Api steward = Api.as("STEWARD", jar.credentials());
        HttpResponse<String> merged = steward.get("/v1/profiles/" + mergedRef);
        assertThat(merged.statusCode()).isEqualTo(308);
        assertThat(merged.headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/v1/profiles/" + keptRef));
        assertThat(steward.get("/v1/profiles/" + keptRef).statusCode()).isEqualTo(200);
    }

    private long liveRecords() throws Exception {
        Path clusters = home.resolve("clusters.csv");
        Outcome outcome = jar.mdm("export", "--clusters", clusters.toString());
        assertThat(outcome).satisfies(it -> assertThat(it.exitCode()).isZero());
        try (var lines = Files.lines(clusters)) {
            return lines.count() - 1;
        }
    }

    private static String part(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s is there", pattern).isTrue();
        return matcher.group(1);
    }

    private static Optional<ProcessHandle> server() throws IOException {
        Path pid = home.resolve("server.pid");
        return Files.exists(pid)
                ? ProcessHandle.of(Long.parseLong(Files.readString(pid).strip().split("\\s+", 2)[0]))
                        .filter(ProcessHandle::isAlive)
                : Optional.empty();
    }
}
