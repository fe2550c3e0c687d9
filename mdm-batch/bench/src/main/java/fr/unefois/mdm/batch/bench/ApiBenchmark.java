package fr.unefois.mdm.batch.bench;

import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.PostgresBase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** The API as its users meet it: over HTTP, the token checked, the contract applied, the audit on disk. */
public final class ApiBenchmark implements Benchmark {
    private static final String REFUSED = "answers of 400 and more";
    private static final String HEAP = "heap at its emptiest, last minutes over first";
    private static final int BAD_REQUEST = 400;
    private static final int CONNECTIONS = 8;
    private static final int PEOPLE = 20_000;
    private static final int WRITES = 20_000;
    private static final double SECONDS = 30;
    private static final double SECONDS_OF_WARMING = 60;
    private static final int MINUTES_OF_ALL = 10;

    @Override
    public String name() {
        return "api";
    }

    @Override
    public String measures() {
        return "profiles, identities and records over HTTP; client, server and PostgreSQL on the same machine";
    }

    @Override
    public String lasts() {
        return "a pull of a million records, 5 times a minute and a half, three minutes of warming, and "
                + MINUTES_OF_ALL + " minutes; --size metropole without the long pull";
    }

    @Override
    public List<String> goals() {
        return List.of(
                "1m: profiles ≥ 2,500/s (aim 5,000), 99 % within 20 ms",
                "1m: resolve ≥ 500/s (aim 1,000), 99 % within 20 ms (aim 10), half of the names misspelt",
                "1m: PUT ≥ 400/s, 99 % within 60 ms, committed to disk",
                MINUTES_OF_ALL + " minutes of all three without an error or a rising heap");
    }

    @Override
    public void run(Setting setting, Consumer<Case> told) {
        try (FilledBase base = FilledBase.of(setting, name());
                Served served = new Served(base)) {
            measure(setting, base, served, told);
        }
    }

    private static void measure(Setting setting, FilledBase filled, Served served, Consumer<Case> told) {
        List<SourceKey> keys = filled.keys();
        int people = Math.min(PEOPLE, keys.size());
        ApiRequests requests = new ApiRequests(served.token());
        try (Database database =
                Database.open(DatabaseSettings.embedded(filled.home()).withConnections(2))) {
            Base base = new PostgresBase(database.dataSource());
            List<byte[]> profiles = requests.profiles(served.port(), keys.subList(0, people));
            List<byte[]> resolves = requests.resolves(base, keys.subList(0, people));
            List<byte[]> writes = requests.writes(base, writing(keys, setting.runs() + 1), 0);
            boolean million = setting.data().size() == TownSize.MILLION;
            String stored =
                    String.format(Locale.ROOT, ", %d connections, %,d records stored", CONNECTIONS, keys.size());
            told.accept(timed(setting, served, "profiles" + stored, over(profiles), million ? 2500 : 0, 20));
            told.accept(timed(setting, served, "resolve" + stored, over(resolves), million ? 500 : 0, 20));
            told.accept(timed(setting, served, "PUT" + stored, over(writes), million ? 400 : 0, 60));
            setting.progress().accept(MINUTES_OF_ALL + " minutes of all three");
            List<byte[]> more = requests.writes(base, writing(keys, 5), writes.size());
            told.accept(all(served, over(profiles), over(resolves), over(more), stored));
        }
    }

    /** Of the source that is in the client's own sector: no contract lets it feed another. */
    private static List<SourceKey> writing(List<SourceKey> keys, int runs) {
        return keys.stream()
                .filter(key -> key.source().equals(Served.SOURCE))
                .limit((long) WRITES * runs)
                .toList();
    }

    private static IntFunction<byte[]> over(List<byte[]> requests) {
        return number -> requests.get(number % requests.size());
    }

