package fr.unefois.mdm.api.review;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Answering;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.api.value.AttributesReader;
import fr.unefois.mdm.arrive.Authoring;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Judging;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AuthoredValue;
import fr.unefois.mdm.record.Certification;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.Value;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Values that a steward authors: they stand above what sources say. */
@RestController
@Tag(name = "Judgements")
final class AuthoredController {
    /** A register says more than a steward has seen. */
    private static final int MOST_CERTAIN = 500;

    private final Gate gate;
    private final Answering answering;
    private final Authoring authoring;
    private final Clock clock;

    AuthoredController(Gate gate, Answering answering, Authoring authoring, Clock clock) {
        this.gate = gate;
        this.answering = answering;
        this.authoring = authoring;
        this.clock = clock;
    }

    /**
     * What is authored.
     *
     * @param attributes each with all that is authored of it
     * @param certification how sure the steward is; 100, declared, where it is not said
     */
    @Schema(name = "Authored")
    record AuthoredRequest(
            @Nullable Map<String, @Nullable Object> attributes,

            @Schema(minimum = "100", maximum = "500") @Nullable
            Integer certification,

            @Nullable String comment) {
        @Override
        public String toString() {
            return "AuthoredRequest[" + (attributes == null ? Set.of() : attributes.keySet()) + "]";
        }
    }

    /** @param attributes those whose values changed hands */
    @Schema(name = "AuthoredEffect")
    record AuthoredAnswer(String ref, List<String> attributes) {}

    @PutMapping("/v1/profiles/{ref}/authored")
    @io.swagger.v3.oas.annotations.Operation(
            operationId = "author",
            summary = "A citizen's values are these, whatever sources say",
            description = "An authored value comes before all others until it is taken back; where a citizen may have "
                    + "several, the sources' come behind it. It follows the citizen through merges and splits, and is "
                    + "no evidence of who is who. What was authored of an attribute before is replaced.")
    AuthoredAnswer author(Caller caller, @PathVariable String ref, @RequestBody AuthoredRequest request) {
        Call call = gate.open(caller, Operation.REVIEW);
        Map<Attribute, List<Value>> values = AttributesReader.canonical(request.attributes());
        Integer level = request.certification();
        if (values.isEmpty() || (level != null && (level < 100 || level > MOST_CERTAIN))) {
            throw new ProblemException(
                    Problem.MALFORMED, "`attributes` has values, and `certification` is from 100 to 500.");
        }
        List<Flaw> flaws = authoring.flaws(values);
        if (!flaws.isEmpty()) {
            throw refused(flaws);
        }
        Judging.Word word = word(call, request.comment());
        Citizen citizen = shown(call, ref, values.keySet());
        Certification certification =
                new Certification(level == null ? Certification.DECLARED.level() : level, AuthoredValue.SOURCE);
        if (!authoring.author(citizen.ref(), values, certification, word)) {
            throw new ProblemException(Problem.PAIR_CHANGED);
        }
        return answer(call, citizen, values.keySet());
    }

    @DeleteMapping("/v1/profiles/{ref}/authored/{attribute}")
    @io.swagger.v3.oas.annotations.Operation(
            operationId = "takeBackAuthored",
            summary = "Nothing is authored of the attribute any more",
            description = "What sources say survives again. 409 where nothing was authored.")
    AuthoredAnswer takeBack(Caller caller, @PathVariable String ref, @PathVariable String attribute) {
        Call call = gate.open(caller, Operation.REVIEW);
        Attribute authored = Attribute.CANONICAL.stream()
                .filter(known -> known.name().equals(attribute))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Citizen citizen = shown(call, ref, Set.of(authored));
        if (!authoring.takeBack(citizen.ref(), authored, word(call, null))) {
            throw new ProblemException(Problem.NOTHING_TO_DO);
        }
        return answer(call, citizen, Set.of(authored));
    }

    private Citizen shown(Call call, String ref, Set<Attribute> attributes) {
        gate.granted(gate.policy().read(call.granted(), attributes));
        Citizen citizen = answering.answering(call, ref);
        gate.account(call, citizen.ref(), attributes);
        return citizen;
    }

    private Judging.Word word(Call call, @Nullable String comment) {
        Stewards.checkComment(comment);
        return new Judging.Word(Stewards.of(call), clock.instant(), comment);
    }

    private static AuthoredAnswer answer(Call call, Citizen citizen, Set<Attribute> attributes) {
        return new AuthoredAnswer(
                call.ref(citizen.ref()),
                attributes.stream().map(Attribute::name).sorted().toList());
    }

    /** Names what is wrong, and no value. */
    private static ProblemException refused(List<Flaw> flaws) {
        ProblemDetail detail = Problem.MALFORMED.detail("Some values are none that a source might say: see `flaws`.");
        detail.setProperty(
                "flaws",
                flaws.stream()
                        .map(flaw -> Map.of("attribute", flaw.attribute().name(), "rule", flaw.rule()))
                        .toList());
        return new ProblemException(detail);
    }
}
