package fr.unefois.mdm.api.profile;

import fr.unefois.mdm.access.Profile;
import fr.unefois.mdm.api.value.StrictMapping;
import fr.unefois.mdm.api.value.Values;
import fr.unefois.mdm.record.Attribute;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mapstruct.Mapper;
import org.mapstruct.Mapping;

/** From the profile to the API's answer. */
@Mapper(config = StrictMapping.class, imports = Values.class)
interface ProfileMapper {
    @Mapping(target = "value", expression = "java(Values.json(attribute, shown.values()))")
    @Mapping(target = "certification", source = "shown.certification.level")
    @Mapping(target = "process", source = "shown.certification.process")
    @Mapping(target = "verified", expression = "java(shown.certification().verified())")
    @Mapping(target = "source", source = "shown.source")
    @Mapping(target = "since", expression = "java(Values.day(shown.since()))")
    ProfileAnswer.ShownAnswer value(Attribute attribute, Profile.Shown shown);

    /** In the order in which people expect to read them. */
    default Map<String, Object> attributes(Profile profile) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        Attribute.CANONICAL.forEach(attribute -> put(attributes, attribute, profile));
        profile.values().keySet().forEach(attribute -> put(attributes, attribute, profile));
        return attributes;
    }

    private void put(Map<String, Object> attributes, Attribute attribute, Profile profile) {
        List<Profile.Shown> shown = profile.values(attribute);
        if (shown.isEmpty()) {
            return;
        }
        boolean list = attribute.plural() && !attribute.equals(Attribute.GIVEN_NAMES);
        attributes.put(
                attribute.name(),
                list ? shown.stream().map(one -> value(attribute, one)).toList() : value(attribute, shown.get(0)));
    }
}
