package fr.unefois.mdm.batch.bench;

import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.PostgresBase;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Kills the service and PostgreSQL at any moment, and looks what is left. */
public final class KillsBenchmark implements Benchmark {
    private static final String RESTART = "until it answered again";
    private static final String LOST = "acknowledged writes lost";
    private static final String UNLIKE = "pulls that ended otherwise";
    private static final int TIMES = 50;
    private static final int CITIZENS = 2_000;
    private static final int SEED = 3;

    @Override
    public String name() {
        return "kills";
    }

    @Override
    public String measures() {
        return "kill -9 of the service, and an immediate stop of PostgreSQL, " + TIMES
                + " times each, in mid-pull and in mid-upsert";
    }

    @Override
    public String lasts() {
        return "40 minutes";
    }

    @Override
    public List<String> goals() {
        return List.of(
                "nothing acknowledged is lost", "the pull after it ends as an undisturbed one", "restart ≤ 60 s");
    }

    @Override
    public void run(Setting setting, Consumer<Case> told) {
        for (Killing killing : Killing.values()) {
            told.accept(upserts(setting, killing));
            told.accept(pulls(setting, killing));
        }
    }

    private static Case upserts(Setting setting, Killing killing) {
        Path home = setting.launcher().folder("kills");
        Series series = new Series().goal(LOST, Goal.atMost(0)).goal(RESTART, Goal.atMost(60));
        Random random = new Random(SEED);
        Map<String, Integer> acknowledged = new HashMap<>();
        int next = 0;
        try {
            long lost = 0;
            for (int time = 0; time < TIMES; time++) {
                Process process = acknowledging(home, next);
                next = killed(process, killing, home, random.nextInt(1500), acknowledged) + 1;
                long began = System.nanoTime();
                try (Database database =
                        Database.open(DatabaseSettings.embedded(home).withConnections(2))) {
                    lost += lost(new PostgresBase(database.dataSource()), acknowledged, next);
                    series.add(RESTART, Unit.SECONDS, (System.nanoTime() - began) / 1e9);
                }
                setting.progress().accept("upserts, " + killing + " killed, time " + (time + 1) + " of " + TIMES);
            }
            series.add(LOST, Unit.COUNT, lost).add("acknowledged writes", Unit.COUNT, next);
        } catch (IOException | InterruptedException e) {
            throw new Unmeasured("the killing of upserts broke off", e);
        } finally {
            setting.launcher().stop(home);
            Town.delete(home);
        }
        return new Case(
                TIMES + " times " + killing + " killed in mid-upsert",
                "./mdm bench kills",
                series.figures(),
                List.of("lost: a record that says less than what was acknowledged last"));
    }

    private static Process acknowledging(Path home, int first) throws IOException {
        return new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Acknowledging.class.getName(),
                        home.toString(),
                        Integer.toString(first)))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Answers the last number that was acknowledged, or the one before the first. */
    private static int killed(
            Process process, Killing killing, Path home, int millis, Map<String, Integer> acknowledged)
            throws IOException, InterruptedException {
        int last = -1;
        try (BufferedReader lines = process.inputReader()) {
            String first = lines.readLine();
            if (first == null) {
                throw new Unmeasured("nothing was ever acknowledged");
            }
            Thread killer = new Thread(() -> {
                try {
                    TimeUnit.MILLISECONDS.sleep(millis);
                    killing.kill(process, home);
                } catch (IOException | InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            killer.start();
            for (String line = first; line != null; line = lines.readLine()) {
                String[] words = line.split(" ", -1);
                last = Integer.parseInt(words[1]);
                acknowledged.put(words[0], last);
            }
            killer.join();
        }
        process.waitFor();
        return last;
    }

    /** A write that was not acknowledged may have been kept all the same: then the record says more. */
    private static long lost(PostgresBase base, Map<String, Integer> acknowledged, int next) {
        return acknowledged.entrySet().stream()
                .filter(one -> {
                    String said = base.read(session -> session.record(Acknowledging.key(one.getKey())))
                            .map(StoredRecord::record)
                            .flatMap(record -> record.text(Attribute.PHONES))
                            .orElse("");
                    return !said.equals(Acknowledging.telephone(one.getValue()))
                            && !said.equals(Acknowledging.telephone(next));
                })
                .count();
    }

    private static Case pulls(Setting setting, Killing killing) {
        Path config = setting.launcher().root().resolve(LoadBenchmark.CONFIG);
        Launcher launcher = setting.launcher();
        Path town = launcher.folder("town");
        Series series = new Series().goal(UNLIKE, Goal.atMost(0)).goal(RESTART, Goal.atMost(60));
        try {
            Child.run(launcher, town, List.of("generate", "--citizens", "" + CITIZENS, "--seed", "11", "--out", "."));
            Launcher pulling = launcher.with(
                            "MDM_SOURCES", town.resolve("sources").toString())
                    .with("MDM_DATABASE_URL", "");
            List<String> pull = List.of("pull", "--config", config.toString(), "--json");
            Path calm = launcher.folder("calm");
            double seconds = Child.run(at(pulling, calm), calm, pull).seconds();
            List<List<String>> undisturbed = clusters(at(pulling, calm), calm);
            Town.delete(calm);
            Random random = new Random(SEED);
            int unlike = 0;
            for (int time = 0; time < TIMES; time++) {
                Path home = launcher.folder("killed");
                Process process = at(pulling, home).start(home, pull);
                boolean ended = process.waitFor((long) (1000 * seconds * random.nextDouble()), TimeUnit.MILLISECONDS);
                killing.kill(process, home);
                process.waitFor();
                Child again = Child.run(at(pulling, home), home, pull);
                series.add(RESTART, Unit.SECONDS, again.lines().get(0).at())
                        .add("killed before its end", Unit.COUNT, ended ? 0 : 1);
                unlike += clusters(at(pulling, home), home).equals(undisturbed) ? 0 : 1;
                at(pulling, home).stop(home);
                Town.delete(home);
                setting.progress().accept("pulls, " + killing + " killed, time " + (time + 1) + " of " + TIMES);
            }
            series.add(UNLIKE, Unit.COUNT, unlike);
        } catch (IOException e) {
            throw new Unmeasured("the killing of pulls broke off", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasured("the killing of pulls was interrupted", e);
        } finally {
            Town.delete(town);
        }
        return new Case(
                TIMES + " times " + killing + " killed in mid-pull, a town of " + CITIZENS + " citizens",
                "./mdm bench kills",
                series.figures(),
                List.of("the pull is simply called again; clusters are compared, references are not"));
    }

    private static Launcher at(Launcher launcher, Path home) {
        return launcher.with("MDM_HOME", home.toString());
    }

    /** Who is with whom, whatever the references. */
    private static List<List<String>> clusters(Launcher launcher, Path home) throws IOException {
        Child.run(launcher, home, List.of("export", "--clusters", "clusters.csv"));
        Map<String, TreeSet<String>> byCluster = new TreeMap<>();
        try (Stream<String> lines = Files.lines(home.resolve("clusters.csv"))) {
            lines.skip(1)
                    .forEach(line -> byCluster
                            .computeIfAbsent(line.substring(line.lastIndexOf(',') + 1), any -> new TreeSet<>())
                            .add(line.substring(0, line.lastIndexOf(','))));
        }
        return byCluster.values().stream()
                .<List<String>>map(ArrayList::new)
                .sorted((one, other) -> one.get(0).compareTo(other.get(0)))
                .toList();
    }
}
