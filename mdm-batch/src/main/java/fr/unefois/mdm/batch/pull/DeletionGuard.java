package fr.unefois.mdm.batch.pull;

/**
 * Stands before deletions: an export that broke off looks exactly like a town that moved away.
 *
 * @param accepted whether the person who pulls has said that it is right
 */
record DeletionGuard(boolean accepted) {
    private static final long ALWAYS_TOLERATED = 20;
    private static final double SHARE_TOLERATED = 0.10;

    /**
     * @param absent records of the base that the source does not have
     * @param before records that the base had of the source before the run
     * @param delete run where nothing speaks against it
     */
    void judge(SourceReport report, long absent, long before, Runnable delete) {
        if (!report.isComplete() || absent == 0) {
            return;
        }
        if (!accepted && isSuspicious(report, absent, before)) {
            report.failed(report.source() + ": stopped by the deletion guard: " + absent + " of " + before
                    + " records are missing in the source, and none of them is deleted; where that is right, pull again"
                    + " with --accept-deletions");
        } else if (!accepted && report.unidentifiedRows() > 0) {
            report.note(report.source() + ": " + absent + " records are missing in the source and kept, because "
                    + report.unidentifiedRows() + " quarantined rows have no identifier that can be read and may be"
                    + " theirs; mend them, or pull again with --accept-deletions");
        } else {
            delete.run();
        }
    }

    private static boolean isSuspicious(SourceReport report, long absent, long before) {
        return report.goodRows() == 0 || (absent > ALWAYS_TOLERATED && absent > before * SHARE_TOLERATED);
    }
}
