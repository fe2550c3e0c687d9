package fr.unefois.mdm.block;

import fr.unefois.mdm.standardise.Dictionary;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a field makes of each distinct value of a column, hashed once. Most fields make one text or none of a value. */
final class CodedHashes {
    /** By code; 0 for a value of which the field makes no text. */
    private final long[] first;
    /** By code all hashes of what cannot be told in one; empty where that is no value. */
    private final long[][] several;

    <T> CodedHashes(Dictionary<T> values, Function<T, List<String>> field) {
        long[] one = new long[values.size()];
        long[][] more = new long[values.size()][];
        IntStream codes = IntStream.range(0, one.length);
        (one.length > 1000 ? codes.parallel() : codes).forEach(code -> {
            List<String> texts = field.apply(values.value(code));
            one[code] = texts.isEmpty() ? 0 : KeyHash.of(texts.get(0));
            if (texts.size() > 1 || (texts.size() == 1 && one[code] == 0)) {
                more[code] = texts.stream().mapToLong(KeyHash::of).toArray();
            }
        });
        first = one;
        several = Stream.of(more).allMatch(Objects::isNull) ? new long[0][] : more;
    }

    /** @param code of a value, or negative for none */
    void read(int code, Hashes into) {
        if (code < 0) {
            return;
        }
        if (several.length > 0 && several[code] != null) {
            into.addAll(several[code]);
        } else if (first[code] != 0) {
            into.add(first[code]);
        }
    }
}
