package fr.unefois.mdm.batch.bench;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How a benchmark is to be run.
 *
 * @param runs how many times what is timed is run
 * @param data what it is run over
 * @param launcher runs commands as a user does
 * @param java the home of the Java that was asked for, where one was
 * @param progress hears a line when something begins or ends
 */
public record Setting(int runs, Data data, Launcher launcher, Optional<Path> java, Consumer<String> progress) {
    /** The launcher's variable for the largest heap. */
    static final String HEAP = "MDM_HEAP";

    /** The same within a largest heap, unless another one was asked for. */
    Setting within(String heap) {
        return launcher.environment().containsKey(HEAP)
                ? this
                : new Setting(runs, data, launcher.with(HEAP, heap), java, progress);
    }

    /**
     * What to measure on.
     *
     * @param file instead of a generated town
     * @param id the file's column of the row's identifier
     * @param truth the file's column of the real person, where it has one
     * @param model instead of one that is estimated beforehand
     */
    public record Data(TownSize size, Optional<Path> file, String id, Optional<String> truth, Optional<Path> model) {}
}
