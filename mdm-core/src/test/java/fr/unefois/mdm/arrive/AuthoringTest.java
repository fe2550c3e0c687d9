package fr.unefois.mdm.arrive;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.bulk.Relink;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.golden.GoldenValue;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Certification;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthoringTest {
    private static final Walk WALK = Walk.french(Map.of());
    private static final Certification SEEN = new Certification(360, "steward");
    private static final SourceKey EAU = new SourceKey("eau", "1");
    private static final SourceKey CANTINE = new SourceKey("cantine", "2");

    private final MemoryBase base = new MemoryBase();
    private final Arrivals arrivals = new Arrivals(base, WALK);
    private final Judging judging = new Judging(base, WALK);
    private final Authoring authoring = new Authoring(base, Walks.of(WALK));
    private int seconds;

    @BeforeEach
    void linhTwice() {
        arrivals.arrive(Citizens.linh("eau", "1").build());
        arrivals.arrive(Citizens.linh("cantine", "2").build());
    }

    private Judging.Word word() {
        seconds++;
        return new Judging.Word("camille", Instant.ofEpochSecond(seconds), null);
    }

    private void author(Attribute attribute, String... texts) {
        List<Value> values = List.of(texts).stream().<Value>map(Text::new).toList();
        assertThat(authoring.author(base.refOf(EAU), Map.of(attribute, values), SEEN, word()))
                .isTrue();
    }

    private List<GoldenValue> golden(SourceKey of, Attribute attribute) {
        UUID ref = base.refOf(of);
        return Objects.requireNonNull(base.citizens(List.of(ref)).get(ref))
                .golden()
                .values(attribute);
    }

    private List<String> texts(SourceKey of, Attribute attribute) {
        return golden(of, attribute).stream()
                .flatMap(value -> value.values().stream())
                .map(value -> ((Text) value).value())
                .toList();
    }

    @Test
    void whatAStewardAuthorsStandsAboveWhatSourcesSayUntilItIsTakenBack() {
        author(Attribute.BIRTH_NAME, "NGUYỄN-PHAM");
        assertThat(texts(EAU, Attribute.BIRTH_NAME)).containsExactly("NGUYỄN-PHAM");
        assertThat(golden(EAU, Attribute.BIRTH_NAME).get(0).provenance().certification())
                .isEqualTo(SEEN);

        // Sources come and go; a bulk link comes to the same.
        arrivals.arrive(
                Citizens.linh("sports", "3").asOf("2030-01-01T00:00:00Z").build());
        arrivals.depart(CANTINE);
        new Relink(base, WALK).run(new Progress.Silence());
        assertThat(texts(EAU, Attribute.BIRTH_NAME)).containsExactly("NGUYỄN-PHAM");

        assertThat(authoring.takeBack(base.refOf(EAU), Attribute.BIRTH_NAME, word()))
                .isTrue();
        assertThat(texts(EAU, Attribute.BIRTH_NAME)).containsExactly("NGUYỄN");
        assertThat(authoring.takeBack(base.refOf(EAU), Attribute.BIRTH_NAME, word()))
                .isFalse();
    }

    @Test
    void ofContactsItComesFirstAndThoseOfSourcesBehindIt() {
        author(Attribute.PHONES, "06 87 65 43 21");
        assertThat(texts(EAU, Attribute.PHONES)).containsExactly("+33687654321", "+33612345678");
        author(Attribute.PHONES, "0612345678");
        assertThat(texts(EAU, Attribute.PHONES)).containsExactly("+33612345678");
    }

    @Test
    void itIsNoEvidenceOfWhoIsWho() {
        List<List<SourceKey>> before = base.clusters();
        author(Attribute.BIRTH_DATE, "1951-11-02");
        author(Attribute.EMAILS, "yann@fai.example.fr");
        arrivals.arrive(Citizens.record("sports", "3")
                .birthName("LE GOFF")
                .givenNames("Yann")
                .sex("M")
                .birthDate("1951-11-02")
                .emails("yann@fai.example.fr")
                .build());
        assertThat(base.clusters()).containsAll(before).hasSize(2);
    }

    @Test
    void itFollowsTheLargerPartOfASplitAndComesBackWithAMerge() {
        arrivals.arrive(Citizens.linh("sports", "3").build());
        author(Attribute.USAGE_NAME, "PHAM");
        judging.split(base.refOf(EAU), List.of(CANTINE), word());

        assertThat(texts(EAU, Attribute.USAGE_NAME)).containsExactly("PHAM");
        assertThat(texts(CANTINE, Attribute.USAGE_NAME)).isEmpty();
    }

    @Test
    void ofTwoThatMeetInAMergeTheLatestStands() {
        arrivals.arrive(Citizens.record("crm", "4")
                .birthName("PETITJEAN")
                .givenNames("Yves")
                .sex("M")
                .birthDate("1972-08-30")
                .build());
        SourceKey yves = new SourceKey("crm", "4");
        author(Attribute.USAGE_NAME, "PHAM");
        assertThat(authoring.author(
                        base.refOf(yves), Map.of(Attribute.USAGE_NAME, List.of(new Text("PETIT"))), SEEN, word()))
                .isTrue();
        judging.merge(base.refOf(EAU), base.refOf(yves), word());
        assertThat(texts(EAU, Attribute.USAGE_NAME)).containsExactly("PETIT");
    }

    @Test
    void nobodyIsNobody() {
        assertThat(authoring.author(new UUID(9, 9), Map.of(Attribute.USAGE_NAME, List.of(new Text("X"))), SEEN, word()))
                .isFalse();
        assertThat(authoring.takeBack(new UUID(9, 9), Attribute.USAGE_NAME, word()))
                .isFalse();
    }

    @Test
    void refusesWhatNoSourceMaySay() {
        assertThat(authoring.flaws(Map.of(Attribute.BIRTH_DATE, List.of(new Text("31/02/1987")))))
                .containsExactly(new Flaw(Attribute.BIRTH_DATE, "not-a-date"));
        assertThat(authoring.flaws(Map.of(Attribute.IDENTIFIERS, List.of(new Text("187046938312326")))))
                .isNotEmpty();
        assertThat(authoring.flaws(Map.of(Attribute.USAGE_NAME, List.of(new Text("PHAM")))))
                .isEmpty();
    }
}
