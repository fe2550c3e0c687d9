package fr.unefois.mdm.block;

import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.config.Yaml;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * The rules under which two records become candidates: they share a key of at least one rule. A key is 64 bits: a hash
 * of the rule's name and its fields' values, the same on every machine and in every version of Java.
 *
 * <p>A key whose block is too large is hot: it gives way to finer keys, each with the value of one more field; a finer key
 * that is hot itself gives way to none. The hot keys are part of the rules, so whether two records meet depends on these two
 * records and the rules alone.
 */
public final class BlockingRules {
    private static final int LIMIT = 200;

    /** A key's rule is noted in a byte; some are left for those that are added. */
    private static final int MOST_RULES = 100;

    private static final String FILE = "blocking-rules.yml";
    private static final BlockingRules FRENCH = shipped();

    private final List<BlockingRule> rules;
    private final FieldTable table;
    private final long[] hot;
    private final LongSet hotSet;

    private BlockingRules(List<BlockingRule> rules, long[] hot) {
        this.rules = List.copyOf(rules);
        this.table = new FieldTable(this.rules);
        this.hot = hot;
        this.hotSet = new LongSet(hot);
    }

    /** The default rules for French citizens, without hot keys. */
    public static BlockingRules french() {
        return FRENCH;
    }

    /** No rule at all, to add to. */
    public static BlockingRules none() {
        return new BlockingRules(List.of(), new long[0]);
    }

    /** The rules and hot keys that a model's file lists; the rules of {@code otherwise} where it lists none. */
    public static BlockingRules read(Section file, BlockingRules otherwise) {
        List<BlockingRule> rules = new ArrayList<>();
        Set<String> declared = file.section("attributes").keys();
        for (Section one : file.sections("blocking")) {
            String on = one.requiredText("on");
            int limit = one.integer("limit", LIMIT);
            String refine = one.text("refine").orElse(BlockingRule.NONE);
            for (String word : (on + '+' + refine).split("\\+", -1)) {
                Field.meant(word.strip(), declared)
                        .ifPresent(meant -> one.fault("`" + word.strip() + "` is no field to block on, perhaps `"
                                + meant + "` is meant; an attribute of one's own is declared under `attributes`"));
            }
            if (limit < 1) {
                one.faultAt("limit", "`limit` is a number of records, 1 or more");
            }
            try {
                rules.add(BlockingRule.of(on, refine, limit));
            } catch (IllegalArgumentException e) {
                one.fault(String.valueOf(e.getMessage()));
            }
            one.end();
        }
        if (rules.size() > MOST_RULES) {
            file.faultAt("blocking", "`blocking` lists at most " + MOST_RULES + " rules");
        }
        BlockingRules read = rules.isEmpty() ? otherwise : new BlockingRules(rules, new long[0]);
        return read.withHot(hot(file));
    }

    private static long[] hot(Section file) {
        List<Long> hot = new ArrayList<>();
        for (String key : file.texts("hot")) {
            try {
                hot.add(Long.parseUnsignedLong(key, 16));
            } catch (NumberFormatException e) {
                file.faultAt("hot", "`hot` lists keys of 16 hexadecimal digits, as `estimate` writes them");
            }
        }
        return hot.stream().mapToLong(Long::longValue).toArray();
    }

    private static BlockingRules shipped() {
        try (InputStream stream = BlockingRules.class.getResourceAsStream(FILE)) {
            if (stream == null) {
                throw new IllegalStateException(FILE + " is not in the jar");
            }
            Faults faults = new Faults();
            Section file = Yaml.read(FILE, new String(stream.readAllBytes(), StandardCharsets.UTF_8), Map.of(), faults);
            BlockingRules rules = read(file, new BlockingRules(List.of(), new long[0]));
            file.end();
            faults.throwIfAny();
            return rules;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same rules and one more; a rule that is there already stays as it is.
     *
     * @param on the fields whose values two records share, joined by {@code +}
     * @param refine the field that is added where a block has more than {@code limit} records; empty for none
     */
    public BlockingRules with(String on, String refine, int limit) {
        BlockingRule rule = BlockingRule.of(on, refine, limit);
        if (rules.stream().anyMatch(known -> known.name().equals(rule.name()))) {
            return this;
        }
        List<BlockingRule> more = new ArrayList<>(rules);
        more.add(rule);
        return new BlockingRules(more, hot);
    }

    /** The same rules, with these keys refined. */
    public BlockingRules withHot(long[] keys) {
        if (keys.length == 0) {
            return this;
        }
        return new BlockingRules(
                rules,
                LongStream.concat(Arrays.stream(hot), Arrays.stream(keys))
                        .sorted()
                        .distinct()
                        .toArray());
    }

    /** The rules as a model's file lists them, a line each. */
    public List<String> lines() {
        return rules.stream().map(BlockingRule::line).toList();
    }

    /** A hash of the rules and of what they refine. */
    public long fingerprint() {
        long hash = Arrays.hashCode(hot);
        for (BlockingRule rule : rules) {
            hash = KeyHash.then(KeyHash.then(hash + rule.limit(), KeyHash.of(rule.name())), KeyHash.of(rule.refine()));
        }
        return hash;
    }

    /** The keys of blocks that are too large, sorted. */
    public long[] hot() {
        return hot.clone();
    }

    public List<String> names() {
        return rules.stream().map(BlockingRule::name).toList();
    }

    /** The comparisons whose outcome one rule, by its place among the names, leaves no freedom. */
    public Set<String> comparisons(int rule) {
        Set<String> comparisons = new TreeSet<>();
        rules.get(rule).fields().forEach(field -> comparisons.addAll(field.comparisons()));
        return comparisons;
    }

    /** The block of no rule is too large below this. */
    public int smallestLimit() {
        return rules.stream().mapToInt(BlockingRule::limit).min().orElse(LIMIT);
    }

    /** More records than this are too many in a block of the rule, by its place among the names. */
    public int limit(int rule) {
        return rules.get(rule).limit();
    }

    /** A refined block has room for so many. */
    public static int refinedLimit() {
        return LIMIT;
    }

    /** The rules over records in columns. */
    public KeyedColumns over(Columns columns) {
        return new KeyedColumns(table, hotSet, columns);
    }

    /** The record's keys, sorted, each once; a rule with a missing field gives none. */
    public long[] keys(StandardRecord record) {
        KeyReader reader = over(Columns.of(List.of(record))).reader();
        reader.read(0);
        return reader.keys();
    }

    /** The record's keys of one rule, by its place among the names; sorted, each once. */
    public long[] keys(int rule, StandardRecord record) {
        KeyReader reader = over(Columns.of(List.of(record))).reader();
        reader.read(0, rule);
        return reader.keys();
    }

    /** The names of the rules under which the two records meet, in the rules' order. */
    public List<String> meeting(StandardRecord left, StandardRecord right) {
        List<String> names = new ArrayList<>();
        for (int rule = 0; rule < rules.size(); rule++) {
            long[] keys = keys(rule, right);
            if (Arrays.stream(keys(rule, left)).anyMatch(key -> Arrays.binarySearch(keys, key) >= 0)) {
                names.add(rules.get(rule).name());
            }
        }
        return names;
    }
}
