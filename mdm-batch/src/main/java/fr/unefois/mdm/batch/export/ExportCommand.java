package fr.unefois.mdm.batch.export;

import fr.unefois.mdm.access.ReferenceKeys;
import fr.unefois.mdm.access.SectorReferences;
import fr.unefois.mdm.batch.DatabaseOption;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.DatabaseSettings;
import fr.unefois.mdm.store.Exports;
import fr.unefois.mdm.store.Role;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code export}: the base in files. It needs no configuration folder. */
@CommandLine.Command(name = "export", description = "Writes the base to files, in a stable order.")
public final class ExportCommand implements Command {
    @ArgGroup(exclusive = false, multiplicity = "1")
    Files files = new Files();

    @Mixin
    DatabaseOption database = new DatabaseOption();

    @Spec
    CommandLine.Model.@Nullable CommandSpec spec;

    static final class Files {
        @Option(
                names = "--clusters",
                paramLabel = "FILE",
                description = "CSV: source,source_id,cluster_id for every live source record that is linked.")
        @Nullable
        Path clusters;

        @Option(
                names = "--profiles",
                paramLabel = "FILE",
                description = "NDJSON: a golden record a line, with the provenance of each value.")
        @Nullable
        Path profiles;
    }

    @Override
    public Integer call() throws IOException {
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        Path home = DatabaseSettings.from(System.getenv(), null).home();
        SectorReferences references =
                new SectorReferences(ReferenceKeys.load(home, System.getenv()), SectorReferences.CONSOLE);
        try (Database open = database.open(Role.BATCH)) {
            Exports exports = new Exports(open.dataSource());
            if (files.clusters != null) {
                long rows = ClustersFile.write(files.clusters, exports, references);
                line.getErr().println(rows + " records written to " + files.clusters);
            }
            if (files.profiles != null) {
                long rows = ProfilesFile.write(files.profiles, exports, references);
                line.getErr().println(rows + " profiles written to " + files.profiles);
            }
        }
        return DONE;
    }
}
