package fr.unefois.mdm.batch.pull;

import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.connectors.ConfiguredSource;
import fr.unefois.mdm.connectors.MappedRow;
import fr.unefois.mdm.connectors.QuarantinedRow;
import fr.unefois.mdm.connectors.Reading;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.standardise.Standardiser;
import fr.unefois.mdm.store.BaseCounts;
import fr.unefois.mdm.store.PostgresBulkBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** Says what a pull would do with the rows, and does nothing. What linking would change, {@code link --dry-run} says. */
final class DryPull {
    private final DataSource dataSource;
    private final Progress progress;
    private final Standardiser standardiser = Standardiser.french();

    DryPull(DataSource dataSource, Progress progress) {
        this.dataSource = dataSource;
        this.progress = progress;
    }

    PullReport run(List<ConfiguredSource> sources, boolean full) {
        Map<String, Map<String, Integer>> known = known(sources);
        List<SourceReport> reports = new ArrayList<>();
        for (ConfiguredSource source : sources) {
            SourceReport report = new SourceReport(source);
            Map<String, Integer> left = known.getOrDefault(source.source().name(), Map.of());
            int before = left.size();
            read(source, report, left, full);
            left.keySet().removeIf(report::hasSetAside);
            new DeletionGuard(false).judge(report, left.size(), before, () -> report.deleted(left.size()));
            reports.add(report);
        }
        progress.end();
        BaseCounts counts = new BaseCounts(dataSource);
        return new PullReport(reports, 0, counts.toReview(), counts.citizens());
    }

    private void read(ConfiguredSource source, SourceReport report, Map<String, Integer> left, boolean full) {
        ExtractReader reader = new ExtractReader(source, report, progress);
        reader.open(new ExecutionContext());
        for (Reading reading = reader.read(); reading != null; reading = reader.read()) {
            if (reading instanceof QuarantinedRow row) {
                report.quarantined(row);
            } else {
                count((MappedRow) reading, report, left, full);
            }
        }
        reader.close();
    }

    private void count(MappedRow row, SourceReport report, Map<String, Integer> left, boolean full) {
        CitizenRecord record = row.record();
        Set<Flaw> flaws = new LinkedHashSet<>(row.flaws());
        flaws.addAll(standardiser.standardise(record).flaws());
        report.flawed(row.line(), flaws);
        Integer hash = left.remove(record.key().id());
        boolean same =
                hash != null && hash == Standardiser.withoutForbidden(record).hashCode() && !full;
        report.kept(hash == null ? 1 : 0, hash != null && !same ? 1 : 0, same ? 1 : 0);
    }

    /** By source and identifier a hash of what the base keeps: enough to count by, and small. */
    private Map<String, Map<String, Integer>> known(List<ConfiguredSource> sources) {
        Map<String, Map<String, Integer>> known = new TreeMap<>();
        sources.forEach(source -> known.put(source.source().name(), new HashMap<>()));
        new PostgresBulkBase(dataSource).records(stored -> {
            CitizenRecord record = stored.record();
            Map<String, Integer> ofSource = known.get(record.key().source());
            if (ofSource != null) {
                ofSource.put(record.key().id(), record.hashCode());
            }
        });
        return known;
    }
}
