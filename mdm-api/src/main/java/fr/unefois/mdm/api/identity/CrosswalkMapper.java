package fr.unefois.mdm.api.identity;

import fr.unefois.mdm.api.value.StrictMapping;
import fr.unefois.mdm.record.SourceKey;
import java.util.List;
import org.mapstruct.Mapper;

/** From source keys to the API's identifiers. */
@Mapper(config = StrictMapping.class)
interface CrosswalkMapper {
    List<CrosswalkAnswer.IdentifierAnswer> identifiers(List<SourceKey> keys);
}
