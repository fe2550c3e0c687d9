package fr.unefois.mdm.store;

import fr.unefois.mdm.record.CitizenRecord;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some records of an initial load as rows of its tables, and what is kept of them until they are linked. */
final class InitialRows {
    private static final byte[] NO_FLAWS = {'[', ']'};

    private final CopyBinary records = new CopyBinary(NextTables.named("source_record")
            + " (id, source, source_id, as_of, said, flaws, content_hash, first_run, last_run)");
    private final InitialRecords.Portion kept;

    private InitialRows(long first, long run, List<Incoming> incoming) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(512 * incoming.size());
        int[] ends = new int[incoming.size()];
        @Nullable Instant[] dates = new Instant[incoming.size()];
        for (int i = 0; i < ends.length; i++) {
            CitizenRecord record = incoming.get(i).record();
            byte[] said = RecordJson.saidBytes(record);
            all.writeBytes(said);
            ends[i] = all.size();
            dates[i] = record.asOf();
            row(first + i, run, incoming.get(i), said);
        }
        kept = new InitialRecords.Portion(all.toByteArray(), ends, dates);
    }

    /** @param first the identifier of the first of them */
    static InitialRows of(long first, long run, List<Incoming> incoming) {
        return new InitialRows(first, run, incoming);
    }

    private void row(long id, long run, Incoming incoming, byte[] said) {
        CitizenRecord record = incoming.record();
        records.row(9)
                .bigint(id)
                .text(record.key().source())
                .text(record.key().id())
                .timestamp(record.asOf())
                .jsonb(said)
                .jsonb(incoming.flaws().isEmpty() ? NO_FLAWS : RecordJson.flawBytes(incoming.flaws()))
                .raw(ContentHash.of(record, said))
                .bigint(run)
                .bigint(run);
    }

    InitialRecords.Portion kept() {
        return kept;
    }

    void send(CopyLots lots) throws SQLException {
        lots.add(records);
    }
}
