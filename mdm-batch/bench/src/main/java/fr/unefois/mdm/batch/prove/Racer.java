package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.PostgresBase;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Lets people arrive, each on all its connections at once: a number a line comes in, how many arrived goes out. */
final class Racer {
    static final String HOME = "MDM_RACER_HOME";

    private Racer() {}

    public static void main(String[] args) throws IOException, InterruptedException, ExecutionException {
        int connections = Integer.parseInt(args[1]);
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        DatabaseSettings settings =
                DatabaseSettings.embedded(Path.of(System.getenv(HOME))).withConnections(connections);
        try (Database database = Database.open(settings);
                BufferedReader people = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            Arrivals arrivals = new Arrivals(new PostgresBase(database.dataSource()), Walk.french(Map.of()));
            CyclicBarrier together = new CyclicBarrier(connections);
            for (String person = people.readLine(); person != null; person = people.readLine()) {
                int number = Integer.parseInt(person);
                List<Callable<Integer>> all = new ArrayList<>();
                for (int connection = 0; connection < connections; connection++) {
                    String source = args[0] + connection;
                    all.add(() -> {
                        int last = together.await();
                        return last < 0
                                ? 0
                                : Math.min(
                                        1,
                                        arrivals.arrive(People.stranger(number, source))
                                                .refs()
                                                .size());
                    });
                }
                int arrived = 0;
                for (Future<Integer> one : threads.invokeAll(all)) {
                    arrived += one.get();
                }
                System.out.println(arrived);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
