package fr.unefois.mdm.api.prefill;

import fr.unefois.mdm.api.access.Answering;
import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.Citizens;
import fr.unefois.mdm.store.Consents;
import fr.unefois.mdm.store.Found;
import fr.unefois.mdm.store.Ties;
import fr.unefois.mdm.store.Views;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who is whose child, as far as the caller may know. What a source that feeds no value knows of a family is told to
 * nobody: a placed child stays hidden. A parent's tie ends when the child comes of age, a legal representative's does not.
 */
@Component
final class Families {
    private final Gate gate;
    private final Answering answering;
    private final Citizens citizens;
    private final Views views;
    private final Ties ties;
    private final Consents consents;
    private final Clock clock;

    Families(
            Gate gate, Answering answering, Citizens citizens, Views views, Ties ties, Consents consents, Clock clock) {
        this.gate = gate;
        this.answering = answering;
        this.citizens = citizens;
        this.views = views;
        this.ties = ties;
        this.consents = consents;
        this.clock = clock;
    }

    /** @throws ProblemException 404 where no source ties the child to the requester: then it is not there for them */
    Family family(Call call, Citizen requester, @Nullable String childsRef) {
        Set<String> given = consents.of(requester.golden().crosswalk()).entrySet().stream()
                .filter(consent -> consent.getValue().given())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (childsRef == null) {
            return new Family(person(call, requester), null, false, given);
        }
        Citizen child = answering.answering(call, gate.citizen(call, childsRef));
        if (ties(call, child).noneMatch(tie -> isOf(requester, tie)) || !gate.knows(call, child)) {
            throw gate.nobody(call);
        }
        return new Family(
                person(call, requester),
                person(call, withoutTheOthersSecret(call, requester, child)),
                otherParent(call, requester, child),
                given);
    }

    /** The children whom the requester may name, those on a doubtful link left out. */
    List<Citizen> children(Call call, Citizen requester) {
        return ties.children(requester.golden().crosswalk()).stream()
                .filter(tie -> gate.policy().mayKnow(call.contract(), tie.source()))
                .map(tie -> tie.ref())
                .distinct()
                .map(ref -> live(call, ref))
                .flatMap(Stream::ofNullable)
                .filter(child -> gate.knows(call, child))
                .filter(child -> ties(call, child).anyMatch(tie -> isOf(requester, tie)))
                .toList();
    }

    /** Where a child lives tells where the other parent does: a secret of theirs is one of the child's. */
    private Citizen withoutTheOthersSecret(Call call, Citizen requester, Citizen child) {
        List<SourceKey> others = ties(call, child)
                .filter(tie -> !isOf(requester, tie))
                .map(Relation::to)
                .toList();
        return citizens.keepAddressSecret(others)
                ? new Citizen(child.ref(), child.version(), child.golden().withSecretAddress())
                : child;
    }

    private boolean otherParent(Call call, Citizen requester, Citizen child) {
        return ties(call, child)
                .filter(tie -> !isOf(requester, tie))
                .anyMatch(tie -> citizens.refOf(tie.to()).isPresent());
    }

    private Stream<Relation> ties(Call call, Citizen child) {
        boolean minor = Age.isMinor(child.golden(), LocalDate.now(clock));
        return citizens.records(child.ref()).stream()
                .filter(record ->
                        gate.policy().mayKnow(call.contract(), record.key().source()))
                .flatMap(record -> record.relations().stream())
                .filter(tie -> tie.role() == Relation.Role.LEGAL_REPRESENTATIVE
                        || (tie.role() == Relation.Role.PARENT && minor));
    }

    private static boolean isOf(Citizen requester, Relation tie) {
        return requester.golden().crosswalk().contains(tie.to());
    }

    private @Nullable Citizen live(Call call, UUID ref) {
        return views.find(call.sight(), ref) instanceof Found.Live live ? live.citizen() : null;
    }

    Family.Person person(Call call, Citizen citizen) {
        return new Family.Person(citizen, gate.policy().profile(call.contract(), citizen.golden()));
    }
}
