package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.config.Yaml;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.estimate.Counting;
import fr.unefois.mdm.estimate.Estimation;
import fr.unefois.mdm.standardise.StandardRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model weighs the pairs; shared by the commands over files. */
final class ModelOption {
    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Weights, prior and thresholds that differ from the default French model.")
    @Nullable
    Path file;

    @Option(
            names = "--no-estimate",
            description = "Use the weights of the model as they are; only frequencies and prior are taken from the data.")
    boolean fixed;

    /** The model as configured; every fault is reported at once. */
    LinkageModel read() {
        if (file == null) {
            return LinkageModel.french();
        }
        if (!Files.isRegularFile(file)) {
            throw new Unusable(Command.WRONG_USAGE, file + ": is no file; check --model");
        }
        Faults faults = new Faults();
        Section section = Yaml.read(file, faults);
        LinkageModel model = LinkageModel.read(section);
        faults.throwIfAny();
        return model;
    }

    /** The model with frequencies, prior and, unless the file gives them, weights of the records at hand. */
    LinkageModel fitted(LinkageModel model, List<StandardRecord> records) {
        if (!fixed && file == null) {
            return Estimation.learn(model.withAttributes(guess(records)).withRules(fr.unefois.mdm.estimate.RuleChoice.of(model.rules(), guess(records), records.size())), records, Scope.LINK_AND_DEDUPE);
        }
        return model.withFrequencies(Counting.frequencies(records)).forRecords(records.size());
    }

    static java.util.Map<fr.unefois.mdm.record.Attribute, fr.unefois.mdm.record.AttributeType> guess(List<StandardRecord> records) {
        java.util.Map<fr.unefois.mdm.record.Attribute, java.util.Map<String, Integer>> v = new java.util.TreeMap<>();
        records.forEach(r -> r.others().forEach((a, x) -> v.computeIfAbsent(a, k -> new java.util.HashMap<>()).merge(x, 1, Integer::sum)));
        java.util.Map<fr.unefois.mdm.record.Attribute, fr.unefois.mdm.record.AttributeType> t = new java.util.TreeMap<>();
        v.forEach((a, m) -> {
            boolean digits = m.keySet().stream().allMatch(x -> x.matches("[0-9 ]+"));
            double per = m.size() / (double) m.values().stream().mapToInt(x -> x).sum();
            t.put(a, m.size() < 30 ? fr.unefois.mdm.record.AttributeType.CATEGORY : digits ? (per > .3 ? fr.unefois.mdm.record.AttributeType.IDENTIFIER : fr.unefois.mdm.record.AttributeType.NUMBER) : fr.unefois.mdm.record.AttributeType.TEXT);
        });
        return t;
    }
}
