package fr.unefois.mdm.batch.pull;

import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.Intake;
import java.util.ArrayList;
import java.util.List;

/** Deletes what a complete snapshot no longer has, where the guard lets it. */
record Deletions(Intake intake, long run, DeletionGuard guard) {
    private static final int AT_ONCE = 1000;

    void of(SourceReport report) {
        List<SourceKey> absent = new ArrayList<>(intake.absent(report.source(), run));
        absent.removeIf(key -> report.hasSetAside(key.id()));
        long before = intake.count(report.source()) - report.newRecords();
        guard.judge(report, absent.size(), before, () -> {
            for (int from = 0; from < absent.size(); from += AT_ONCE) {
                report.deleted(intake.delete(absent.subList(from, Math.min(absent.size(), from + AT_ONCE))));
            }
        });
    }
}
