package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.batch.dedupe.column.Misnamed;
import fr.unefois.mdm.batch.dedupe.file.UnreadableFile;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.config.InvalidConfiguration;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** Runs a command so that whatever is wrong is said in words on stderr, never as a stack trace. */
final class Reporting {
    private Reporting() {}

    /** @param spec null when the command is not run by the launcher */
    static int run(@Nullable CommandSpec spec, ToIntFunction<PrintWriter> work) {
        PrintWriter log = spec == null
                ? new PrintWriter(System.err, true, StandardCharsets.UTF_8)
                : spec.commandLine().getErr();
        try {
            return work.applyAsInt(log);
        } catch (Unusable e) {
            log.println(e.getMessage());
            return e.exitCode();
        } catch (UnreadableFile e) {
            log.println(e.getMessage());
            return Command.FAILED;
        } catch (InvalidConfiguration | Misnamed e) {
            log.println(e.getMessage());
            return Command.WRONG_USAGE;
        } catch (OutOfMemoryError e) {
            log.println(
                    "the memory that Java may take is full: set MDM_HEAP to more, on a machine that has as much free");
            return Command.FAILED;
        } finally {
            log.flush();
        }
    }

    static PrintWriter out(@Nullable CommandSpec spec) {
        return spec == null
                ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                : spec.commandLine().getOut();
    }
}
