package fr.unefois.mdm.api.review;

import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.access.Gate;
import fr.unefois.mdm.api.value.StrictMapping;
import fr.unefois.mdm.compare.Evidence;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.store.Reviews.Review;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.mapstruct.Context;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** From the queue's tasks to the API's answers, without naming a source that must not be named. */
@Mapper(config = StrictMapping.class)
interface ReviewMapper {
    @Mapping(target = "id", source = "review.task.id")
    @Mapping(target = "version", source = "review.version")
    @Mapping(target = "openedAt", source = "review.openedAt")
    @Mapping(target = "matchWeight", expression = "java(review.task().pair().bits())")
    @Mapping(target = "matchProbability", expression = "java(review.task().pair().probability())")
    @Mapping(target = "reason", source = "review.task.reason")
    @Mapping(target = "risk", expression = "java(review.task().risk() / 1000.0)")
    @Mapping(target = "waiting", source = "review.task.waiting")
    @Mapping(target = "left", expression = "java(side(review.task().left(), review.task().pair().left(), call, gate))")
    @Mapping(
            target = "right",
            expression = "java(side(review.task().right(), review.task().pair().right(), call, gate))")
    @Mapping(target = "explanation", source = "explanation")
    ReviewsAnswer.ReviewAnswer review(
            Review review,
            @Nullable List<ReviewsAnswer.LineAnswer> explanation,
            @Context Call call,
            @Context Gate gate);

    List<ReviewsAnswer.LineAnswer> explanation(List<Evidence> evidence);

    @Mapping(target = "weight", expression = "java(line.weight() / 1000.0)")
    ReviewsAnswer.LineAnswer line(Evidence line);

    default ReviewsAnswer.SideAnswer side(UUID citizen, SourceKey key, @Context Call call, @Context Gate gate) {
        boolean named = gate.policy().mayKnow(call.contract(), key.source());
        return new ReviewsAnswer.SideAnswer(call.ref(citizen), named ? key.source() : null, named ? key.id() : null);
    }
}
