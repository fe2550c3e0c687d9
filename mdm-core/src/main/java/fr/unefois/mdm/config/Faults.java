package fr.unefois.mdm.config;

import java.util.ArrayList;
import java.util.List;

/** Collects every fault of a configuration, so that all are reported together. Not thread-safe. */
public final class Faults {
    private final List<Fault> all = new ArrayList<>();

    public void add(Fault fault) {
        all.add(fault);
    }

    public List<Fault> all() {
        return List.copyOf(all);
    }

    public boolean none() {
        return all.isEmpty();
    }

    /** @throws InvalidConfiguration with every fault, where there is one */
    public void throwIfAny() {
        if (!none()) {
            throw new InvalidConfiguration(all());
        }
    }
}
