package fr.unefois.mdm.batch.pull;

import fr.unefois.mdm.connectors.ConfiguredSource;
import fr.unefois.mdm.connectors.QuarantinedRow;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.Incoming;
import fr.unefois.mdm.store.Intake;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;

/** Writes a chunk: records by their content's hash, rows set aside into the quarantine. */
final class IntakeWriter implements ItemWriter<Prepared> {
    private final Intake intake;
    private final long run;
    private final boolean full;
    private final ConfiguredSource source;
    private final SourceReport report;

    IntakeWriter(Intake intake, long run, boolean full, ConfiguredSource source, SourceReport report) {
        this.intake = intake;
        this.run = run;
        this.full = full;
        this.source = source;
        this.report = report;
    }

    @Override
    public void write(Chunk<? extends Prepared> chunk) {
        List<Incoming> good = new ArrayList<>();
        List<QuarantinedRow> aside = new ArrayList<>();
        for (Prepared each : chunk) {
            if (each instanceof Prepared.Good one) {
                good.add(one.incoming());
                report.flawed(one.line(), one.incoming().flaws());
            } else if (each instanceof Prepared.SetAside one) {
                aside.add(one.row());
            }
        }
        if (!good.isEmpty()) {
            Intake.Counts counts = intake.put(run, good, full);
            report.kept(counts.news(), counts.changed(), counts.unchanged());
            counts.duplicates().forEach(key -> aside.add(repeated(key, chunk)));
        }
        aside.forEach(report::quarantined);
        intake.quarantine(
                run, aside.stream().map(row -> quarantined(source, row)).toList());
    }

    private static QuarantinedRow repeated(SourceKey key, Chunk<? extends Prepared> chunk) {
        long line = 0;
        for (Prepared each : chunk) {
            if (each instanceof Prepared.Good one
                    && one.incoming().record().key().equals(key)) {
                line = one.line();
            }
        }
        return new QuarantinedRow(line, key.id(), "repeats an identifier that this run has met with other values", "");
    }

    static Intake.Quarantined quarantined(ConfiguredSource source, QuarantinedRow row) {
        return new Intake.Quarantined(
                source.source().name(), source.place(), row.line(), null, row.reason(), row.raw());
    }
}
