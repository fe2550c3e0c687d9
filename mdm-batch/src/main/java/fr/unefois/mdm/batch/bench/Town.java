package fr.unefois.mdm.batch.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The people to measure on, in a folder that lasts as long as the benchmark: a town that is generated anew, so that none of
 * an older generator is ever measured, or a file as it is.
 *
 * @param folder of the benchmark's own
 * @param file one file of all records
 * @param truth the column that must not be looked at
 */
public record Town(Path folder, Path file, String id, Optional<String> truth) implements AutoCloseable {
    private static final int SEED = 11;

    /** The town that the setting asks for. */
    public static Town of(Setting setting) {
        Setting.Data data = setting.data();
        return data.file()
                .map(file ->
                        new Town(setting.launcher().folder("file"), file.toAbsolutePath(), data.id(), data.truth()))
                .orElseGet(() -> generated(setting, data.size()));
    }

    static Town generated(Setting setting, TownSize size) {
        Path folder = setting.launcher().folder("town");
        setting.progress().accept("generating a town of " + size.citizens() + " citizens");
        Child.run(
                setting.launcher(),
                folder,
                List.of("generate", "--citizens", "" + size.citizens(), "--seed", "" + SEED, "--out", "town"));
        return new Town(folder, folder.resolve("town/all.csv"), "source_id", Optional.of("citizen_id"));
    }

    /** The files as the sources have them. */
    Path sources() {
        return folder.resolve("town/sources");
    }

    /**
     * The same files as they were earlier: the first rows of each.
     *
     * @param share of the rows, from 0 to 1
     */
    Path earlier(double share) {
        Path earlier = folder.resolve("earlier");
        try (Stream<Path> files = Files.list(sources())) {
            Files.createDirectories(earlier);
            for (Path file : files.toList()) {
                // Whatever a source's encoding: each byte is a character.
                List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
                Files.write(
                        earlier.resolve(file.getFileName()),
                        lines.subList(0, (int) Math.ceil(share * lines.size())),
                        StandardCharsets.ISO_8859_1);
            }
            return earlier;
        } catch (IOException e) {
            throw new Unmeasured(earlier + " cannot be written", e);
        }
    }

    /** Where it is, seen from the folder: short to type. */
    String path() {
        return file.startsWith(folder) ? folder.relativize(file).toString() : file.toString();
    }

    @Override
    public void close() {
        delete(folder);
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new Unmeasured(folder + " cannot be deleted; delete it by hand", e);
        }
    }
}
