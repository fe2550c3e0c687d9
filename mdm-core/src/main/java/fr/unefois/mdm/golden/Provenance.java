package fr.unefois.mdm.golden;

import fr.unefois.mdm.record.Certification;
import fr.unefois.mdm.record.SourceKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a golden value comes from: the record, how sure it is, and since when by the source's own date. */
public record Provenance(
        SourceKey record,
        Certification certification,
        @Nullable Instant asOf) {}
