package fr.unefois.mdm.api.source;

import fr.unefois.mdm.api.access.Call;
import fr.unefois.mdm.api.value.StrictMapping;
import fr.unefois.mdm.arrive.Arrival;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Flaw;
import java.util.UUID;
import org.mapstruct.Context;
import org.mapstruct.Mapper;

/** From the walk's answer to the API's, with references of the caller's sector. */
@Mapper(config = StrictMapping.class)
interface EffectMapper {
    EffectAnswer effect(Arrival arrival, @Context Call call);

    EffectAnswer.FlawAnswer flaw(Flaw flaw);

    default String ref(UUID citizen, @Context Call call) {
        return call.ref(citizen);
    }

    default String name(Attribute attribute) {
        return attribute.name();
    }
}
