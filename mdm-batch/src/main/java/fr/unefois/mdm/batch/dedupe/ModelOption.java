package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.config.Yaml;
import fr.unefois.mdm.estimate.Counting;
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

    /** The model with frequencies and prior of the records at hand. */
    LinkageModel fitted(LinkageModel model, List<StandardRecord> records) {
        return model.withFrequencies(Counting.frequencies(records)).forRecords(records.size());
    }
}
