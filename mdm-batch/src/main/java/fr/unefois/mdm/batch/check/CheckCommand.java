package fr.unefois.mdm.batch.check;

import fr.unefois.mdm.batch.ConfigOption;
import fr.unefois.mdm.batch.ConfiguredSources;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.config.Checker;
import fr.unefois.mdm.config.Fault;
import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.connectors.ConfiguredSource;
import fr.unefois.mdm.connectors.UnreadableSource;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code check}: every fault of the configuration at once. */
@CommandLine.Command(
        name = "check",
        description = "Checks the whole configuration: every fault at once, with file and line.")
public final class CheckCommand implements Command {
    private static final Comparator<Fault> BY_PLACE =
            Comparator.comparing(Fault::file).thenComparingInt(Fault::line);

    @Option(
            names = "--sample",
            paramLabel = "SOURCE",
            description = "Reads the source's first rows and says what they map to, without showing a value.")
    @Nullable
    String sample;

    @Mixin
    ConfigOption config = new ConfigOption();

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Path folder = config.folder();
        Faults faults = new Faults();
        ServiceLoader.load(Checker.class, CheckCommand.class.getClassLoader())
                .forEach(checker -> checker.check(folder, faults));
        if (!faults.none()) {
            List<Fault> sorted =
                    faults.all().stream().distinct().sorted(BY_PLACE).toList();
            sorted.forEach(line.getErr()::println);
            return WRONG_USAGE;
        }
        if (sample == null) {
            line.getOut().println("The configuration in " + folder + " is without fault.");
            return DONE;
        }
        ConfiguredSource source =
                ConfiguredSources.read(folder).named(List.of(sample)).get(0);
        try {
            new Sample(source).lines().forEach(line.getOut()::println);
            return DONE;
        } catch (UnreadableSource e) {
            line.getErr().println(e.getMessage());
            return FAILED;
        }
    }
}
