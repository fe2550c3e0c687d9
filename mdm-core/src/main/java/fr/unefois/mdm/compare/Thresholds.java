package fr.unefois.mdm.compare;

/**
 * The three zones, in thousandths of a bit of match weight.
 *
 * @param match from here on two records are linked without asking
 * @param review from here up to {@code match} a steward is asked
 * @param objection where a personal comparison says so little or less of a union, a steward is asked, whatever the rest
 * @param rival by how much a union must be better than that of one of the two with a third cluster that is another
 *     person than the other beyond doubt: where two people may both be meant, a steward is asked; 0 where that is never asked
 * @param floor below this a pair is no edge at all: it holds no component together
 */
public record Thresholds(int match, int review, int objection, int rival, int floor) {
    /** No objection keeps two records apart that weigh enough. */
    public static final int NONE = Integer.MIN_VALUE / 1000;

    public Thresholds {
        if (match < review || review < floor) {
            throw new IllegalArgumentException("thresholds descend from match to review to floor");
        }
    }
}
