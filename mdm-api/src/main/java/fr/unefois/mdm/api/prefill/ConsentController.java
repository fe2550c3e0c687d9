package fr.unefois.mdm.api.prefill;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Answering;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.prefill.ConsentsAnswer.ConsentAnswer;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.Consents;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What citizens agree to beyond what the law allows anyway, and how they want to be reached. */
@RestController
@Tag(name = "Profiles")
final class ConsentController {
    /** What the citizen finds in the account of accesses, as they find an attribute. */
    private static final Set<Attribute> CONSENTS = Set.of(new Attribute("consents"));

    private final Gate gate;
    private final Answering answering;
    private final Consents consents;
    private final ConsentTerms terms;
    private final Clock clock;

    ConsentController(Gate gate, Answering answering, Consents consents, ConsentTerms terms, Clock clock) {
        this.gate = gate;
        this.answering = answering;
        this.consents = consents;
        this.terms = terms;
        this.clock = clock;
    }

    @Schema(name = "ConsentGiven", example = "{\"given\": true}")
    record ConsentRequest(@Nullable Boolean given) {}

    @GetMapping("/v1/profiles/{ref}/consents")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "What a citizen consented to",
            description = "Every consent that may be asked for, with the words that the citizen reads. One that was "
                    + "never answered has no `given`; that is no consent.")
    ConsentsAnswer consents(Caller caller, @PathVariable String ref) {
        Call call = gate.open(caller, Operation.READ);
        Citizen citizen = answering.answering(call, ref);
        gate.account(call, citizen.ref(), CONSENTS);
        return answer(call, citizen);
    }

    @PutMapping("/v1/profiles/{ref}/consents/{name}")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "Record what a citizen says to one consent",
            description = "Kept with the words that they read, and with every earlier answer. It holds as long as the "
                    + "citizen has the record of the caller's sector through which they spoke.")
    ConsentsAnswer give(
            Caller caller, @PathVariable String ref, @PathVariable String name, @RequestBody ConsentRequest request) {
        Call call = gate.open(caller, Operation.WRITE);
        ConsentTerms.Term term = terms.term(name).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Boolean given = request.given();
        if (given == null) {
            throw new ProblemException(Problem.MALFORMED, "`given` is missing: true, or false to refuse or take back.");
        }
        Citizen citizen = answering.answering(call, ref);
        SourceKey account = citizen.golden().crosswalk().stream()
                .filter(key -> gate.policy().feeds(call.contract(), key.source()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.NO_ACCOUNT, "Put a record of your own source for this citizen first."));
        gate.account(call, citizen.ref(), CONSENTS);
        consents.record(
                account,
                name,
                new Consents.Consent(given, clock.instant()),
                term.text(),
                call.caller().client());
        return answer(call, citizen);
    }

    private ConsentsAnswer answer(Call call, Citizen citizen) {
        Map<String, Consents.Consent> said = consents.of(citizen.golden().crosswalk());
        Map<String, ConsentAnswer> answers = new TreeMap<>();
        terms.all().forEach((name, term) -> {
            Consents.Consent consent = said.get(name);
            answers.put(
                    name,
                    new ConsentAnswer(
                            term.title(),
                            term.text(),
                            consent == null ? null : consent.given(),
                            consent == null ? null : consent.at()));
        });
        return new ConsentsAnswer(call.ref(citizen.ref()), answers);
    }
}
