package fr.unefois.mdm.batch.pull;

import fr.unefois.mdm.connectors.QuarantinedRow;
import fr.unefois.mdm.store.Incoming;

/** A row ready to be written. */
sealed interface Prepared {
    record Good(long line, Incoming incoming) implements Prepared {}

    record SetAside(QuarantinedRow row) implements Prepared {}
}
