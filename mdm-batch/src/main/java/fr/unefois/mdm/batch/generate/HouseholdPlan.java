package fr.unefois.mdm.batch.generate;

/** Who makes up a household, drawn before anything else, so that citizens can be counted without being composed. */
record HouseholdPlan(boolean couple, int children) {
    private static final int[] CHILDREN_UP_TO = {38, 78, 93, 98, 100};

    static HouseholdPlan draw(Dice dice) {
        int kind = dice.below(100);
        if (kind < 33) {
            return new HouseholdPlan(false, 0);
        }
        if (kind < 55) {
            return new HouseholdPlan(true, 0);
        }
        return new HouseholdPlan(kind < 89, children(dice.below(100)));
    }

    private static int children(int ticket) {
        int children = 1;
        while (ticket >= CHILDREN_UP_TO[children - 1]) {
            children++;
        }
        return children;
    }

    int size() {
        return (couple ? 2 : 1) + children;
    }
}
