package fr.unefois.mdm.api.demo;

import fr.unefois.mdm.api.server.ServerSettings;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.Citizens;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The citizen whose story is told, found by the identifiers that her sources gave her. */
@Component
@ConditionalOnProperty(name = ServerSettings.DEMO, havingValue = "true")
class Heroine {
    private final Base base;
    private final Citizens citizens;
    private final Arrivals arrivals;
    private final SourceKey account;
    private final SourceKey canteen;
    private final SourceKey child;

    Heroine(
            Base base,
            Citizens citizens,
            Arrivals arrivals,
            @Value("${mdm.story.account}") String account,
            @Value("${mdm.story.canteen}") String canteen,
            @Value("${mdm.story.child}") String child) {
        this.base = base;
        this.citizens = citizens;
        this.arrivals = arrivals;
        this.account = key(account);
        this.canteen = key(canteen);
        this.child = key(child);
    }

    /** Her record at the portal: what she says herself goes there. */
    SourceKey account() {
        return account;
    }

    Optional<UUID> citizen() {
        return citizens.refOf(account);
    }

    Optional<UUID> childsCitizen() {
        return citizens.refOf(child);
    }

    Optional<CitizenRecord> accountRecord() {
        return base.read(session -> session.record(account)).map(StoredRecord::record);
    }

    /** The canteen knows whose child it is, but its file has no column for that: it says so as its application would. */
    void prepare() {
        Relation parent = new Relation(Relation.Role.LEGAL_REPRESENTATIVE, canteen);
        Optional<CitizenRecord> record =
                base.read(session -> session.record(child)).map(StoredRecord::record);
        if (record.isPresent() && !record.get().relations().contains(parent)) {
            CitizenRecord known = record.get();
            arrivals.arrive(new CitizenRecord(known.key(), known.asOf(), known.values(), List.of(parent)));
        }
    }

    private static SourceKey key(String text) {
        int slash = text.indexOf('/');
        return new SourceKey(text.substring(0, slash), text.substring(slash + 1));
    }
}
