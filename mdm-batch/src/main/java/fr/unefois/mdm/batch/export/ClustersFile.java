package fr.unefois.mdm.batch.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.unefois.mdm.access.SectorReferences;
import fr.unefois.mdm.store.Exports;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** {@code source,source_id,cluster_id}, in key order. */
final class ClustersFile {
    private ClustersFile() {}

    static long write(Path file, Exports exports, SectorReferences references) throws IOException {
        return FileInPlace.write(file, out -> {
            AtomicLong rows = new AtomicLong();
            CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
            csv.writeRecord("source", "source_id", "cluster_id");
            exports.memberships((key, citizen) -> {
                csv.writeRecord(key.source(), key.id(), references.ref(citizen));
                rows.incrementAndGet();
            });
            csv.flush();
            return rows.get();
        });
    }
}
