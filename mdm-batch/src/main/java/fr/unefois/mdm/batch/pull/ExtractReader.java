package fr.unefois.mdm.batch.pull;

import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.connectors.ConfiguredSource;
import fr.unefois.mdm.connectors.Reading;
import fr.unefois.mdm.connectors.Readings;
import fr.unefois.mdm.connectors.UnreadableSource;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads one source from its beginning, after a kill as well: what was kept before is known by its hash and costs little
 * the second time, and the file may be another one by now. A source that cannot be read ends its own step without rows;
 * the others go on.
 */
final class ExtractReader implements ItemStreamReader<Reading> {
    private static final int PARTS = 1000;

    private final ConfiguredSource source;
    private final SourceReport report;
    private final Progress progress;
    private @Nullable Readings readings;

    ExtractReader(ConfiguredSource source, SourceReport report, Progress progress) {
        this.source = source;
        this.report = report;
        this.progress = progress;
    }

    @Override
    public void open(ExecutionContext context) {
        progress.begin("read " + source.source().name());
        try {
            readings = source.read();
        } catch (UnreadableSource e) {
            report.failed(source.source().name() + ": " + e.getMessage());
        }
    }

    @Override
    public @Nullable Reading read() {
        if (readings == null || report.isComplete()) {
            return null;
        }
        try {
            if (!readings.hasNext()) {
                report.completed();
                return null;
            }
            Reading next = readings.next();
            report.read(1);
            return next;
        } catch (UncheckedIOException e) {
            report.failed(source.source().name() + ": " + source.place() + ": reading broke off after "
                    + report.readRows() + " rows; nothing is taken as deleted");
            close();
            return null;
        }
    }

    @Override
    public void update(ExecutionContext context) {
        if (readings != null) {
            progress.at(Math.round(readings.progress() * PARTS), PARTS);
        }
    }

    @Override
    public void close() {
        if (readings != null) {
            readings.close();
            readings = null;
        }
    }
}
