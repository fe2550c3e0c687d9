package fr.unefois.mdm.api.profile;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.access.Profile;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.arrive.Citizen;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The golden record through the caller's contract. */
@RestController
@Tag(name = "Profiles")
final class ProfileController {
    private final Gate gate;
    private final Following following;
    private final PastProfiles past;
    private final ProfileMapper mapper;

    ProfileController(Gate gate, Following following, PastProfiles past, ProfileMapper mapper) {
        this.gate = gate;
        this.following = following;
        this.past = past;
        this.mapper = mapper;
    }

    @GetMapping("/v1/profiles/{ref}")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "What is known of a citizen",
            description = "A reference that was merged answers 308 with its new address, one that was split says into "
                    + "which, one whose data are gone answers 410. The ETag is the golden record's version. With `at`, "
                    + "for contracts that may see history: what the reference carried at that instant.")
    @Nullable
    ResponseEntity<ProfileAnswer> profile(
            Caller caller,
            @PathVariable String ref,
            @RequestParam(required = false) @Nullable String at,
            WebRequest request) {
        if (at != null) {
            Call call = past.open(caller);
            return live(call, ref, past.at(call, ref, at), request);
        }
        Call call = gate.open(caller, Operation.READ);
        return following.answer(
                call,
                ref,
                "",
                citizen -> live(call, ref, citizen, request),
                into -> new ProfileAnswer(ref, null, null, null, into));
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
