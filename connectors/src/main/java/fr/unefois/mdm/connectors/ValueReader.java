package fr.unefois.mdm.connectors;

import fr.unefois.mdm.record.Value;
import java.util.List;

/** What a row says of one attribute; nothing when it says nothing. */
interface ValueReader {
    List<Value> values(SourceRow row);
}
