package fr.unefois.mdm.access;

import fr.unefois.mdm.config.Fault;
import fr.unefois.mdm.config.Faults;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The contracts as their folder says now. A folder with a fault changes nothing: what was in force stays, the faults
 * are told, once for every change.
 */
public final class LiveContracts implements Supplier<Contracts> {
    private final Path config;
    private final Consumer<Collection<ServiceContract>> keep;
    private volatile Contracts inForce;
    private volatile List<Fault> told = List.of();

    /** @param keep called with all contracts whenever one of them is new, before any of them is in force */
    public LiveContracts(Path config, Contracts atStart, Consumer<Collection<ServiceContract>> keep) {
        this.config = config;
        this.keep = keep;
        keep.accept(atStart.all());
        this.inForce = atStart;
    }

    @Override
    public Contracts get() {
        return inForce;
    }

    /** Reads the folder again; answers the faults that keep it from being in force, the first time they are met. */
    public synchronized List<Fault> reload() {
        Faults faults = new Faults();
        Contracts read = Contracts.readAll(config, faults);
        if (!faults.all().isEmpty()) {
            boolean known = faults.all().equals(told);
            told = faults.all();
            return known ? List.of() : told;
        }
        told = List.of();
        if (!read.versions().equals(inForce.versions())) {
            keep.accept(read.all());
            inForce = read;
        }
        return List.of();
    }
}
