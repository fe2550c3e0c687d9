package fr.unefois.mdm.api.change;

import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.change.ChangeEvent;
import fr.unefois.mdm.store.ChangeFeed.Entry;
import fr.unefois.mdm.store.Views;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Of whom a client is told: of the citizens its contract is about, and of those who were until their reference ended. */
@Component
final class Subjects {
    private final Gate gate;
    private final Views views;

    Subjects(Gate gate, Views views) {
        this.gate = gate;
        this.views = views;
    }

    /** Those of the events that the call may be told, in their order. */
    List<Entry> shown(Call call, List<Entry> entries) {
        Set<UUID> refs =
                entries.stream().map(entry -> entry.change().event().ref()).collect(Collectors.toSet());
        Map<UUID, Citizen> citizens = views.latest(call.sight(), refs);
        return entries.stream()
                .filter(entry -> mayKnow(call, citizens, entry.change().event().ref()))
                .filter(entry -> saysSomething(call, entry))
                .toList();
    }

    /** Nobody knows any more whom an erased reference was of: it is told to nobody. */
    private boolean mayKnow(Call call, Map<UUID, Citizen> citizens, UUID ref) {
        Citizen citizen = citizens.get(ref);
        return citizen != null && gate.knows(call, citizen) && gate.shows(call, citizen);
    }

    private static boolean saysSomething(Call call, Entry entry) {
        return entry.change().event().kind() != ChangeEvent.Kind.CHANGED
                || !EventTelling.readable(call, entry).isEmpty();
    }
}
