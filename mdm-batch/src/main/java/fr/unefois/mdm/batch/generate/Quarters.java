package fr.unefois.mdm.batch.generate;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** Cuts the town into quarters, counting citizens without composing them. */
final class Quarters implements Iterator<Quarter> {
    private static final int CITIZENS = 6000;

    private final Households households;
    private final int citizens;
    private int number;
    private long household;
    private int citizen = Heroine.HOUSEHOLD + 1;
    private boolean begun;

    Quarters(Households households, int citizens) {
        this.households = households;
        this.citizens = citizens;
    }

    @Override
    public boolean hasNext() {
        return !begun || citizen <= citizens;
    }

    @Override
    public Quarter next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        begun = true;
        long firstHousehold = household;
        int first = citizen;
        while (citizen <= citizens && citizen - first < CITIZENS) {
            citizen += households.size(household);
            household++;
        }
        citizen = Math.min(citizen, citizens + 1);
        return new Quarter(number++, firstHousehold, first, citizen - 1);
    }
}
