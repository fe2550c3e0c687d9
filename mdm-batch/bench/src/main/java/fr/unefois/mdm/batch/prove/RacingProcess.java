package fr.unefois.mdm.batch.prove;

import fr.unefois.mdm.batch.bench.Unmeasured;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A {@link Racer} in a process of its own: told a person, it lets them arrive on all its connections at once. */
record RacingProcess(Process process, BufferedWriter orders, BufferedReader answers) implements AutoCloseable {
    static RacingProcess start(OwnBase own, String name, int connections) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Racer.class.getName(),
                        name,
                        Integer.toString(connections)))
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(Map.of(Racer.HOME, own.home().toString()));
        Process process = builder.start();
        return new RacingProcess(process, process.outputWriter(), process.inputReader());
    }

    void go(int person) throws IOException {
        orders.write(Integer.toString(person));
        orders.newLine();
        orders.flush();
    }

    /** How many arrivals were acknowledged. */
    int arrived() throws IOException {
        String answer = answers.readLine();
        if (answer == null) {
            throw new Unmeasured("a racing process ended");
        }
        return Integer.parseInt(answer);
    }

    @Override
    public void close() throws IOException {
        orders.close();
        process.destroy();
    }
}
