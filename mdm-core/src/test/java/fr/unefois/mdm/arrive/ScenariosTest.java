package fr.unefois.mdm.arrive;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.bulk.Relink;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Certification;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import fr.unefois.mdm.review.ReviewTask;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens in lives, and in offices, as records and decisions that come one after the other. */
class ScenariosTest {
    private static final Walk WALK = Walk.french(Map.of(
            "etatcivil", source("etatcivil", 90, Map.of()),
            "eau", source("eau", 40, Map.of()),
            "sports", source("sports", 40, Map.of())));

    private final MemoryBase base = new MemoryBase();
    private final Arrivals arrivals = new Arrivals(base, WALK);
    private final Judging judging = new Judging(base, WALK);
    private int seconds;

    private static Source source(String name, int trust, Map<Attribute, Certification> certifications) {
        return new Source(name, name, "", name, Source.Use.CONTRIBUTE, trust, certifications);
    }

    private static SourceKey key(String source) {
        return new SourceKey(source, "1");
    }

    private GoldenRecord golden(String source) {
        UUID ref = base.refOf(key(source));
        return Objects.requireNonNull(base.citizens(List.of(ref)).get(ref)).golden();
    }

    private List<String> texts(String source, Attribute attribute) {
        return golden(source).values(attribute).stream()
                .flatMap(value -> value.values().stream())
                .map(value -> ((Text) value).value())
                .toList();
    }

    private Judging.Word word() {
        seconds++;
        return new Judging.Word("camille", Instant.ofEpochSecond(seconds), null);
    }

    private static Citizens sophie(String source) {
        return Citizens.record(source, "1")
                .birthName("ROUSSELOT")
                .givenNames("Sophie")
                .sex("F")
                .birthDate("1984-06-21")
                .birthPlace("57463")
                .phones("0633333333");
    }

    @Test
    void aWomanWhoMarriesAndLaterTakesHerNameByDecreeStaysOneCitizen() {
        arrivals.arrive(sophie("etatcivil").build());
        arrivals.arrive(sophie("eau").build());
        UUID ref = base.refOf(key("eau"));

        arrivals.arrive(
                sophie("eau").usageName("KERVELLA").asOf("2019-07-01T00:00:00Z").build());
        assertThat(base.refOf(key("eau"))).isEqualTo(ref);
        assertThat(texts("eau", Attribute.BIRTH_NAME)).containsExactly("ROUSSELOT");
        assertThat(texts("eau", Attribute.USAGE_NAME)).containsExactly("KERVELLA");

        // By the law of 2022 the birth name itself changes; the register tells the former one.
        CitizenRecord changed = with(
                sophie("etatcivil").birthName("MOREAU").asOf("2023-02-01T00:00:00Z"),
                Attribute.NAME_HISTORY,
                "ROUSSELOT");
        arrivals.arrive(changed);
        assertThat(base.clusters()).hasSize(1);
        assertThat(base.refOf(key("eau"))).isEqualTo(ref);
        assertThat(texts("eau", Attribute.BIRTH_NAME)).containsExactly("MOREAU");
        assertThat(texts("eau", Attribute.NAME_HISTORY)).contains("ROUSSELOT");
    }

    private static CitizenRecord with(Citizens citizen, Attribute attribute, String text) {
        CitizenRecord known = citizen.build();
        Map<Attribute, List<Value>> values = new TreeMap<>(known.values());
        values.put(attribute, List.of(new Text(text)));
        return new CitizenRecord(known.key(), known.asOf(), values);
    }

    @Test
    void aDeathReachesTheCitizenAndIsQuestionedByWhoeverKnewThemAliveAfterwards() {
        arrivals.arrive(sophie("eau").asOf("2021-01-10T00:00:00Z").build());
        Arrival arrival = arrivals.arrive(with(sophie("etatcivil"), Attribute.VITAL, "décédée 12/03/2021"));

        assertThat(arrival.effect()).isEqualTo(Arrival.Effect.MATCHED);
        assertThat(texts("eau", Attribute.VITAL)).containsExactly("décédée 12/03/2021");
        assertThat(base.tasks()).isEmpty();

        arrivals.arrive(sophie("sports").asOf("2024-09-01T00:00:00Z").build());
        assertThat(base.tasks()).hasSize(1);
        ReviewTask task = base.tasks().get(0);
        assertThat(task.reason().name()).isEqualTo("DEATH");

        // It was somebody else after all: the sports club's member lives on under a reference of her own.
        Judged judged = judging.judge(task.id(), 0, Verdict.DIFFERENT, word());
        assertThat(judged).isInstanceOf(Judged.Kept.class);
        assertThat(base.refOf(key("sports"))).isNotEqualTo(base.refOf(key("etatcivil")));
        assertThat(golden("sports").values(Attribute.VITAL)).isEmpty();

        // The water customer might be either: whose account it is, is asked and not guessed.
        assertThat(base.refOf(key("eau"))).isNotIn(base.refOf(key("sports")), base.refOf(key("etatcivil")));
        assertThat(base.tasks()).hasSize(1);
        judging.judge(word().on(key("eau"), key("etatcivil"), Verdict.SAME));
        assertThat(texts("eau", Attribute.VITAL)).containsExactly("décédée 12/03/2021");
        assertThat(base.tasks()).isEmpty();
    }

