package fr.unefois.mdm.block;

import fr.unefois.mdm.standardise.Dictionary;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What a field makes of each distinct value of a column, hashed once. */
final class CodedHashes {
    private static final long[] NONE = {};

    private final long[][] byCode;

    <T> CodedHashes(Dictionary<T> values, Function<T, List<String>> field) {
        byCode = new long[values.size()][];
        IntStream codes = IntStream.range(0, byCode.length);
        (byCode.length > 1000 ? codes.parallel() : codes)
                .forEach(code -> byCode[code] = hashes(field.apply(values.value(code))));
    }

    private static long[] hashes(List<String> texts) {
        return texts.isEmpty() ? NONE : texts.stream().mapToLong(KeyHash::of).toArray();
    }

    /** @param code of a value, or negative for none */
    long[] of(int code) {
        return code < 0 ? NONE : byCode[code];
    }
}
