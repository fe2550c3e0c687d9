package fr.unefois.mdm.block;

import fr.unefois.mdm.standardise.StandardRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The rules under which two records become candidates: they share a key of at least one rule. A key is 64 bits: a hash
 * of the rule's name and its fields' values, the same on every machine and in every version of Java.
 *
 * <p>A key whose block is too large is hot: it gives way to finer keys, each with the value of one more field. The hot
 * keys are part of the rules, so whether two records meet depends on these two records and the rules alone.
 */
public final class BlockingRules {
    private static final int LIMIT = 200;

    private final List<BlockingRule> rules;
    private final long[] seeds;
    private final long[] hot;

    private BlockingRules(List<BlockingRule> rules, long[] hot) {
        this.rules = List.copyOf(rules);
        this.seeds = rules.stream().mapToLong(BlockingRule::seed).toArray();
        this.hot = hot;
    }

    /** The default rules for French citizens, without hot keys. */
    public static BlockingRules french() {
        return new BlockingRules(
                List.of(
                        BlockingRule.of("email", LIMIT, Field.FIRST, Field.EMAIL),
                        BlockingRule.of("phone", LIMIT, Field.FIRST, Field.PHONE),
                        BlockingRule.of("surname+date", LIMIT, Field.FIRST_3, Field.SURNAME, Field.DATE),
                        BlockingRule.of("first+date", LIMIT, Field.SURNAME_3, Field.FIRST, Field.DATE),
                        BlockingRule.of("name3+date", LIMIT, Field.POSTCODE, Field.NAME_3, Field.DATE),
                        BlockingRule.of(
                                "surname+first+year", LIMIT, Field.YEAR_MONTH, Field.SURNAME, Field.FIRST, Field.YEAR),
                        BlockingRule.of(
                                "surname+first+postcode",
                                LIMIT,
                                Field.STREET,
                                Field.SURNAME,
                                Field.FIRST,
                                Field.POSTCODE),
                        BlockingRule.of(
                                "surname4+first3+day",
                                LIMIT,
                                Field.YEAR,
                                Field.SURNAME_4,
                                Field.FIRST_3,
                                Field.MONTH_DAY),
                        BlockingRule.of("swapped+year", LIMIT, Field.YEAR_MONTH, Field.SORTED_NAMES, Field.YEAR),
                        BlockingRule.of("surname+month", LIMIT, Field.SEX, Field.SURNAME, Field.YEAR_MONTH),
                        BlockingRule.of("surname+street", LIMIT, Field.FIRST_3, Field.SURNAME, Field.STREET),
                        BlockingRule.of("first+house", LIMIT, Field.SURNAME_3, Field.FIRST, Field.HOUSE),
                        // Of a common name only the finer rules above are worth their pairs.
                        BlockingRule.of("surname+first", 40, Field.BIRTH_PLACE, Field.SURNAME, Field.FIRST),
                        BlockingRule.of("surname+first3", 40, Field.BIRTH_PLACE, Field.SURNAME, Field.FIRST_3),
                        BlockingRule.of("surname3+first", 40, Field.BIRTH_PLACE, Field.SURNAME_3, Field.FIRST)),
                new long[0]);
    }

    /** The same rules, with these keys refined. */
    public BlockingRules withHot(long[] keys) {
        return new BlockingRules(
                rules,
                LongStream.concat(Arrays.stream(hot), Arrays.stream(keys))
                        .sorted()
                        .distinct()
                        .toArray());
    }

    /** The keys that are refined, sorted. */
    public long[] hot() {
        return hot.clone();
    }

    public List<String> names() {
        return rules.stream().map(BlockingRule::name).toList();
    }

    /** The block of no rule is too large below this. */
    public int smallestLimit() {
        return rules.stream().mapToInt(BlockingRule::limit).min().orElse(LIMIT);
    }

    /** More records than this are too many under this key of the record; a refined key has the default limit. */
    public int limit(long key, StandardRecord record) {
        for (int rule = 0; rule < seeds.length; rule++) {
            if (Arrays.binarySearch(keys(rule, record), key) >= 0) {
                return rules.get(rule).limit();
            }
        }
        return LIMIT;
    }

    /** The record's keys, sorted, each once; a rule with a missing field gives none. */
    public long[] keys(StandardRecord record) {
        KeySet keys = new KeySet(record, hot);
        for (int rule = 0; rule < seeds.length; rule++) {
            keys.add(rules.get(rule), seeds[rule]);
        }
        return keys.sorted();
    }

    /** The record's keys of one rule, by its place among the names; sorted, each once. */
    public long[] keys(int rule, StandardRecord record) {
        KeySet keys = new KeySet(record, hot);
        keys.add(rules.get(rule), seeds[rule]);
        return keys.sorted();
    }

    /** The names of the rules under which the two records meet, in the rules' order. */
    public List<String> meeting(StandardRecord left, StandardRecord right) {
        List<String> names = new ArrayList<>();
        for (int rule = 0; rule < seeds.length; rule++) {
            long[] keys = keys(rule, right);
            if (Arrays.stream(keys(rule, left)).anyMatch(key -> Arrays.binarySearch(keys, key) >= 0)) {
                names.add(rules.get(rule).name());
            }
        }
        return names;
    }
}
