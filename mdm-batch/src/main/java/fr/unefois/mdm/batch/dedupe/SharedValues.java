package fr.unefois.mdm.batch.dedupe;

import fr.unefois.mdm.record.PartialDate;
import fr.unefois.mdm.standardise.AttributeReader;
import fr.unefois.mdm.standardise.FamilyName;
import fr.unefois.mdm.standardise.GivenName;
import fr.unefois.mdm.standardise.StandardAddress;
import java.util.List;

/** The values that the records of all files share. */
final class SharedValues {
    final Shared<FamilyName> familyNames = new Shared<>();
    final Shared<List<FamilyName>> formerNames = new Shared<>();
    final Shared<List<GivenName>> givenNames = new Shared<>();
    final Shared<AttributeReader.Origin> origins = new Shared<>();
    final Shared<PartialDate> dates = new Shared<>();
    final Shared<List<String>> texts = new Shared<>();
    final Shared<List<StandardAddress>> addresses = new Shared<>();
    final Shared<String> words = new Shared<>();
}
