package fr.unefois.mdm.store.embedded;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where and how an embedded server runs.
 *
 * @param home the state folder: everything is under {@code home/database}, but {@code home/database.properties}
 * @param durable whether what is committed outlives a power cut; tests do without
 * @param installation a folder with {@code bin/postgres} to use in place of the shipped one, or null
 * @param progress told what takes long
 */
public record EmbeddedSettings(
        Path home, boolean durable, @Nullable Path installation, Consumer<String> progress) {
    public EmbeddedSettings {
        home = home.toAbsolutePath().normalize();
    }

    public static EmbeddedSettings of(Path home) {
        return new EmbeddedSettings(home, true, null, System.err::println);
    }

    /** For tests: quick, and gone after a crash. */
    public EmbeddedSettings disposable() {
        return new EmbeddedSettings(home, false, installation, progress);
    }

    public EmbeddedSettings withInstallation(Path folder) {
        return new EmbeddedSettings(home, durable, folder, progress);
    }

    Path folder() {
        return home.resolve("database");
    }

    Path data() {
        return folder().resolve("data");
    }

    /** There while nobody wants it to run: who stops it says so to those who would start it again. */
    Path stopped() {
        return folder().resolve("stopped");
    }

    Path log() {
        return folder().resolve("start.log");
    }
}
