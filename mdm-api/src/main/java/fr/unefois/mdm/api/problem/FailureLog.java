package fr.unefois.mdm.api.problem;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs where something broke, without the exceptions' messages: a driver or a parser may have put a value there. */
public final class FailureLog {
    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    private static final int FRAMES = 25;

    private FailureLog() {}

    /** @param what failed, in words that hold no value: {@code a call} */
    public static void log(String what, Throwable failure) {
        StringBuilder trace = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            trace.append("\n").append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                trace.append("\n    at ").append(frames[i]);
            }
        }
        LOG.error("{} failed{}", what, trace);
    }
}
