package fr.unefois.mdm.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used; every fault is named. A command ends with exit code 2. */
public final class InvalidConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    public InvalidConfiguration(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining("\n")));
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
