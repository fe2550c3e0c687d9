package fr.unefois.mdm.store;

import fr.unefois.mdm.record.SourceKey;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What citizens consented to, each time with the words that they read; the latest word counts. */
public final class Consents {
    private static final String LATEST = """
            select distinct on (c.name) c.name, c.given, c.at
            from consent c join unnest(?::text[], ?::text[]) k (source, id)
              on k.source = c.source and k.id = c.source_id
            order by c.name, c.id desc
            """;

    private final DataSource dataSource;

    /** @param given false where it was refused or taken back */
    public record Consent(boolean given, Instant at) {}

    public Consents(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** By name the latest word of the citizen who has these records. */
    public Map<String, Consent> of(Collection<SourceKey> records) {
        return Transactions.run(dataSource, "reading consents", connection -> {
            Map<String, Consent> latest = new TreeMap<>();
            Sql.query(
                    connection,
                    LATEST,
                    row -> latest.put(
                                    row.getString("name"),
                                    new Consent(
                                            row.getBoolean("given"),
                                            row.getObject("at", java.time.OffsetDateTime.class)
                                                    .toInstant()))
                            == null,
                    records.stream().map(SourceKey::source).toArray(String[]::new),
                    records.stream().map(SourceKey::id).toArray(String[]::new));
            return latest;
        });
    }

    /** @param wording what the citizen read when they said so */
    public void record(SourceKey record, String name, Consent consent, String wording, String client) {
        Transactions.run(
                dataSource,
                "recording a consent",
                connection -> Sql.update(
                        connection,
                        "insert into consent (source, source_id, name, given, wording, client, at)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        record.source(),
                        record.id(),
                        name,
                        consent.given(),
                        wording,
                        client,
                        consent.at()));
    }
}
