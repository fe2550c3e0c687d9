package fr.unefois.mdm.command;

import java.util.concurrent.Callable;

/**
 * One command of the launcher, found by {@link java.util.ServiceLoader} and described by picocli annotations on its
 * class. {@link #call()} returns the exit code: 0 done; 1 ran and something is wrong, the first line on stderr says
 * what; 2 wrong usage or configuration.
 */
public interface Command extends Callable<Integer> {
    int DONE = 0;
    int FAILED = 1;
    int WRONG_USAGE = 2;
}
