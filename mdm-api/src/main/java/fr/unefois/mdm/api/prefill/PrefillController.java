package fr.unefois.mdm.api.prefill;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.access.Profile;
import fr.unefois.mdm.api.access.Answering;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.store.Citizens;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tell us once: a declared form, filled. */
@RestController
@Tag(name = "Profiles")
public final class PrefillController {
    private final Gate gate;
    private final Answering answering;
    private final Citizens citizens;
    private final Forms forms;

    PrefillController(Gate gate, Answering answering, Citizens citizens, Forms forms) {
        this.gate = gate;
        this.answering = answering;
        this.citizens = citizens;
        this.forms = forms;
    }

    @GetMapping("/v1/profiles/{ref}/prefill/{form}")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "Fill a form with what is known",
            description = "Flat values for one declared form. Fields about a child need `child`, the reference of a "
                    + "citizen of whom a source says that this one is a parent or legal representative.")
    public PrefillAnswer prefill(
            Caller caller,
            @PathVariable String ref,
            @PathVariable String form,
            @RequestParam(required = false) @Nullable String child) {
        Call call = gate.open(caller, Operation.PREFILL);
        Form declared = forms.form(form).orElseThrow(() -> new ProblemException(Problem.NOT_FOUND));
        Citizen requester = answering.answering(call, ref);
        Citizen childOf = child == null ? null : child(call, requester, child);
        Profile requesterProfile = gate.policy().profile(call.contract(), requester.golden());
        Profile childProfile = childOf == null ? null : gate.policy().profile(call.contract(), childOf.golden());
        PrefillAnswer answer = new Filling(call.contract(), requesterProfile, childProfile).fill(declared);
        account(call, declared, answer, requester, childOf);
        return answer;
    }

    /** A child whom no source ties to the requester is not there for them. */
    private Citizen child(Call call, Citizen requester, String ref) {
        Citizen child = answering.answering(call.citizen(ref));
        // What a source that feeds no value knows of a family is told to nobody: a placed child stays hidden.
        boolean related = citizens.records(child.ref()).stream()
                .filter(record ->
                        gate.policy().mayKnow(call.contract(), record.key().source()))
                .flatMap(record -> record.relations().stream())
                .filter(relation -> relation.role() != Relation.Role.HOUSEHOLD)
                .anyMatch(relation -> requester.golden().crosswalk().contains(relation.to()));
        if (!related || !gate.knows(call, child)) {
            throw new ProblemException(Problem.NOT_FOUND);
        }
        return child;
    }

    private void account(Call call, Form form, PrefillAnswer answer, Citizen requester, @Nullable Citizen child) {
        Map<UUID, Set<Attribute>> shown = new HashMap<>();
        shown.put(requester.ref(), given(form, answer, Form.Whose.REQUESTER));
        if (child != null) {
            Set<Attribute> attributes = new HashSet<>(given(form, answer, Form.Whose.CHILD));
            attributes.addAll(shown.getOrDefault(child.ref(), Set.of()));
            shown.put(child.ref(), attributes);
        }
        gate.account(call, shown);
    }

    private static Set<Attribute> given(Form form, PrefillAnswer answer, Form.Whose whose) {
        return form.fields().stream()
                .filter(field -> field.whose() == whose)
                .filter(field -> {
                    PrefillAnswer.FieldAnswer given = answer.fields().get(field.name());
                    return given != null && given.value() != null;
                })
                .map(Form.Field::attribute)
                .collect(Collectors.toSet());
    }
}
