package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.access.SectorReferences;
import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.Seeds;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.cluster.ClusterStories;
import fr.unefois.mdm.cluster.ClusterStory;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.standardise.StandardRecord;
import fr.unefois.mdm.store.Citizens;
import fr.unefois.mdm.store.Found;
import fr.unefois.mdm.store.PostgresBase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** Explains two references of the base: why they are two citizens, or one. */
final class ExplainBase {
    private final DataSource dataSource;
    private final Walk walk;
    private final SectorReferences references;
    private final ClusterStories stories;

    ExplainBase(DataSource dataSource, Walk walk, SectorReferences references) {
        this.dataSource = dataSource;
        this.walk = walk;
        this.references = references;
        this.stories = new ClusterStories(walk.model(), walk.rules(), walk.certified());
    }

    /**
     * @param records how many records each reference has; one number where both answer with one citizen
     * @param current whether the model in force would link them as the base has them
     */
    record Answer(List<Integer> records, boolean current, Explanation explanation) {}

    Answer explain(String first, String second) {
        UUID left = citizen(first);
        UUID right = citizen(second);
        Set<SourceKey> ours = keys(left);
        if (!left.equals(right)) {
            return two(ours, keys(right));
        }
        if (ours.size() < 2) {
            throw new Unusable(
                    Command.FAILED, second + ": is the same citizen, of one record: there is nothing to explain");
        }
        return one(ours);
    }

    /** One citizen: where its records hold together least. */
    private Answer one(Set<SourceKey> keys) {
        Around around = around(keys, keys);
        SourceKey first = keys.iterator().next();
        ClusterStory story = stories.weakest(first, around.ours, around.judgements)
                .orElseGet(() -> {
                    SourceKey other = keys.stream().skip(1).findFirst().orElseThrow();
                    return stories.between(first, other, around.ours, around.ours, around.judgements);
                });
        Collection<SourceKey> others = story.right().isEmpty() ? story.left() : story.right();
        ScoredPair pair = strongest(story.left(), others, around);
        Set<SourceKey> cluster = new TreeSet<>(story.left());
        cluster.addAll(story.right());
        boolean current = story.ending().together() && keys.containsAll(cluster);
        return new Answer(List.of(keys.size()), current, explanation(pair, story, around));
    }

    private Answer two(Set<SourceKey> keys, Set<SourceKey> others) {
        Around around = around(keys, others);
        ScoredPair pair = strongest(keys, others, around);
        boolean inOrder = keys.contains(pair.left());
        SourceKey a = inOrder ? pair.left() : pair.right();
        SourceKey b = inOrder ? pair.right() : pair.left();
        ClusterStory story = stories.between(a, b, around.ours, around.theirs, around.judgements);
        return new Answer(
                List.of(keys.size(), others.size()), !story.ending().together(), explanation(pair, story, around));
    }

    private ScoredPair strongest(Collection<SourceKey> keys, Collection<SourceKey> others, Around around) {
        return stories.strongest(around.only(keys), around.only(others)).orElseThrow();
    }

    private Explanation explanation(ScoredPair pair, ClusterStory story, Around around) {
        return Explanation.of(
                walk.model(),
                walk.rules(),
                walk.rules().hot(),
                around.only(List.of(pair.left())).get(0),
                around.only(List.of(pair.right())).get(0),
                story,
                around.judgements);
    }

    private UUID citizen(String ref) {
        UUID asked = references
                .citizen(ref)
                .orElseThrow(() -> new Unusable(Command.WRONG_USAGE, ref + ": is no reference of this installation"));
        Found found = new Citizens(dataSource).find(asked);
        if (found instanceof Found.Live) {
            return asked;
        }
        if (found instanceof Found.Merged merged) {
            return merged.into();
        }
        if (found instanceof Found.Split split) {
            throw new Unusable(
                    Command.FAILED,
                    ref + ": was split; name one of "
                            + split.into().stream().map(references::ref).collect(Collectors.joining(", ")));
        }
        boolean gone = found instanceof Found.Gone;
        throw new Unusable(
                Command.FAILED, ref + (gone ? ": nothing is left of this citizen" : ": names nobody in this base"));
    }

    private Set<SourceKey> keys(UUID ref) {
        return new Citizens(dataSource)
                .records(ref).stream().map(CitizenRecord::key).collect(Collectors.toCollection(TreeSet::new));
    }

    private Around around(Set<SourceKey> keys, Set<SourceKey> others) {
        return new PostgresBase(dataSource).read(session -> {
            List<StandardRecord> ours = component(session, keys);
            Set<SourceKey> known = ours.stream().map(StandardRecord::key).collect(Collectors.toSet());
            List<StandardRecord> theirs = known.containsAll(others) ? ours : component(session, others);
            theirs.forEach(record -> known.add(record.key()));
            return new Around(ours, theirs, session.judgements(known));
        });
    }

    private List<StandardRecord> component(Base.Session session, Set<SourceKey> seeds) {
        return session.component(Seeds.changed(seeds)).stream()
                .map(stored -> walk.standardiser().standardise(stored.record()).record())
                .toList();
    }

    /** What hangs together with the two citizens' records; one list twice where all hangs together. */
    private record Around(List<StandardRecord> ours, List<StandardRecord> theirs, Judgements judgements) {
        List<StandardRecord> only(Collection<SourceKey> keys) {
            List<StandardRecord> all = new ArrayList<>(ours);
            if (theirs != ours) {
                all.addAll(theirs);
            }
            return all.stream().filter(record -> keys.contains(record.key())).toList();
        }
    }
}
