package fr.unefois.mdm.api.profile;

import fr.unefois.mdm.access.Access;
import fr.unefois.mdm.access.Audit;
import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Answering;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.arrive.Citizen;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Who read or changed a citizen's data: the service, not the agent's name (CRPA R114-9-7). */
@RestController
@Tag(name = "Profiles")
final class AccessesController {
    private static final int LATEST = 200;

    private final Gate gate;
    private final Answering citizens;
    private final Audit audit;
    private final AccessMapper mapper;

    AccessesController(Gate gate, Answering citizens, Audit audit, AccessMapper mapper) {
        this.gate = gate;
        this.citizens = citizens;
        this.audit = audit;
        this.mapper = mapper;
    }

    @GetMapping("/v1/profiles/{ref}/accesses")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "Who read or changed this citizen's data, when, for what purpose",
            description = "The latest 200, latest first; attributes by name, never their values.")
    AccessesAnswer accesses(Caller caller, @PathVariable String ref) {
        Call call = gate.open(caller, Operation.ACCESSES);
        Citizen citizen = citizens.answering(call, ref);
        List<Access> accesses = audit.of(citizen.ref(), LATEST);
        gate.account(call, citizen.ref(), Set.of());
        return new AccessesAnswer(
                call.ref(citizen.ref()), accesses.stream().map(mapper::access).toList());
    }
}
