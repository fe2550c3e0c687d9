package fr.unefois.mdm.store;

import fr.unefois.mdm.access.Alarm;
import javax.sql.DataSource;

/** Keeps every alarm. */
public final class PostgresAlarms implements Alarm.Bell {
    private final DataSource dataSource;

    public PostgresAlarms(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void ring(Alarm alarm) {
        Transactions.run(
                dataSource,
                "keeping an alarm",
                connection -> Sql.update(
                        connection,
                        "insert into access_alarm (at, client, contract, kind, count) values (?, ?, ?, ?, ?)",
                        alarm.at(),
                        alarm.client(),
                        alarm.contract(),
                        alarm.kind().name(),
                        alarm.count()));
    }
}
