package fr.unefois.mdm.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a process is to the database, and with it which rights its connections have. */
public enum Role {
    /** The account itself, which owns the tables: for what makes or alters them. */
    OWNER(null, null),
    /** Serves: writes records and decisions, and adds to the account of accesses without being able to alter it. */
    APPLICATION("mdm_application", Duration.ofSeconds(30)),
    /** Reads golden records under a contract's sight. */
    READER("mdm_reader", Duration.ofSeconds(5)),
    /** Pulls and links: takes as long as it takes, and knows nothing of accesses. */
    BATCH("mdm_batch", null),
    /** Verifies the account of accesses, and knows no citizen. */
    AUDITOR("mdm_auditor", null);

    private final String begin;

    Role(@Nullable String name, @Nullable Duration patience) {
        this.begin = (name == null ? "" : "set role " + name + ";")
                + (patience == null ? "" : "set statement_timeout = " + patience.toMillis() + ";");
    }

    /** What every new connection says first; empty where nothing is to be said. */
    String begin() {
        return begin;
    }
}
