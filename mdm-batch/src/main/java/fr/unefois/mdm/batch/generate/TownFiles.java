package fr.unefois.mdm.batch.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a town: one for each source, then the unified one, then the truth. */
final class TownFiles implements AutoCloseable {
    private final List<OutputStream> files = new ArrayList<>();

    private TownFiles() {}

    static TownFiles create(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("sources"));
        TownFiles town = new TownFiles();
        try {
            for (SourceSystem system : SourceSystem.ALL) {
                Path file = folder.resolve("sources").resolve(system.id + ".csv");
                town.open(file, system.layout.header().getBytes(system.layout.charset));
            }
            town.open(folder.resolve("all.csv"), Pages.UNIFIED_HEADER.getBytes(StandardCharsets.UTF_8));
            town.open(folder.resolve("truth.csv"), Pages.TRUTH_HEADER.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            town.close();
            throw e;
        }
        return town;
    }

    private void open(Path file, byte[] header) throws IOException {
        OutputStream stream = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        files.add(stream);
        stream.write(header);
    }

    void append(Pages pages) throws IOException {
        for (int i = 0; i < files.size(); i++) {
            files.get(i).write(pages.bytes().get(i));
        }
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        for (OutputStream file : files) {
            try {
                file.close();
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
