package fr.unefois.mdm.batch.bench;

/** What a figure's median should come to. */
public record Goal(Side side, double bound) {
    /** On which side of the bound the figure should be. */
    public enum Side {
        AT_MOST("≤"),
        AT_LEAST("≥");

        private final String sign;

        Side(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    public static Goal atMost(double bound) {
        return new Goal(Side.AT_MOST, bound);
    }

    public static Goal atLeast(double bound) {
        return new Goal(Side.AT_LEAST, bound);
    }

    public boolean isReachedBy(double value) {
        return switch (side) {
            case AT_MOST -> value <= bound;
            case AT_LEAST -> value >= bound;
        };
    }

    String in(Unit unit) {
        return side.sign() + " " + unit.show(bound);
    }
}
