package fr.unefois.mdm.api;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;

/**
 * What may be told of an exception. A library's message may quote a citizen's value (a database quotes the row it
 * refuses, a parser the text it cannot read), so only messages written here are repeated, and the system's about files
 * and hosts.
 */
final class Telling {
    private static final String OURS = "fr.unefois.";

    private Telling() {}

    /** One line for the person at the terminal. */
    static String firstLine(Throwable thrown) {
        Throwable e = thrown;
        while (e.getCause() != null && quotes(e, e.getCause())) {
            e = e.getCause();
        }
        String message = message(e).lines().findFirst().orElse("");
        if (e instanceof NoSuchFileException) {
            return message + ": there is no such file or folder";
        } else if (e instanceof AccessDeniedException) {
            return message + ": not allowed to open it";
        } else if (e instanceof FileAlreadyExistsException) {
            return message + ": exists already";
        } else if (e instanceof NotDirectoryException) {
            return message + ": is not a folder";
        }
        return message.isEmpty() ? "Failed unexpectedly: " + name(e) : message;
    }

    /** The exception's message where it cannot hold a citizen's value, otherwise nothing. */
    static String message(Throwable e) {
        String message = e.getMessage();
        boolean ownWords = e.getCause() == null || !quotes(e, e.getCause());
        return message != null && ownWords && isSafe(e) ? message : "";
    }

    /** Whether it only wraps its cause: Java then takes the cause's message over. */
    private static boolean quotes(Throwable e, Throwable cause) {
        return e.getMessage() == null || e.getMessage().equals(cause.toString());
    }

    /** The exception's kind, with the database's code where it has one. */
    static String name(Throwable e) {
        return e instanceof SQLException sql
                ? e.getClass().getName() + " (SQLSTATE " + sql.getSQLState() + ")"
                : e.getClass().getName();
    }

    private static boolean isSafe(Throwable e) {
        if (e instanceof SQLException) {
            return false;
        }
        return e.getClass().getName().startsWith(OURS)
                || e instanceof NullPointerException
                || e instanceof OutOfMemoryError
                || (e instanceof IOException && e.getClass().getName().matches("java\\.(io|net|nio\\.file)\\.\\w+"))
                || (e.getStackTrace().length > 0
                        && e.getStackTrace()[0].getClassName().startsWith(OURS));
    }
}
