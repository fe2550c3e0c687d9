package fr.unefois.mdm.api.identity;

import fr.unefois.mdm.api.value.StrictMapping;
import fr.unefois.mdm.arrive.Resolved;
import fr.unefois.mdm.compare.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** From the walk's answer to the API's. */
@Mapper(config = StrictMapping.class)
interface IdentityMapper {
    @Mapping(target = "ref", source = "ref")
    @Mapping(target = "matchWeight", expression = "java(candidate.pair().bits())")
    @Mapping(target = "matchProbability", expression = "java(candidate.pair().probability())")
    @Mapping(target = "explanation", source = "explanation")
    ResolveAnswer.CandidateAnswer candidate(
            Resolved.Candidate candidate, String ref, @Nullable List<ResolveAnswer.EvidenceAnswer> explanation);

    List<ResolveAnswer.EvidenceAnswer> explanation(List<Evidence> evidence);

    @Mapping(target = "weight", expression = "java(evidence.weight() / 1000.0)")
    ResolveAnswer.EvidenceAnswer line(Evidence evidence);
}
