package fr.unefois.mdm.arrive;

import fr.unefois.mdm.change.Cause;
import fr.unefois.mdm.decide.Contradictions;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What stewards decide, each decision in its own transaction: it is kept, or refused with its reason, and all that it
 * concerns is linked anew before the answer. Everything can be taken back, and is then as if it had never been said.
 */
public final class Judging {
    private final Writing writing;
    private final boolean kept;

    public Judging(Base base, Walk walk) {
        this(base, Walks.of(walk));
    }

    public Judging(Base base, Walks walks) {
        this(new Writing(base, walks), true);
    }

    private Judging(Writing writing, boolean kept) {
        this.writing = writing;
        this.kept = kept;
    }

    /** The same, only tried: each decision answers what it would do, and nothing of it stays. */
    public Judging rehearsed() {
        return new Judging(writing, false);
    }

    /** Who decides, when, and why. */
    public record Word(String steward, Instant at, @Nullable String comment) {
        Judgement on(SourceKey left, SourceKey right, Verdict verdict) {
            return new Judgement(left, right, verdict, steward, at, comment);
        }
    }

    /** Two live records are the same, different, or remain a doubt; or nothing is said of them any more. */
    public Judged judge(Judgement judgement) {
        return deciding((walk, session) -> keep(walk, session, List.of(judgement)));
    }

    /**
     * A review task is answered.
     *
     * @param version of the task, as its steward saw it
     */
    public Judged judge(UUID task, int version, Verdict verdict, Word word) {
        return deciding((walk, session) -> {
            Optional<Base.Pair> pair = session.asked(task);
            if (pair.isEmpty()) {
                return new Judged.Changed();
            }
            Judgement judgement = word.on(pair.get().left(), pair.get().right(), verdict);
            return keep(walk, session, List.of(judgement), () -> session.answered(task, version, word.at()));
        });
    }

    /** Two citizens are one: their likeliest records are judged the same. */
    public Judged merge(UUID one, UUID other, Word word) {
        return deciding((walk, session) -> {
            List<StoredRecord> left = session.records(one);
            List<StoredRecord> right = session.records(other);
            if (one.equals(other) || left.isEmpty() || right.isEmpty()) {
                return new Judged.Pointless();
            }
            Sides sides = new Sides(left, right);
            List<Judgement> apart = sides.told(session, Verdict.DIFFERENT);
            if (!apart.isEmpty()) {
                return new Judged.Contradicted(apart);
            }
            Base.Pair pair = sides.likeliest(walk);
            return keep(walk, session, List.of(word.on(pair.left(), pair.right(), Verdict.SAME)));
        });
    }

    /** Some of a citizen's records are somebody else's: each is told from each that stays, whatever joined them. */
    public Judged split(UUID ref, Collection<SourceKey> away, Word word) {
        return deciding((walk, session) -> {
            List<StoredRecord> left = new ArrayList<>();
            List<StoredRecord> right = new ArrayList<>();
            session.records(ref).forEach(one -> (away.contains(one.record().key()) ? left : right).add(one));
            if (left.isEmpty()
                    || right.isEmpty()
                    || left.size() < Set.copyOf(away).size()) {
                return new Judged.Pointless();
            }
            List<Judgement> apart = new Sides(left, right)
                    .pairs()
                    .map(pair -> word.on(pair.left(), pair.right(), Verdict.DIFFERENT))
                    .toList();
            return keep(walk, session, apart);
        });
    }

    private Judged deciding(BiFunction<Walk, Base.Session, Judged> decision) {
        Writing.Ready<Judged> oneByOne = walk -> session -> {
            session.holdJudgements();
            return decision.apply(walk, session);
        };
        return kept ? writing.write(oneByOne) : writing.rehearse(oneByOne);
    }

    private static Judged keep(Walk walk, Base.Session session, List<Judgement> decided) {
        return keep(walk, session, decided, () -> true);
    }

    /** @param last asked when everything is held and nothing is written yet */
    private static Judged keep(Walk walk, Base.Session session, List<Judgement> decided, BooleanSupplier last) {
        List<Judgement> because = new Contradictions(session::judgementsOn).of(decided);
        if (!because.isEmpty()) {
            return new Judged.Contradicted(because);
        }
        Set<SourceKey> keys = new TreeSet<>();
        decided.forEach(judgement -> keys.addAll(List.of(judgement.left(), judgement.right())));
        List<StoredRecord> held = session.hold(Seeds.changed(keys));
        Set<SourceKey> live = new TreeSet<>();
        held.forEach(one -> live.add(one.record().key()));
        if (!live.containsAll(keys) || !last.getAsBoolean()) {
            return new Judged.Changed();
        }
        decided.forEach(session::put);
        // What a judgement joins was held with its two ends, each with all that it hangs together with.
        Cause.Kind kind = decided.get(0).verdict() == Verdict.WITHDRAWN ? Cause.Kind.WITHDRAWN : Cause.Kind.JUDGED;
        Cause cause = new Cause(kind, List.copyOf(keys), decided.get(0).steward());
        Resolution resolution = new Resolving(walk).resolve(session, held, live, List.of(), cause);
        return new Judged.Kept(decided, arrival(keys, held, resolution));
    }

    private static Arrival arrival(Set<SourceKey> keys, List<StoredRecord> held, Resolution resolution) {
        Set<UUID> before = new LinkedHashSet<>();
        held.stream()
                .filter(one -> one.ref() != null && keys.contains(one.record().key()))
                .forEach(one -> before.add(Objects.requireNonNull(one.ref())));
        Set<UUID> after = new LinkedHashSet<>();
        keys.forEach(
                key -> after.add(Objects.requireNonNull(resolution.membership().get(key))));
        Arrival.Effect effect = after.size() < before.size()
                ? Arrival.Effect.MERGED
                : after.size() > before.size() ? Arrival.Effect.SPLIT : Arrival.Effect.UNCHANGED;
        return new Arrival(effect, List.copyOf(after), List.of());
    }
}
