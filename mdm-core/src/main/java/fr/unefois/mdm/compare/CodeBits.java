package fr.unefois.mdm.compare;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** How rare each coded value is, in thousandths of a bit: worked out when it is first asked for. Threads may share it. */
final class CodeBits {
    private static final int UNKNOWN = Integer.MIN_VALUE;

    private final int[] bits;
    private final IntUnaryOperator frequency;

    CodeBits(int codes, IntUnaryOperator frequency) {
        this.bits = new int[codes];
        this.frequency = frequency;
        Arrays.fill(bits, UNKNOWN);
    }

    int of(int code) {
        int known = bits[code];
        if (known == UNKNOWN) {
            known = frequency.applyAsInt(code);
            bits[code] = known;
        }
        return known;
    }
}