    @Test
    void aCorrectionAtTheSourceUndoesTheMergeThatItsErrorMade() {
        arrivals.arrive(sophie("eau").build());
        arrivals.arrive(Citizens.record("sports", "1")
                .birthName("ROUSSELOT")
                .givenNames("Élise")
                .sex("F")
                .birthDate("1990-02-14")
                .phones("0644444444")
                .build());
        UUID sophie = base.refOf(key("eau"));
        UUID elise = base.refOf(key("sports"));
        Object before = base.goldens();

        // The club's agent types Sophie's identity over Élise's.
        assertThat(arrivals.arrive(sophie("sports").build()).effect()).isEqualTo(Arrival.Effect.MERGED);
        assertThat(base.clusters()).hasSize(1);
        assertThat(base.retired()).containsEntry(elise, List.of(sophie));

        Arrival corrected = arrivals.arrive(Citizens.record("sports", "1")
                .birthName("ROUSSELOT")
                .givenNames("Élise")
                .sex("F")
                .birthDate("1990-02-14")
                .phones("0644444444")
                .build());
        assertThat(corrected.effect()).isEqualTo(Arrival.Effect.SPLIT);
        assertThat(base.refOf(key("eau"))).isEqualTo(sophie);
        assertThat(base.refOf(key("sports"))).isEqualTo(elise);
        assertThat(base.goldens()).isEqualTo(before);
    }

    @Test
    void aJudgementOutlivesAChangeOfTheModelEitherWay() {
        arrivals.arrive(sophie("eau").build());
        arrivals.arrive(sophie("etatcivil").build());
        arrivals.arrive(Citizens.record("sports", "1")
                .birthName("LE GOFF")
                .givenNames("Yann")
                .sex("M")
                .birthDate("1951-11-02")
                .build());
        judging.judge(word().on(key("eau"), key("etatcivil"), Verdict.DIFFERENT));
        judging.judge(word().on(key("eau"), key("sports"), Verdict.SAME));
        List<List<SourceKey>> judged = base.clusters();
        assertThat(judged).containsExactlyInAnyOrder(List.of(key("eau"), key("sports")), List.of(key("etatcivil")));

        for (int match : List.of(-20_000, 60_000)) {
            Walk other = new Walk(
                    WALK.standardiser(), WALK.rules(), WALK.model().withMatchThreshold(match), WALK.survivorship());
            assertThat(other.model().version()).isNotEqualTo(WALK.model().version());
            new Relink(base, other).run(new Progress.Silence());
            assertThat(base.clusters()).isEqualTo(judged);
        }
    }

    @Test
    void aMergeASplitAndAMergeAgainEndWithTheOldestReference() {
        arrivals.arrive(sophie("eau").build());
        arrivals.arrive(Citizens.linh("sports", "1").build());
        UUID oldest = base.refOf(key("eau"));
        UUID other = base.refOf(key("sports"));

        judging.merge(oldest, other, word());
        assertThat(base.refOf(key("sports"))).isEqualTo(oldest);
        judging.split(oldest, List.of(key("sports")), word());
        assertThat(base.refOf(key("sports"))).isEqualTo(other);
        judging.judge(word().on(key("eau"), key("sports"), Verdict.SAME));
        assertThat(base.refOf(key("sports"))).isEqualTo(oldest);
        assertThat(base.retired()).containsEntry(other, List.of(oldest));
    }

    @Test
    void separatedParentsAndTheirChildAreThreeAndTheChildHasBothAddresses() {
        String mothers = "0612345678";
        String fathers = "0687654321";
        parent("eau", "Sophie", "F", "1984-06-21", mothers, "3 rue Pasteur");
        parent("sports", "Marc", "M", "1982-01-30", fathers, "9 avenue Foch");
        // Each parent enrols the child with their own telephone and address.
        arrivals.arrive(child("cantine", mothers, "3 rue Pasteur"));
        arrivals.arrive(child("mediatheque", fathers, "9 avenue Foch"));

        assertThat(base.clusters())
                .containsExactlyInAnyOrder(
                        List.of(key("eau")), List.of(key("sports")), List.of(key("cantine"), key("mediatheque")));
        assertThat(golden("cantine").values(Attribute.ADDRESSES)).hasSize(2);
        assertThat(texts("eau", Attribute.PHONES)).containsExactly("+33612345678");
        assertThat(texts("sports", Attribute.PHONES)).containsExactly("+33687654321");
    }

    private void parent(String source, String name, String sex, String birth, String phone, String line) {
        arrivals.arrive(Citizens.record(source, "1")
                .birthName("KERVELLA")
                .givenNames(name)
                .sex(sex)
                .birthDate(birth)
                .phones(phone)
                .address(line, "57000", "Metz", "57463")
                .build());
    }

    private static CitizenRecord child(String source, String phone, String line) {
        return Citizens.record(source, "1")
                .birthName("KERVELLA")
                .givenNames("Léa")
                .sex("F")
                .birthDate("2015-09-12")
                .birthPlace("57463")
                .phones(phone)
                .address(line, "57000", "Metz", "57463")
                .build();
    }
}
