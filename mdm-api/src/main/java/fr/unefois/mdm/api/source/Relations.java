package fr.unefois.mdm.api.source;

import fr.unefois.mdm.api.problem.Problem;
import fr.unefois.mdm.api.problem.ProblemException;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.SourceKey;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the ties that a source tells of. */
final class Relations {
    private static final Map<String, Relation.Role> ROLES = Map.of(
            "parent", Relation.Role.PARENT,
            "legalRepresentative", Relation.Role.LEGAL_REPRESENTATIVE,
            "household", Relation.Role.HOUSEHOLD);

    private Relations() {}

    static List<Relation> read(@Nullable List<RecordRequest.RelationRequest> relations) {
        return relations == null
                ? List.of()
                : relations.stream().map(Relations::read).toList();
    }

    private static Relation read(RecordRequest.RelationRequest relation) {
        Relation.Role role = relation.role() == null ? null : ROLES.get(relation.role());
        if (role == null || relation.source() == null || relation.id() == null) {
            throw new ProblemException(
                    Problem.MALFORMED,
                    "A relation has a role (parent, legalRepresentative, household), a source and an id.");
        }
        return new Relation(role, new SourceKey(relation.source(), relation.id()));
    }
}
