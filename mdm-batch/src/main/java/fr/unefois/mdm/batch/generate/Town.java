package fr.unefois.mdm.batch.generate;

/** What is asked for: so many citizens, by this seed, with sources of this quality. */
record Town(int citizens, long seed, ErrorLevel errors) {
    static final int FEWEST = Heroine.HOUSEHOLD;
    static final int MOST = 20_000_000;

    Town {
        if (citizens < FEWEST || citizens > MOST) {
            throw new IllegalArgumentException("citizens: between %d and %d".formatted(FEWEST, MOST));
        }
    }
}
