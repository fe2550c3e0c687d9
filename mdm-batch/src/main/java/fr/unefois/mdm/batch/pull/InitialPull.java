package fr.unefois.mdm.batch.pull;

import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.command.Ahead;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.connectors.ConfiguredSource;
import fr.unefois.mdm.connectors.QuarantinedRow;
import fr.unefois.mdm.connectors.Reading;
import fr.unefois.mdm.store.InitialLoad;
import fr.unefois.mdm.store.Models;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Pulls sources into an empty base: all of them are read, linked and shown at once, or nothing is. */
final class InitialPull {
    private static final int AT_ONCE = 1000;

    private final InitialLoad load;
    private final Models models;
    private final Walk walk;
    private final Progress progress;

    InitialPull(InitialLoad load, Models models, Progress progress) {
        this.load = load;
        this.models = models;
        this.walk = models.configured(0).walk();
        this.progress = progress;
    }

    /** @return false where somebody has written into the base meanwhile: nothing is done then */
    boolean run(Map<ConfiguredSource, SourceReport> reports) {
        reports.forEach(this::read);
        load.link(models.configured(load.size()), progress);
        return load.finish(progress);
    }

    private void read(ConfiguredSource source, SourceReport report) {
        ExtractReader reader = new ExtractReader(source, report, progress);
        reader.open(new ExecutionContext());
        try (Ahead<InitialRead> ahead = new Ahead<>()) {
            for (List<Reading> some = next(reader); !some.isEmpty(); some = next(reader)) {
                List<Reading> rows = some;
                int first = load.places(InitialRead.records(rows));
                ahead.give(() -> InitialRead.of(rows, walk, load, first));
                reader.update(new ExecutionContext());
                while (ahead.isFull()) {
                    keep(ahead.take(), source, report);
                }
            }
            while (!ahead.isEmpty()) {
                keep(ahead.take(), source, report);
            }
        } finally {
            reader.close();
        }
    }

    private static List<Reading> next(ExtractReader reader) {
        List<Reading> some = new ArrayList<>(AT_ONCE);
        for (Reading one = reader.read(); one != null; one = reader.read()) {
            some.add(one);
            if (some.size() == AT_ONCE) {
                break;
            }
        }
        return some;
    }

    private void keep(InitialRead read, ConfiguredSource source, SourceReport report) {
        load.put(read.portion());
        report.kept(read.good().size(), 0, 0);
        read.good().forEach(one -> report.flawed(one.line(), one.incoming().flaws()));
        read.aside().forEach(report::quarantined);
        if (!read.aside().isEmpty()) {
            load.quarantine(read.aside().stream()
                    .map((QuarantinedRow row) -> IntakeWriter.quarantined(source, row))
                    .toList());
        }
    }
}
