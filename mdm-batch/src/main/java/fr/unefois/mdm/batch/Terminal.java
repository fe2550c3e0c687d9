package fr.unefois.mdm.batch;

import fr.unefois.mdm.command.Progress;
import java.io.Console;
import java.io.PrintWriter;

/** Where a command shows how far it is, and whether a person watches. */
public final class Terminal {
    private Terminal() {}

    /** What fits where the output goes: JSON lines when asked for, a bar on a terminal, else nothing. */
    public static Progress progress(boolean json, PrintWriter out) {
        if (json) {
            return new JsonProgress(out);
        }
        return isThere() ? new BarProgress() : new Progress.Silence();
    }

    @SuppressWarnings("SystemConsoleNull") // it does return null before Java 22, and we run there as well
    static boolean isThere() {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            // From Java 22 on there may be a console without a terminal behind it.
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
