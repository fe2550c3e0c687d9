package fr.unefois.mdm.store;

import fr.unefois.mdm.block.KeyReader;
import fr.unefois.mdm.block.KeyedColumns;
import java.sql.SQLException;
import java.util.Arrays;

/** The blocking keys of some records of an initial load as rows of its tables. */
final class InitialKeys {
    private final CopyBinary records = new CopyBinary(NextTables.named("record_keys") + " (record, keys)");
    private final CopyBinary keys = new CopyBinary(NextTables.named("blocking_key") + " (key, record)");

    private InitialKeys() {}

    /**
     * @param from the first position
     * @param to the last position, exclusive
     * @param id the identifier of the record at the first position; the others follow
     */
    static InitialKeys of(KeyedColumns keyed, int from, int to, long id) {
        InitialKeys rows = new InitialKeys();
        KeyReader reader = keyed.reader();
        for (int position = from; position < to; position++) {
            long record = id + position - from;
            long[] own = new long[reader.read(position)];
            Arrays.setAll(own, reader::key);
            rows.records.row(2).bigint(record).bigints(own);
            for (long key : own) {
                rows.keys.row(2).bigint(key).bigint(record);
            }
        }
        return rows;
    }

    void send(CopyLots lots) throws SQLException {
        lots.add(records);
        lots.add(keys);
    }
}