    private static Case timed(
            Setting setting, Served served, String what, IntFunction<byte[]> requests, int goal, int millis) {
        Series series = new Series().goal(REFUSED, Goal.atMost(0));
        if (goal > 0) {
            series.goal("answers a second", Goal.atLeast(goal)).goal("99th percentile", Goal.atMost(millis));
        }
        int asked = ClosedLoop.run(served.port(), CONNECTIONS, SECONDS_OF_WARMING, requests)
                .millis()
                .size();
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (int run = 1; run <= setting.runs(); run++) {
            int from = asked;
            ClosedLoop.Timed timed =
                    ClosedLoop.run(served.port(), CONNECTIONS, SECONDS, number -> requests.apply(from + number));
            asked += timed.millis().size();
            timed.statuses().forEach((status, times) -> statuses.merge(status, times, Integer::sum));
            series.add("answers a second", Unit.PER_SECOND, timed.perSecond())
                    .add("median", Unit.MILLISECONDS, timed.at(0.5))
                    .add("99th percentile", Unit.MILLISECONDS, timed.at(0.99))
                    .add("slowest", Unit.MILLISECONDS, timed.at(1))
                    .add(REFUSED, Unit.COUNT, refused(timed));
            setting.progress().accept(String.format(Locale.ROOT, "%s, run %d of %d", what, run, setting.runs()));
        }
        return new Case(
                what,
                "./mdm bench api",
                series.figures(),
                remarks(statuses, "each connection asks again as soon as it was answered"));
    }

    private static Case all(
            Served served,
            IntFunction<byte[]> profiles,
            IntFunction<byte[]> resolves,
            IntFunction<byte[]> writes,
            String stored) {
        List<Double> lows = new ArrayList<>();
        Thread looking = new Thread(() -> {
            try {
                for (int minute = 0; minute < MINUTES_OF_ALL; minute++) {
                    double low = Double.MAX_VALUE;
                    for (int look = 0; look < 59; look++) {
                        low = Math.min(low, served.heap());
                        TimeUnit.SECONDS.sleep(1);
                    }
                    lows.add(low);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        looking.start();
        ClosedLoop.Timed timed = ClosedLoop.run(
                served.port(),
                CONNECTIONS,
                60.0 * MINUTES_OF_ALL,
                number -> number % 10 == 0
                        ? writes.apply(number / 10)
                        : number % 10 < 3 ? resolves.apply(number / 10 * 2 + number % 10 - 1) : profiles.apply(number));
        try {
            looking.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        double[] heap = lows.stream().mapToDouble(one -> one).toArray();
        Series series = new Series()
                .goal(REFUSED, Goal.atMost(0))
                .goal(HEAP, Goal.atMost(1.2))
                .add("answers a second", Unit.PER_SECOND, timed.perSecond())
                .add("99th percentile", Unit.MILLISECONDS, timed.at(0.99))
                .add(REFUSED, Unit.COUNT, refused(timed))
                .add(HEAP, Unit.RATIO, least(heap, heap.length - 3, heap.length) / least(heap, 1, 4))
                .add(
                        "heap at its emptiest, last minutes",
                        Unit.GIGABYTES,
                        least(heap, heap.length - 3, heap.length) / 1e9);
        return new Case(
                MINUTES_OF_ALL + " minutes: seven profiles, two resolves and one PUT of ten" + stored,
                "./mdm bench api",
                series.figures(),
                remarks(timed.statuses(), "the first minute is left out of the heap's first minutes"));
    }

    private static double least(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).min().orElse(0);
    }

    /** Not what is told that somebody's citizen goes by another reference now, because two of them were merged (308). */
    private static long refused(ClosedLoop.Timed timed) {
        return timed.statuses().entrySet().stream()
                .filter(one -> one.getKey() >= BAD_REQUEST)
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private static List<String> remarks(Map<Integer, Integer> statuses, String remark) {
        return statuses.isEmpty() ? List.of(remark) : List.of(remark, "answered: " + statuses);
    }
}
