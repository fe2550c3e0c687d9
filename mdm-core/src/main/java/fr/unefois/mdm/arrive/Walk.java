package fr.unefois.mdm.arrive;

import fr.unefois.mdm.block.BlockingRules;
import fr.unefois.mdm.block.KeyReader;
import fr.unefois.mdm.block.KeyedColumns;
import fr.unefois.mdm.compare.Frequencies;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Yaml;
import fr.unefois.mdm.decide.Certified;
import fr.unefois.mdm.golden.Survivorship;
import fr.unefois.mdm.golden.SurvivorshipRules;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.standardise.Standardiser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The steps of the walk, as one configuration sets them. */
public record Walk(Standardiser standardiser, BlockingRules rules, LinkageModel model, Survivorship survivorship) {
    private static final String MODEL = "linkage-model.yml";

    /** The shipped French standardiser, rules and model over these sources. */
    public static Walk french(Map<String, Source> sources) {
        return of(LinkageModel.french(), new Survivorship(sources));
    }

    /** The walk that a folder asks for: what {@code linkage-model.yml} and {@code citizen.yml} say, over what is shipped. */
    public static Walk read(Path config, Map<String, Source> sources, Faults faults) {
        Path file = config.resolve(MODEL);
        LinkageModel model = Files.exists(file) ? LinkageModel.read(Yaml.read(file, faults)) : LinkageModel.french();
        return of(model, new Survivorship(sources, SurvivorshipRules.read(config, faults)));
    }

    /** The text of the folder's {@code linkage-model.yml}; empty where it asks for the shipped model. */
    public static String modelText(Path config) {
        Path file = config.resolve(MODEL);
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The same steps under the model of such a text. */
    public Walk with(String modelText) {
        Faults faults = new Faults();
        LinkageModel other = modelText.isEmpty()
                ? LinkageModel.french()
                : LinkageModel.read(Yaml.read(MODEL, modelText, System.getenv(), faults));
        faults.throwIfAny();
        return new Walk(standardiser, other.rules(), other, survivorship);
    }

    /** The same for a base that has grown to so many records, see {@link LinkageModel#grownTo}. */
    public Walk grownTo(int records) {
        return new Walk(standardiser, rules, model.grownTo(records), survivorship);
    }

    /** The same where values are as frequent as they were counted. */
    public Walk withFrequencies(Frequencies counted) {
        return new Walk(standardiser, rules, model.withFrequencies(counted), survivorship);
    }

    /** The same where these blocks are too large, besides those that the rules hold already. */
    public Walk withHot(long[] keys) {
        BlockingRules refined = rules.withHot(keys);
        return new Walk(standardiser, refined, model.withRules(refined), survivorship);
    }

    private static Walk of(LinkageModel model, Survivorship survivorship) {
        return new Walk(Standardiser.french(), model.rules(), model, survivorship);
    }

    /** Each record's blocking keys, sorted. Asked for many records at once they cost a fraction. */
    public long[][] keys(List<StandardRecord> records) {
        Columns columns = Columns.of(records);
        return keys(rules.over(columns), columns.positions());
    }

    /** Which sources have seen proof of what they say. */
    public Certified certified() {
        return Certified.of(survivorship.sources());
    }

    static long[][] keys(KeyedColumns keyed, IntStream positions) {
        KeyReader reader = keyed.reader();
        return positions
                .mapToObj(position -> {
                    long[] keys = new long[reader.read(position)];
                    Arrays.setAll(keys, reader::key);
                    return keys;
                })
                .toArray(long[][]::new);
    }
}
