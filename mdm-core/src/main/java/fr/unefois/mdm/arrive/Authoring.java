package fr.unefois.mdm.arrive;

import fr.unefois.mdm.change.Cause;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.AuthoredValue;
import fr.unefois.mdm.record.Certification;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Storable;
import fr.unefois.mdm.record.Value;
import fr.unefois.mdm.standardise.Standardiser;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Stewards author values of citizens, and take them back. */
public final class Authoring {
    private final Walks walks;
    private final Writing writing;

    public Authoring(Base base, Walks walks) {
        this.walks = walks;
        this.writing = new Writing(base, walks);
    }

    /**
     * What a decision comes to in the base.
     *
     * @param now by record all the authored values that it carries from now on
     * @param made those that are new
     * @param takenBack those that are in force no more
     */
    public record Change(Map<SourceKey, List<AuthoredValue>> now, List<AuthoredValue> made, Set<UUID> takenBack) {}

    /** What is wrong with values, as of any source; what may never be stored is among it. */
    public List<Flaw> flaws(Map<Attribute, List<Value>> values) {
        CitizenRecord said = new CitizenRecord(new SourceKey(AuthoredValue.SOURCE, "new"), null, values);
        List<Flaw> flaws = new ArrayList<>(
                walks.inForce().walk().standardiser().standardise(said).flaws());
        values.keySet().stream()
                .filter(attribute ->
                        !Standardiser.withoutForbidden(said).values(attribute).equals(said.values(attribute)))
                .filter(attribute ->
                        flaws.stream().noneMatch(flaw -> flaw.attribute().equals(attribute)))
                .forEach(attribute -> flaws.add(new Flaw(attribute, "forbidden")));
        values.forEach((attribute, list) -> {
            if (!list.stream().allMatch(value -> Storable.value(value).equals(value))) {
                flaws.add(new Flaw(attribute, Storable.RULE));
            }
        });
        return flaws;
    }

    /**
     * The citizen's values are these, whatever sources say; what was authored of the attributes before is taken back.
     *
     * @return false where the reference carries no citizen
     */
    public boolean author(
            UUID ref, Map<Attribute, List<Value>> values, Certification certification, Judging.Word word) {
        return writing.write(walk -> session -> {
            List<AuthoredValue> made = values.entrySet().stream()
                    .map(one -> new AuthoredValue(
                            session.newRef(), one.getKey(), one.getValue(), certification, word.steward(), word.at()))
                    .toList();
            return keep(walk, session, ref, values.keySet(), made, word);
        });
    }

    /** Nothing is authored of the attribute any more; false where nothing was. */
    public boolean takeBack(UUID ref, Attribute attribute, Judging.Word word) {
        return writing.write(walk -> session -> {
            boolean authored = session.records(ref).stream()
                    .flatMap(one -> one.authored().stream())
                    .anyMatch(value -> value.attribute().equals(attribute));
            return authored && keep(walk, session, ref, Set.of(attribute), List.of(), word);
        });
    }

    private static boolean keep(
            Walk walk,
            Base.Session session,
            UUID ref,
            Collection<Attribute> attributes,
            List<AuthoredValue> made,
            Judging.Word word) {
        Set<SourceKey> keys = new TreeSet<>();
        session.records(ref).forEach(one -> keys.add(one.record().key()));
        List<StoredRecord> held = keys.isEmpty() ? List.of() : session.hold(Seeds.changed(keys));
        List<StoredRecord> records =
                held.stream().filter(one -> ref.equals(one.ref())).toList();
        if (records.isEmpty()) {
            return false;
        }
        Map<SourceKey, List<AuthoredValue>> now = new TreeMap<>();
        Set<UUID> takenBack = new HashSet<>();
        for (StoredRecord one : records) {
            List<AuthoredValue> carried = new ArrayList<>(made);
            for (AuthoredValue value : one.authored()) {
                if (attributes.contains(value.attribute())) {
                    takenBack.add(value.id());
                } else {
                    carried.add(value);
                }
            }
            now.put(one.record().key(), List.copyOf(carried));
        }
        session.author(new Change(now, made, takenBack), word);
        List<StoredRecord> component = held.stream()
                .map(one -> new StoredRecord(
                        one.record(),
                        one.ref(),
                        one.past(),
                        now.getOrDefault(one.record().key(), one.authored())))
                .toList();
        Cause cause = new Cause(Cause.Kind.AUTHORED, List.of(), word.steward());
        Resolution ignored = new Resolving(walk).resolve(session, component, now.keySet(), List.of(), cause);
        return true;
    }
}
