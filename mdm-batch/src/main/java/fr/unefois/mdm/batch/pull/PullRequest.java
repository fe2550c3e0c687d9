package fr.unefois.mdm.batch.pull;

/**
 * How to pull.
 *
 * @param full takes every record for changed, whatever its hash says
 * @param acceptDeletions deletes what the sources no longer have, however much it is
 * @param requestedBy who asked, for the run's record
 */
record PullRequest(boolean full, boolean acceptDeletions, String requestedBy) {}
