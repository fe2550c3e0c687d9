package fr.unefois.mdm.api.profile;

import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.store.Found;
import fr.unefois.mdm.store.Views;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Answers under a reference, however long ago it was handed out: for its citizen, or with where it leads now. */
@Component
final class Following {
    private final Gate gate;
    private final Views views;

    Following(Gate gate, Views views) {
        this.gate = gate;
        this.views = views;
    }

    /**
     * @param below the rest of the address: empty for the profile itself, {@code /why}
     * @param live answers for a citizen whom the call may be shown; null where the client has the answer already
     * @param split answers where the reference was split, by the references that have its parts
     * @throws ProblemException 404 where nobody ever answered to it, 410 where nobody does any more
     */
    <T> @Nullable ResponseEntity<T> answer(
            Call call,
            String ref,
            String below,
            Function<Citizen, @Nullable ResponseEntity<T>> live,
            Function<List<String>, T> split) {
        Found found = views.find(call.sight(), gate.citizen(call, ref));
        if (found instanceof Found.Live one) {
            gate.admit(call, one.citizen());
            return live.apply(one.citizen());
        }
        if (found instanceof Found.Gone) {
            throw new ProblemException(Problem.GONE);
        }
        if (found instanceof Found.Merged merged && knows(call, merged.into())) {
            return ResponseEntity.status(HttpStatus.PERMANENT_REDIRECT)
                    .location(URI.create("/v1/profiles/" + call.ref(merged.into()) + below))
                    .build();
        }
        if (found instanceof Found.Split parted) {
            List<String> parts = parted.into().stream()
                    .filter(part -> knows(call, part))
                    .map(call::ref)
                    .toList();
            if (!parts.isEmpty()) {
                return ResponseEntity.ok(split.apply(parts));
            }
        }
        throw gate.nobody(call);
    }

    /** Where a reference leads to is told as little as the citizen there would be. */
    private boolean knows(Call call, UUID ref) {
        return views.find(call.sight(), ref) instanceof Found.Live live && gate.knows(call, live.citizen());
    }
}
