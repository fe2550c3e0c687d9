package fr.unefois.mdm.api.prefill;

import fr.unefois.mdm.access.Operation;
import fr.unefois.mdm.api.access.Answering;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Caller;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.prefill.PrefillAnswer.ChildAnswer;
import fr.unefois.mdm.api.prefill.PrefillAnswer.FieldAnswer;
import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.record.Attribute;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    private final Families families;
    private final Forms forms;
    private final SourceLabels labels;

    PrefillController(Gate gate, Answering answering, Families families, Forms forms, SourceLabels labels) {
        this.gate = gate;
        this.answering = answering;
        this.families = families;
        this.forms = forms;
        this.labels = labels;
    }

    @GetMapping("/v1/profiles/{ref}/prefill/{form}")
    @io.swagger.v3.oas.annotations.Operation(
            summary = "Fill a form with what is known",
            description = "Flat values for one declared form, each with where it comes from, or with why it is absent. "
                    + "Fields about a child need `child`, one of the answer's `children`: citizens of whom a source says "
                    + "that this one is a parent or legal representative. Of the other parent only that one is known "
                    + "is told.")
    public PrefillAnswer prefill(
            Caller caller,
            @PathVariable String ref,
            @PathVariable String form,
            @RequestParam(required = false) @Nullable String child) {
        Call call = gate.open(caller, Operation.PREFILL);
        Form declared = forms.form(form)
                .orElseThrow(() -> new ProblemException(
                        Problem.NOT_FOUND, "There is no such form; known are " + forms.names() + "."));
        Family family = families.family(call, answering.answering(call, ref), child);
        Map<String, FieldAnswer> fields = new Filling(call.contract(), family).fill(declared);
        List<Family.Person> children = declared.isAboutAChild() && child == null ? children(call, family) : List.of();
        account(call, declared, fields, family, children);
        boolean choice = declared.isAboutAChild() && child == null;
        return PrefillAnswer.of(
                declared,
                fields,
                labels.of(fields),
                choice ? children.stream().map(one -> answer(call, one)).toList() : null);
    }

    /** Those whose name may be told: a parent cannot choose between references. */
    private List<Family.Person> children(Call call, Family family) {
        return families.children(call, family.requester().citizen()).stream()
                .map(child -> families.person(call, child))
                .filter(child -> !child.profile().values(Attribute.GIVEN_NAMES).isEmpty())
                .toList();
    }

    private static ChildAnswer answer(Call call, Family.Person child) {
        return new ChildAnswer(
                call.ref(child.citizen().ref()),
                child.profile().values(Attribute.GIVEN_NAMES).stream()
                        .flatMap(shown -> Parts.text(Form.Part.FIRST, shown.values()).stream())
                        .findFirst()
                        .orElse(null));
    }

    private void account(
            Call call, Form form, Map<String, FieldAnswer> fields, Family family, List<Family.Person> children) {
        Map<UUID, Set<Attribute>> shown = new HashMap<>();
        shown.put(family.requester().citizen().ref(), given(form, fields, Form.Whose.REQUESTER));
        children.forEach(child -> add(shown, child.citizen(), Set.of(Attribute.GIVEN_NAMES)));
        if (family.child() != null) {
            add(shown, family.child().citizen(), given(form, fields, Form.Whose.CHILD));
        }
        gate.account(call, shown);
    }

    private static void add(Map<UUID, Set<Attribute>> shown, Citizen citizen, Set<Attribute> attributes) {
        shown.computeIfAbsent(citizen.ref(), ref -> new HashSet<>()).addAll(attributes);
    }

    private static Set<Attribute> given(Form form, Map<String, FieldAnswer> fields, Form.Whose whose) {
        return form.fields().stream()
                .filter(field -> field.whose() == whose)
                .filter(field -> {
                    FieldAnswer given = fields.get(field.name());
                    return given != null && given.value() != null;
                })
                .map(Form.Field::attribute)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
