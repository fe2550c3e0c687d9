package fr.unefois.mdm.api;

import fr.unefois.mdm.command.Command;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;

/**
 * The main of the executable jar: runs the one command that is asked for. It touches no Spring class itself, so that a
 * command that needs no server starts at once.
 */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Charset charset = charset(System.getProperty("native.encoding", ""));
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset));
        System.exit(run(
                Commands.found(Main.class.getClassLoader()),
                home(System.getenv()),
                new PrintWriter(new OutputStreamWriter(System.out, charset), true),
                new PrintWriter(new OutputStreamWriter(System.err, charset), true),
                args));
    }

    /** Runs one command line and returns its exit code, as {@link Command} defines it. */
    static int run(Commands commands, Path home, PrintWriter out, PrintWriter err, String... args) {
        String[] asked = args.length == 0 ? new String[] {"help"} : args;
        Failures failures = new Failures(home);
        CommandLine line = commands.line(failures, asked).setOut(out).setErr(err);
        try {
            return line.execute(asked);
        } catch (Error e) { // picocli lets them pass; the person at the terminal needs a line all the same
            return failures.handle(e, asked[0], err);
        }
    }

    /** The folder of everything this installation keeps: {@code $MDM_HOME}, or {@code var} here. */
    static Path home(Map<String, String> environment) {
        String home = environment.getOrDefault("MDM_HOME", "");
        return Path.of(home.isBlank() ? "var" : home).toAbsolutePath();
    }

    /** The terminal's own; but UTF-8 under {@code LANG=C}, where every accent would become a question mark. */
    static Charset charset(String nativeEncoding) {
        boolean known = !nativeEncoding.isEmpty() && Charset.isSupported(nativeEncoding);
        Charset terminal = known ? Charset.forName(nativeEncoding) : StandardCharsets.UTF_8;
        return terminal.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : terminal;
    }
}
