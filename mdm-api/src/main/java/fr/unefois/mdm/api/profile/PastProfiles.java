package fr.unefois.mdm.api.profile;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.api.value.Instants;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.store.Found;
import fr.unefois.mdm.store.Views;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Golden records as they stood: for contracts that may see history, for a former name is in there. */
@Component
final class PastProfiles {
    private final Gate gate;
    private final Views views;

    PastProfiles(Gate gate, Views views) {
        this.gate = gate;
        this.views = views;
    }

    Call open(Caller caller) {
        return gate.open(caller, Operation.HISTORY);
    }

    /** Whether where they live is a secret now, under whatever reference; in doubt it is. */
    private boolean isSecret(Call call, Found found) {
        if (found instanceof Found.Live live) {
            return live.citizen().golden().hasSecretAddress();
        }
        List<UUID> now = found instanceof Found.Merged merged
                ? List.of(merged.into())
                : found instanceof Found.Split split ? split.into() : List.of();
        return now.stream()
                .map(ref -> views.find(call.sight(), ref))
                .anyMatch(one -> !(one instanceof Found.Live) || isSecret(call, one));
    }

    /**
     * What the reference carried at the instant, wherever it leads now.
     *
     * @throws ProblemException 404 where it carried nobody then, 410 where the data are no longer held
     */
    Citizen at(Call call, String ref, String at) {
        Instant instant = Instants.parse("at", at);
        UUID citizen = gate.citizen(call, ref);
        Found found = views.find(call.sight(), citizen);
        if (found instanceof Found.Gone) {
            throw new ProblemException(Problem.GONE);
        }
        if (found instanceof Found.Live live) {
            gate.admit(call, live.citizen());
        }
        Citizen past = views.at(call.sight(), citizen, instant).orElseThrow(() -> gate.nobody(call));
        gate.admit(call, past);
        // What is a secret now was never one to be told: the past says of it no more than the present does.
        return isSecret(call, found)
                ? new Citizen(past.ref(), past.version(), past.golden().withSecretAddress())
                : past;
    }
}
