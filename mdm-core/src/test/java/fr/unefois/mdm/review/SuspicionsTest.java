package fr.unefois.mdm.review;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.Citizens;
import fr.unefois.mdm.cluster.SpanningTree;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.Weighing;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.standardise.Columns;
import fr.unefois.mdm.standardise.Standardiser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SuspicionsTest {
    private static final Instant SPRING = Instant.parse("2024-04-01T08:00:00Z");

    private static Optional<Suspicion> suspicion(Judgements judgements, List<CitizenRecord> records) {
        Standardiser standardiser = Standardiser.french();
        Weighing weighing = LinkageModel.french()
                .over(Columns.of(records.stream()
                        .map(record -> standardiser.standardise(record).record())
                        .toList()));
        int[] members = weighing.columns().positions().toArray();
        return new Suspicions(weighing, judgements).of(members, records, SpanningTree.of(members, weighing::weight));
    }

    private static Optional<Reason> reason(Citizens... records) {
        return suspicion(
                        Judgements.none(),
                        Stream.of(records).map(Citizens::build).toList())
                .map(Suspicion::reason);
    }

    private static Citizens linh(String source) {
        return Citizens.linh(source, "1");
    }

    @Test
    void hasNothingAgainstOneWhomSourcesKnowAlike() {
        assertThat(reason(linh("eau"), linh("cantine"), linh("portail").emails("linh@mairie.example.fr")))
                .isEmpty();
        assertThat(reason(linh("eau"))).isEmpty();
    }

    @Test
    void suspectsBirthsThatNoSlipExplains() {
        assertThat(reason(linh("eau"), linh("cantine").birthDate("1962-11-30"))).contains(Reason.BIRTH_DATES);
        assertThat(reason(linh("eau"), linh("cantine").birthDate("1987-04-13"))).isEmpty();
        assertThat(reason(linh("eau"), linh("cantine").birthDate("1987"))).isEmpty();
    }

    @Test
    void suspectsAManWhoIsAWomanElsewhere() {
        assertThat(reason(linh("eau"), linh("cantine").sex("M"))).contains(Reason.SEXES);
    }

    @Test
    void aDeathContradictsOnlyWhatIsDatedAfterIt() {
        CitizenRecord dead = saying("eau", "décédée 12/03/2020", null);
        assertThat(suspicion(Judgements.none(), List.of(dead, saying("sports", "", SPRING))))
                .map(Suspicion::reason)
                .contains(Reason.DEATH);
        Instant before = Instant.parse("2020-03-11T08:00:00Z");
        assertThat(suspicion(Judgements.none(), List.of(dead, saying("sports", "", before))))
                .isEmpty();
        assertThat(suspicion(Judgements.none(), List.of(dead, saying("sports", "deceased", SPRING))))
                .isEmpty();
        assertThat(suspicion(Judgements.none(), List.of(saying("eau", "deceased", null), saying("sports", "", SPRING))))
                .isEmpty();
    }

    private static CitizenRecord saying(String source, String vital, @Nullable Instant asOf) {
        CitizenRecord known = linh(source).build();
        Map<Attribute, List<fr.unefois.mdm.record.Value>> values = new TreeMap<>(known.values());
        values.put(Attribute.VITAL, vital.isEmpty() ? List.of() : List.of(new Text(vital)));
        return new CitizenRecord(known.key(), asOf, values);
    }

    @Test
    void suspectsNamesakesWhereNothingButTheNameSpeaksForOnePerson() {
        Citizens nicolas = Citizens.record("eau", "1")
                .birthName("MARTIN")
                .givenNames("Nicolas")
                .birthDate("1980");
        Citizens other = Citizens.record("sports", "1")
                .birthName("MARTIN")
                .givenNames("Nicolas")
                .birthDate("1980");
        assertThat(reason(nicolas, other)).contains(Reason.NAMESAKES);
        assertThat(reason(nicolas.phones("0612345678"), other.phones("0612345678")))
                .isEmpty();
    }

    @Test
    void suspectsTwoGroupsThatOneWeakPairHoldsTogether() {
        List<CitizenRecord> all = Stream.of(
                        reached("cantine", "0622222222"),
                        reached("eau", "0622222222")
                                .birthName("ROUSSELOT")
                                .givenNames("Linh")
                                .address("3 rue Pasteur", "69007", "Lyon", "69387"),
                        reached("portail", "0611111111")
                                .birthName("ROUSSELOT")
                                .givenNames("Linh")
                                .address("8 rue Pasteur", "69007", "Lyon", "69387"),
                        reached("sports", "0611111111"))
                .map(Citizens::build)
                .toList();
        Optional<Suspicion> found = suspicion(Judgements.none(), all);

        assertThat(found).map(Suspicion::reason).contains(Reason.BRIDGE);
        assertThat(found.orElseThrow().pair().weight()).isLessThan(Suspicions.FIRM);
    }

    private static Citizens reached(String source, String phone) {
        return Citizens.record(source, "1").phones(phone).emails(phone + "@example.fr");
    }

    @Test
    void suspectsACrowd() {
        List<CitizenRecord> crowd = new ArrayList<>();
        for (int i = 0; i <= Suspicions.LARGE; i++) {
            crowd.add(Citizens.linh("eau", Integer.toString(i)).build());
        }
        assertThat(suspicion(Judgements.none(), crowd)).map(Suspicion::reason).contains(Reason.LARGE);
    }

    @Test
    void asksNobodyTwice() {
        List<CitizenRecord> records = List.of(
                linh("eau").build(),
                linh("cantine").build(),
                linh("sports").birthDate("1962-11-30").build());
        Judgements judged = Judgements.of(List.of(new Judgement(
                new SourceKey("cantine", "1"), new SourceKey("sports", "1"), Verdict.SAME, "steward", SPRING, null)));

        assertThat(suspicion(Judgements.none(), records)).map(Suspicion::reason).contains(Reason.BIRTH_DATES);
        assertThat(suspicion(judged, records)).isEmpty();
    }
}
