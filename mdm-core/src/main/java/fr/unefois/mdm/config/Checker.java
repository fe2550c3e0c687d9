package fr.unefois.mdm.config;

import java.nio.file.Path;

/**
 * Checks one part of the configuration before anything runs; every module offers its own, found by
 * {@link java.util.ServiceLoader}. A checker reports faults and changes nothing.
 */
public interface Checker {
    /** @param config the configuration folder; a file that is absent from it is no fault */
    void check(Path config, Faults faults);
}
