package fr.unefois.mdm.batch;

import java.io.Console;

/** Whether a person watches. */
final class Terminal {
    private Terminal() {}

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
