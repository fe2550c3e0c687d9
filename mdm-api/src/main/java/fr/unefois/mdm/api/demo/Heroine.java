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
    private final List<SourceKey> parents;
    private final List<SourceKey> children;

    Heroine(
            Base base,
            Citizens citizens,
            Arrivals arrivals,
            @Value("${mdm.story.account}") String account,
            @Value("${mdm.story.parents}") List<String> parents,
            @Value("${mdm.story.children}") List<String> children) {
        this.base = base;
        this.citizens = citizens;
        this.arrivals = arrivals;
        this.account = key(account);
        this.parents = parents.stream().map(Heroine::key).toList();
        this.children = children.stream().map(Heroine::key).toList();
    }

    /** Her record at the portal: what she says herself goes there. */
    SourceKey account() {
        return account;
    }

    Optional<UUID> citizen() {
        return citizens.refOf(account);
    }

    Optional<UUID> childsCitizen() {
        return citizens.refOf(children.get(0));
    }

    Optional<CitizenRecord> accountRecord() {
        return base.read(session -> session.record(account)).map(StoredRecord::record);
    }

    /** The canteen knows whose children they are, but its file has no column for that: it says so as its application would. */
    void prepare() {
        List<Relation> both = parents.stream()
                .map(parent -> new Relation(Relation.Role.LEGAL_REPRESENTATIVE, parent))
                .toList();
        for (SourceKey child : children) {
            Optional<CitizenRecord> record =
                    base.read(session -> session.record(child)).map(StoredRecord::record);
            if (record.isPresent() && !record.get().relations().containsAll(both)) {
                CitizenRecord known = record.get();
                arrivals.arrive(new CitizenRecord(known.key(), known.asOf(), known.values(), both));
            }
        }
    }

    private static SourceKey key(String text) {
        int slash = text.indexOf('/');
        return new SourceKey(text.substring(0, slash), text.substring(slash + 1));
    }
}
