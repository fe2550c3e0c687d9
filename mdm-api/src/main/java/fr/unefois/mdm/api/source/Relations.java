package fr.unefois.mdm.api.source;

import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.SourceKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the ties that a source tells of. */
final class Relations {
    private Relations() {}

    static List<Relation> read(@Nullable List<RecordRequest.@Nullable RelationRequest> relations) {
        return relations == null
                ? List.of()
                : relations.stream().map(Relations::read).toList();
    }

    private static Relation read(RecordRequest.@Nullable RelationRequest relation) {
        String word = relation == null ? null : relation.role();
        Relation.Role role = word == null ? null : Relation.Role.of(word).orElse(null);
        if (relation == null || role == null || relation.source() == null || relation.id() == null) {
            throw malformed(
                    "A relation has a role (" + String.join(", ", Relation.Role.words()) + "), a source and an id.");
        }
        check("source", relation.source());
        check("id", relation.id());
        return new Relation(role, new SourceKey(relation.source(), relation.id()));
    }

    private static void check(String member, String text) {
        SourceKey.faultOf(text).ifPresent(fault -> {
            throw malformed("A relation's `" + member + "` " + fault + ".");
        });
    }

    private static ProblemException malformed(String sentence) {
        return new ProblemException(Problem.MALFORMED, sentence);
    }
}
