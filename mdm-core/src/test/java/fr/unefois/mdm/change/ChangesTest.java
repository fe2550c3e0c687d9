package fr.unefois.mdm.change;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.golden.GoldenValue;
import fr.unefois.mdm.golden.Provenance;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Certification;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangesTest {
    private static final UUID REF = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);

    @Test
    void aCitizenNobodyKnewIsCreatedWithAllAttributes() {
        assertThat(Changes.between(REF, null, named("MARTIN"), List.of(), List.of()))
                .containsExactly(
                        new ChangeEvent(REF, ChangeEvent.Kind.CREATED, Set.of(Attribute.BIRTH_NAME), List.of()));
    }

    @Test
    void aChangeNamesOnlyTheAttributesThatDiffer() {
        assertThat(Changes.between(REF, named("MARTIN"), named("MARTINE"), List.of(), List.of()))
                .containsExactly(
                        new ChangeEvent(REF, ChangeEvent.Kind.CHANGED, Set.of(Attribute.BIRTH_NAME), List.of()));
    }

    @Test
    void nothingHappensWhereNothingDiffers() {
        assertThat(Changes.between(REF, named("MARTIN"), named("MARTIN"), List.of(), List.of()))
                .isEmpty();
    }

    @Test
    void aRecordThatJoinsWithoutANewValueIsAChangeOfNoAttribute() {
        GoldenRecord joined = new GoldenRecord(
                named("MARTIN").attributes(), List.of(new SourceKey("s", "1"), new SourceKey("t", "1")), 20_000);
        assertThat(Changes.between(REF, named("MARTIN"), joined, List.of(), List.of()))
                .containsExactly(new ChangeEvent(REF, ChangeEvent.Kind.CHANGED, Set.of(), List.of()));
    }

    @Test
    void aMergeNamesTheReferencesThatItAnswersForEvenWhereNoValueChanged() {
        assertThat(Changes.between(REF, named("MARTIN"), named("MARTIN"), List.of(OTHER), List.of()))
                .containsExactly(new ChangeEvent(REF, ChangeEvent.Kind.MERGED, Set.of(), List.of(OTHER)));
    }

    private static GoldenRecord named(String name) {
        SourceKey key = new SourceKey("s", "1");
        return new GoldenRecord(
                Map.of(
                        Attribute.BIRTH_NAME,
                        List.of(new GoldenValue(
                                List.of(new Text(name)), new Provenance(key, Certification.DECLARED, null)))),
                List.of(key),
                Integer.MAX_VALUE);
    }
}
