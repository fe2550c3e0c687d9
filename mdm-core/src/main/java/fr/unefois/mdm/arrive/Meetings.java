package fr.unefois.mdm.arrive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Which records share a blocking key. In a large component each asks its blocks alone, not every other record. */
final class Meetings {
    /** So few are looked at pair by pair sooner than their blocks are gathered. */
    static final int FEW = 32;

    private final long[][] keys;
    private final Map<Long, List<Integer>> blocks = new HashMap<>();
    private final int[] askedBy;

    /** @param keys of each record, sorted */
    Meetings(long[][] keys) {
        this.keys = keys;
        this.askedBy = new int[keys.length];
        Arrays.fill(askedBy, -1);
        if (keys.length > FEW) {
            for (int record = 0; record < keys.length; record++) {
                for (long key : keys[record]) {
                    blocks.computeIfAbsent(key, none -> new ArrayList<>(2)).add(record);
                }
            }
        }
    }

    /** The records after this one that share a key with it, in order. */
    int[] after(int record) {
        return keys.length > FEW ? inBlocks(record) : oneByOne(record);
    }

    private int[] oneByOne(int record) {
        return IntStream.range(record + 1, keys.length)
                .filter(other -> meet(keys[record], keys[other]))
                .toArray();
    }

    private int[] inBlocks(int record) {
        IntStream.Builder met = IntStream.builder();
        for (long key : keys[record]) {
            List<Integer> block = blocks.getOrDefault(key, List.of());
            for (int at = block.size() - 1; at >= 0 && block.get(at) > record; at--) {
                int other = block.get(at);
                if (askedBy[other] != record) {
                    askedBy[other] = record;
                    met.add(other);
                }
            }
        }
        return met.build().sorted().toArray();
    }

    private static boolean meet(long[] one, long[] other) {
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            if (one[i] == other[j]) {
                return true;
            }
            if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        return false;
    }
}
