package fr.unefois.mdm.api.profile;

import fr.unefois.mdm.access.Access;
import fr.unefois.mdm.api.value.StrictMapping;
import fr.unefois.mdm.record.Attribute;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** From the account of accesses to the API's answer; the agent stays out of it. */
@Mapper(config = StrictMapping.class)
interface AccessMapper {
    @Mapping(target = "service", source = "contract")
    AccessesAnswer.AccessAnswer access(Access access);

    default String name(Attribute attribute) {
        return attribute.name();
    }
}
