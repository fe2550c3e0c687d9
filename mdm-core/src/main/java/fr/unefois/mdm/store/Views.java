package fr.unefois.mdm.store;

import fr.unefois.mdm.access.Sight;
import fr.unefois.mdm.arrive.Citizen;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The citizens as a contract's reader sees them. The database itself leaves out whom the sight does not include and the
 * attributes that it does not read: these connections have the rights of a reader, who sees nobody unless told whom.
 */
public final class Views {
    private final DataSource reading;
    private final Citizens citizens;

    /** @param reading connections of the role {@code mdm_reader} */
    public Views(DataSource reading, Citizens citizens) {
        this.reading = reading;
        this.citizens = citizens;
    }

    /** What the reference answers, following redirects to any distance; a citizen out of sight is unknown. */
    public Found find(Sight sight, UUID ref) {
        Reading under = Reading.under(reading, sight);
        List<Citizen> live = under.ask("reading citizens", Rows.citizen(under) + " where ref = ?", Rows::citizen, ref);
        return live.isEmpty() ? citizens.redirected(ref) : new Found.Live(live.get(0));
    }

    /** Those in sight, by reference: as they are, or as they were last where the reference carries nobody any more. */
    public Map<UUID, Citizen> latest(Sight sight, Collection<UUID> refs) {
        Reading under = Reading.under(reading, sight);
        Map<UUID, Citizen> latest = new HashMap<>();
        under.ask("reading citizens", Rows.citizen(under) + " where ref = any (?)", Rows::citizen, (Object)
                        refs.toArray(UUID[]::new))
                .forEach(citizen -> latest.put(citizen.ref(), citizen));
        Histories histories = new Histories(under);
        refs.stream()
                .filter(ref -> !latest.containsKey(ref))
                .forEach(ref -> histories.last(ref).ifPresent(last -> latest.put(ref, last)));
        return latest;
    }

    /** The golden record under the reference at the instant; empty where it carried none then, or one out of sight. */
    public Optional<Citizen> at(Sight sight, UUID ref, Instant at) {
        return new Histories(Reading.under(reading, sight)).at(ref, at);
    }
}
