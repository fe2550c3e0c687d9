package fr.unefois.mdm.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Spec;

/** What stands before the command's name. */
@CommandLine.Command(
        name = "mdm",
        description = "One reference of its citizens for a local authority: dites-le-nous une fois.",
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Root.Version.class,
        footer = {"", "mdm COMMAND --help explains one of them. Start with: mdm demo"})
final class Root implements Runnable {
    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this.")
    boolean help;

    @CommandLine.Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Prints the version.")
    boolean version;

    @Override
    public void run() {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        line.usage(line.getOut());
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Root.class.getPackage().getImplementationVersion();
            return new String[] {
                "mdm " + Objects.requireNonNullElse(version, "(not packaged)") + " on Java " + Runtime.version()
            };
        }
    }
}
