package fr.unefois.mdm.connectors;

import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.record.SourceFile;

/** Knows how to read one kind of source system; found by {@link java.util.ServiceLoader} under its kind. */
public interface Connector {
    /** The word under {@code connector.kind} that chooses it: {@code csv}. */
    String kind();

    /** Reads and checks the {@code connector} section. Touches no source system: that is {@link Extract#read}'s part. */
    Extract extract(SourceFile file, Faults faults);
}
