package fr.unefois.mdm.compare;

import java.util.List;

/** The levels of one comparison, in the order of their names, each with its place. */
final class Levels {
    private final String comparison;
    private final List<Level> levels;
    private final long[] plain;

    Levels(String comparison, List<Level> levels) {
        this.comparison = comparison;
        this.levels = List.copyOf(levels);
        this.plain = new long[levels.size()];
        for (int place = 0; place < plain.length; place++) {
            Level level = levels.get(place);
            plain[place] = EvidenceCode.of(place, level.weight(), level.household());
        }
    }

    /** Asking for a level that the shipped model does not have is a mistake in the code. */
    int place(String name) {
        for (int place = 0; place < levels.size(); place++) {
            if (levels.get(place).name().equals(name)) {
                return place;
            }
        }
        throw new IllegalStateException("the model has no level " + comparison + '.' + name);
    }

    /** The evidence of the level, where nothing is known of a value's frequency. */
    long evidence(int place) {
        return plain[place];
    }

    /**
     * The evidence of an agreement on a value that one person in 2^bits has: u is that frequency, and both weights
     * shift with it.
     *
     * @param bits in thousandths of a bit
     */
    long evidence(int place, int bits) {
        Level level = levels.get(place);
        int shift = Math.min(level.cap(), bits) - level.surprise();
        return EvidenceCode.of(place, level.weight() + shift, level.household() + shift);
    }

    int weight(int place) {
        return levels.get(place).weight();
    }

    int surprise(int place) {
        return levels.get(place).surprise();
    }

    /** The evidence with its names. */
    Evidence named(long evidence) {
        return EvidenceCode.isMissing(evidence)
                ? new Evidence(comparison, Evidence.MISSING, 0, 0)
                : new Evidence(
                        comparison,
                        levels.get(EvidenceCode.place(evidence)).name(),
                        EvidenceCode.weight(evidence),
                        EvidenceCode.household(evidence));
    }
}
