package fr.unefois.mdm.arrive;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final Walk WALK = Walk.french(Map.of(
            "etatcivil",
            new Source("etatcivil", "État civil", "Ville", "etatcivil", Source.Use.VERIFY, 100, Map.of())));

    private final MemoryBase base = new MemoryBase();
    private final Arrivals arrivals = new Arrivals(base, WALK);
    private final Judging judging = new Judging(base, WALK);

    @Test
    void createsACitizenNobodyKnew() {
        Arrival arrival = arrivals.arrive(Citizens.linh("eau", "1").build());

        assertThat(arrival.effect()).isEqualTo(Arrival.Effect.CREATED);
        assertThat(arrival.refs()).containsExactly(base.refOf(key("eau", "1")));
    }

    @Test
    void changesNothingWhenASourceRepeatsItself() {
        arrivals.arrive(Citizens.linh("eau", "1").build());

        assertThat(arrivals.arrive(Citizens.linh("eau", "1").build()).effect()).isEqualTo(Arrival.Effect.UNCHANGED);
    }

    @Test
    void matchesTheSamePersonFromAnotherSource() {
        arrivals.arrive(Citizens.linh("eau", "1").build());

        Arrival arrival = arrivals.arrive(
                Citizens.linh("cantine", "2").birthName("Nguyen").build());

        assertThat(arrival.effect()).isEqualTo(Arrival.Effect.MATCHED);
        assertThat(base.clusters()).containsExactly(List.of(key("cantine", "2"), key("eau", "1")));
    }

    @Test
    void neverStoresANirAndKeepsTheRestOfTheRecord() {
        Arrival arrival = arrivals.arrive(
                Citizens.linh("eau", "1").birthName("255081416802538").build());

        assertThat(arrival.flaws()).extracting(Flaw::rule).containsExactly("looks-like-a-nir");
        StoredRecord stored = base.record(key("eau", "1")).orElseThrow();
        assertThat(stored.record().values(Attribute.BIRTH_NAME)).isEmpty();
        assertThat(stored.record().values(Attribute.PHONES)).isNotEmpty();
    }

    @Test
    void keepsStrangersApart() {
        arrivals.arrive(Citizens.linh("eau", "1").build());
        arrivals.arrive(stranger("cantine", "2"));

        assertThat(base.clusters()).hasSize(2);
    }

    @Test
    void splitsWhenTheSourceCorrectsTheEvidenceAway() {
        arrivals.arrive(Citizens.linh("eau", "1").build());
        arrivals.arrive(Citizens.linh("cantine", "2").build());

        Arrival arrival = arrivals.arrive(stranger("cantine", "2"));

        assertThat(arrival.effect()).isEqualTo(Arrival.Effect.SPLIT);
        assertThat(base.clusters()).containsExactly(List.of(key("cantine", "2")), List.of(key("eau", "1")));
    }

    @Test
    void tellsThatACitizenIsGoneWithTheLastRecord() {
        arrivals.arrive(Citizens.linh("eau", "1").build());
        UUID ref = base.refOf(key("eau", "1"));

        Arrival arrival = arrivals.depart(key("eau", "1"));

        assertThat(arrival.effect()).isEqualTo(Arrival.Effect.REMOVED);
        assertThat(base.retired()).containsExactly(Map.entry(ref, List.of()));
        assertThat(base.goldens()).isEmpty();
    }

    @Test
    void keepsAJudgementOverTheModelAndTakesItBack() {
        arrivals.arrive(Citizens.linh("eau", "1").build());
        arrivals.arrive(Citizens.linh("cantine", "2").build());

        Arrival apart = judge(judgement(Judgement.Verdict.DIFFERENT, 1));
        assertThat(apart.effect()).isEqualTo(Arrival.Effect.SPLIT);
        assertThat(base.clusters()).hasSize(2);

        Arrival together = judge(judgement(Judgement.Verdict.SAME, 2));
        assertThat(together.effect()).isEqualTo(Arrival.Effect.MERGED);
        assertThat(base.clusters()).hasSize(1);
    }

    @Test
    void joinsStrangersWhomAStewardKnowsToBeOne() {
        arrivals.arrive(Citizens.linh("eau", "1").build());
        arrivals.arrive(stranger("cantine", "2"));
        UUID oldest = base.refOf(key("eau", "1"));

        judge(judgement(Judgement.Verdict.SAME, 1));

        assertThat(base.refOf(key("cantine", "2"))).isEqualTo(oldest);
    }

    @Test
    void createsNobodyFromASourceThatOnlyVerifies() {
        arrivals.arrive(Citizens.linh("etatcivil", "1").build());
        assertThat(base.goldens()).isEmpty();

        Arrival arrival = arrivals.arrive(Citizens.linh("eau", "1").build());

        assertThat(base.goldens()).hasSize(1);
        assertThat(arrival.refs()).isNotEmpty();
    }

    @Test
    void resolvesWhoSomebodyIsAndWritesNothing() {
        arrivals.arrive(Citizens.linh("eau", "1").build());
        arrivals.arrive(stranger("cantine", "2"));

        Resolved resolved = arrivals.resolve(
                Citizens.linh("?", "?").without(Attribute.ADDRESSES).build(), 5);

        assertThat(resolved.outcome()).isEqualTo(Resolved.Outcome.MATCH);
        assertThat(resolved.candidates())
                .extracting(Resolved.Candidate::ref)
                .containsExactly(base.refOf(key("eau", "1")));
        assertThat(base.record(key("?", "?"))).isEmpty();
    }

    private static Asker asker(Predicate<SourceKey> comparable, Predicate<Citizen> known) {
        return new Asker() {
            @Override
            public boolean compares(SourceKey record) {
                return comparable.test(record);
            }

            @Override
            public boolean knows(Citizen citizen) {
                return known.test(citizen);
            }

            @Override
            public boolean comparesAddress(Citizen citizen, CitizenRecord record) {
                return true;
            }
        };
    }

    @Test
    void whoIsLeftOutTakesNoPartInTheAnswer() {
        arrivals.arrive(Citizens.linh("eau", "1").build());
        arrivals.arrive(Citizens.linh("ccas", "1").build());
        judging.judge(new Judgement(
                key("eau", "1"), key("ccas", "1"), Judgement.Verdict.DIFFERENT, "camille", Instant.EPOCH, null));
        CitizenRecord asked = Citizens.linh("?", "?").build();
        UUID one = base.refOf(key("eau", "1"));

        assertThat(arrivals.resolve(asked, 5).outcome()).isEqualTo(Resolved.Outcome.POSSIBLE);
        for (Resolved answer : List.of(
                arrivals.resolve(asked, 5, asker(key -> !key.source().equals("ccas"), citizen -> true)),
                arrivals.resolve(
                        asked, 5, asker(key -> true, citizen -> citizen.ref().equals(one))))) {
            assertThat(answer.outcome()).isEqualTo(Resolved.Outcome.MATCH);
            assertThat(answer.candidates()).extracting(Resolved.Candidate::ref).containsExactly(one);
        }
    }

    @Test
    void resolvesNobodyWhereNobodyIsLike() {
        arrivals.arrive(Citizens.linh("eau", "1").build());

        assertThat(arrivals.resolve(stranger("?", "?"), 5).outcome()).isEqualTo(Resolved.Outcome.NONE);
    }

    @Test
    void countsTheVersionsOfAGoldenRecord() {
        arrivals.arrive(Citizens.linh("eau", "1").build());
        UUID ref = base.refOf(key("eau", "1"));
        arrivals.arrive(Citizens.linh("eau", "1").phones("0387000102").build());

        Citizen citizen = Objects.requireNonNull(base.citizens(List.of(ref)).get(ref));
        assertThat(citizen.version()).isEqualTo(2);
        assertThat(citizen.golden().values(Attribute.PHONES).get(0).values()).containsExactly(new Text("+33387000102"));
    }

    private Arrival judge(Judgement judgement) {
        return ((Judged.Kept) judging.judge(judgement)).arrival();
    }

    private static Judgement judgement(Judgement.Verdict verdict, int second) {
        return new Judgement(
                key("eau", "1"), key("cantine", "2"), verdict, "steward", Instant.ofEpochSecond(second), null);
    }

    private static CitizenRecord stranger(String source, String id) {
        return Citizens.record(source, id)
                .birthName("LE GOFF")
                .givenNames("Yann")
                .sex("M")
                .birthDate("1951-11-02")
                .birthPlace("29019")
                .emails("yann.legoff@fai.example.fr")
                .phones("0298000102")
                .address("14 quai Vauban", "57000", "Metz", "57463")
                .build();
    }

    private static SourceKey key(String source, String id) {
        return new SourceKey(source, id);
    }
}
