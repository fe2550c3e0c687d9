package fr.unefois.mdm.batch;

import java.io.Console;

/** Whether a person watches. */
final class Terminal {
    private Terminal() {}

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
