package fr.unefois.mdm.api.access;

import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.store.Found;
import fr.unefois.mdm.store.Views;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The citizen who answers for a reference now, for calls that need one and cannot redirect. */
@Component
public final class Answering {
    private final Views views;
    private final Gate gate;

    Answering(Views views, Gate gate) {
        this.views = views;
        this.gate = gate;
    }

    /**
     * The citizen whom the call may be shown by this reference.
     *
     * @throws ProblemException 403 where the contract shows citizens to themselves alone, and this one did not ask
     */
    public Citizen answering(Call call, String ref) {
        Citizen citizen = answering(call, gate.citizen(call, ref));
        gate.admit(call, citizen);
        return citizen;
    }

    /** @throws ProblemException 404 where nobody does, or several do; 410 where nobody does any more */
    public Citizen answering(Call call, UUID ref) {
        Found found = views.find(call.sight(), ref);
        if (found instanceof Found.Merged merged) {
            found = views.find(call.sight(), merged.into());
        }
        if (found instanceof Found.Live live) {
            return live.citizen();
        }
        throw found instanceof Found.Gone ? new ProblemException(Problem.GONE) : gate.nobody(call);
    }
}
