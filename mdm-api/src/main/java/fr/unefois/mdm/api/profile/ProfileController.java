package fr.unefois.mdm.api.profile;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.access.Profile;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.store.Citizens;
import fr.unefois.mdm.store.Found;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The golden record through the caller's contract. */
@RestController
@Tag(name = "Profiles")
final class ProfileController {
    private final Gate gate;
    private final Citizens citizens;
    private final ProfileMapper mapper;

    ProfileController(Gate gate, Citizens citizens, ProfileMapper mapper) {
        this.gate = gate;
        this.citizens = citizens;
        this.mapper = mapper;
    }

    @GetMapping("/v1/profiles/{ref}")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "What is known of a citizen",
            description = "A reference that was merged answers 308 with its new address, one that was split says into "
                    + "which, one whose data are gone answers 410. The ETag is the golden record's version.")
    @Nullable
    ResponseEntity<ProfileAnswer> profile(Caller caller, @PathVariable String ref, WebRequest request) {
        Call call = gate.open(caller, Operation.READ);
        if (request.getParameter("at") != null) {
            throw new ProblemException(Problem.MALFORMED, "Earlier states (`at`) cannot be asked for yet.");
        }
        UUID citizen = gate.citizen(call, ref);
        Found found = citizens.find(citizen);
        if (found instanceof Found.Live live) {
            gate.admit(call, live.citizen());
            return live(call, ref, live.citizen(), request);
        }
        if (found instanceof Found.Merged merged) {
            return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                    .location(URI.create("/v1/profiles/" + call.ref(merged.into())))
                    .build();
        }
        if (found instanceof Found.Split split) {
            return ResponseEntity.ok(new ProfileAnswer(
                    ref, null, null, null, split.into().stream().map(call::ref).toList()));
        }
        throw found instanceof Found.Gone ? new ProblemException(Problem.GONE) : gate.nobody(call);
    }

    private @Nullable ResponseEntity<ProfileAnswer> live(Call call, String ref, Citizen citizen, WebRequest request) {
        Profile profile = gate.policy().profile(call.contract(), citizen.golden());
        gate.account(call, citizen.ref(), profile.values().keySet());
        if (request.checkNotModified(Long.toString(citizen.version()))) {
            return null;
        }
        return ResponseEntity.ok(
                new ProfileAnswer(ref, citizen.version(), mapper.attributes(profile), withheld(profile), null));
    }

    private static @Nullable Map<String, String> withheld(Profile profile) {
        if (profile.withheld().isEmpty()) {
            return null;
        }
        Map<String, String> withheld = new TreeMap<>();
        profile.withheld().forEach(attribute -> withheld.put(attribute.name(), Profile.DOUBTFUL_LINK));
        return withheld;
    }
}
