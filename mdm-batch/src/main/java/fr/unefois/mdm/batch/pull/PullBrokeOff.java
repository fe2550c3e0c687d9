package fr.unefois.mdm.batch.pull;

/** A run could not go to its end, for a reason that is no source's: the database, the disk, a fault of ours. */
final class PullBrokeOff extends RuntimeException {
    private static final long serialVersionUID = 1;

    PullBrokeOff(Throwable cause) {
        super("the pull broke off; pull again to go on where it stopped", cause);
    }
}
