package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.bulk.BlockingProfile;
import fr.unefois.mdm.bulk.Blocks;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.command.Heap;
import fr.unefois.mdm.command.Phase;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.config.Yaml;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Scope;
import fr.unefois.mdm.estimate.Counting;
import fr.unefois.mdm.estimate.Estimation;
import fr.unefois.mdm.estimate.RuleChoice;
import fr.unefois.mdm.standardise.Columns;
import java.nio.file.Files;
import java.nio.file.Path;
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
            description =
                    "Use the weights of the model as they are; only frequencies and prior are taken from the data.")
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

    /** The model with the blocks that are too large among these records frozen in its rules. */
    static LinkageModel frozen(LinkageModel model, Columns columns) {
        return model.withRules(
                model.rules().withHot(BlockingProfile.of(model.rules(), columns).hot()));
    }

    /** @param blocks of the people under the model's rules */
    record Fitted(LinkageModel model, Blocks blocks) {}

    /** The model with frequencies, prior and, unless the file gives them, weights of the people at hand. */
    Fitted fitted(LinkageModel given, People people, Scope scope, Progress progress) {
        LinkageModel model = given.withAttributes(people.attributes());
        model = model.withRules(RuleChoice.of(model.rules(), people.attributes(), people.records()));
        Blocks blocks = blocks(model, people, progress);
        LinkageModel fitted = fixed || file != null
                ? model.withFrequencies(Counting.frequencies(people.columns())).forRecords(people.size())
                : Estimation.learn(model, blocks, scope, Judgements.none(), progress);
        return new Fitted(fitted, blocks);
    }

    private static Blocks blocks(LinkageModel model, People people, Progress progress) {
        try (Phase phase = Phase.begin(progress, "block", people.size())) {
            Heap.settle();
            Blocks blocks = Blocks.of(model.rules(), people.columns());
            Heap.settle();
            phase.at(people.size());
            return blocks;
        }
    }
}
