package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.arrive.Seeds;
import fr.unefois.mdm.arrive.StoredRecord;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Flaw;
import fr.unefois.mdm.record.Judgement;
import fr.unefois.mdm.record.Judgement.Verdict;
import fr.unefois.mdm.record.Relation;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class PostgresBaseIT {
    private final Base base;
    private final Citizens citizens;

    PostgresBaseIT(DataSource dataSource) {
        base = new PostgresBase(dataSource);
        citizens = new Citizens(dataSource);
    }

    private void write(Consumer<Base.Session> work) {
        String done = base.write(session -> {
            work.accept(session);
            return "done";
        });
        assertThat(done).isEqualTo("done");
    }

    private void put(CitizenRecord record, long... keys) {
        write(session -> session.put(record, List.of(), keys));
    }

    private List<StoredRecord> meeting(long... keys) {
        return base.read(session -> session.meeting(keys));
    }

    private Optional<StoredRecord> stored(SourceKey key) {
        return base.read(session -> session.record(key));
    }

    private Judgements judgements(SourceKey... keys) {
        return base.read(session -> session.judgements(List.of(keys)));
    }

    private List<SourceKey> component(SourceKey... seeds) {
        return base.read(session -> session.component(Seeds.changed(Set.of(seeds))).stream()
                .map(stored -> stored.record().key())
                .toList());
    }

    @Test
    void givesBackARecordAsItCame() {
        CitizenRecord plain = Samples.record("round", "D'ŒUVRE \\ \"ŠIMIĆ\" L’HERMITE 😀\t\n");
        CitizenRecord record = new CitizenRecord(
                plain.key(),
                plain.asOf(),
                plain.values(),
                List.of(new Relation(Relation.Role.PARENT, Samples.key("parent"))));
        put(record, 1, 2);
        assertThat(stored(record.key())).contains(new StoredRecord(record, null));
    }

    @Test
    void keepsARecordWhoseTextCannotBeStoredWithoutTheCharacter() {
        CitizenRecord odd = new CitizenRecord(
                Samples.key("odd"), null, Map.of(Attribute.BIRTH_NAME, List.of(new Text("DU\0PONT\uD800"))));
        put(odd);
        assertThat(stored(odd.key()).orElseThrow().record().texts(Attribute.BIRTH_NAME))
                .containsExactly("DUPONT\uFFFD");
    }

    @Test
    void refusesAnIdentifierThatCannotBeStored() {
        CitizenRecord odd = Samples.record("a\0b", "DUPONT");
        assertThatThrownBy(() -> put(odd))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("portail");
    }

    @Test
    void findsTheRecordsThatShareAKeyAndForgetsTheKeysThatARecordLost() {
        put(Samples.record("m1", "A"), 101, 102);
        put(Samples.record("m2", "B"), 102, 103);
        put(Samples.record("m3", "C"), 104);
        assertThat(meeting(102, 104))
                .extracting(stored -> stored.record().key().id())
                .containsExactly("m1", "m2", "m3");
        put(Samples.record("m2", "CHANGED"), 103, 105);
        assertThat(meeting(102))
                .extracting(stored -> stored.record().key().id())
                .containsExactly("m1");
        assertThat(meeting(105))
                .extracting(stored -> stored.record().key().id())
                .containsExactly("m2");
    }

    @Test
    void writesAResolutionAndReadsItsCitizen() {
        CitizenRecord a = Samples.record("r1", "NGUYEN");
        CitizenRecord b = Samples.record("r2", "NGUYỄN");
        UUID ref = References.next();
        put(a);
        put(b);
        write(session -> session.apply(Samples.together(ref, 1, a, b)));

        assertThat(citizens.find(ref))
                .isEqualTo(
                        new Found.Live(Samples.together(ref, 1, a, b).citizens().get(0)));
        assertThat(citizens.refOf(a.key())).contains(ref);
        assertThat(citizens.records(ref)).containsExactly(a, b);
        assertThat(stored(b.key())).contains(new StoredRecord(b, ref));
        Map<UUID, Citizen> live = base.read(session -> session.citizens(List.of(ref)));
        assertThat(live).containsOnlyKeys(ref);
    }

    @Test
    void reachesAWholeComponentOverEdgesAndSameJudgements() {
        CitizenRecord[] chain = new CitizenRecord[6];
        for (int i = 0; i < chain.length; i++) {
            chain[i] = Samples.record("c" + i, "CHAIN");
            put(chain[i]);
        }
        write(session -> session.link(chain[0].key(), Map.of(chain[1].key(), 12_345)));
        write(session -> session.link(chain[3].key(), Map.of(chain[2].key(), 12_345)));
        write(session -> session.put(judgement(chain[1], chain[2], Verdict.SAME, 0)));
        write(session -> session.put(judgement(chain[3], chain[4], Verdict.DIFFERENT, 0)));
        assertThat(component(chain[3].key()))
                .containsExactly(chain[0].key(), chain[1].key(), chain[2].key(), chain[3].key());

        write(session -> session.put(judgement(chain[1], chain[2], Verdict.UNSURE, 1)));
        assertThat(component(chain[3].key())).containsExactly(chain[2].key(), chain[3].key());
        assertThat(component(chain[5].key())).containsExactly(chain[5].key());
    }

    @Test
    void inACrowdReachesTheClustersOfASeedAndOfItsNeighboursAndLeavesTheRestAsItIs() {
        int couples = Base.Session.MOST_TOGETHER;
        List<CitizenRecord> crowd = new ArrayList<>();
        for (int i = 0; i < 2 * couples; i++) {
            crowd.add(Samples.record(String.format(Locale.ROOT, "crowd%03d", i), "DUPONT"));
            put(crowd.get(i));
        }
        List<UUID> refs = new ArrayList<>();
        for (int couple = 0; couple < couples; couple++) {
            refs.add(References.next());
            Resolution one = Samples.together(refs.get(couple), 1, crowd.get(2 * couple), crowd.get(2 * couple + 1));
            write(session -> session.apply(one));
            SourceKey first = crowd.get(2 * couple).key();
            Map<SourceKey, Integer> ties = new TreeMap<>();
            ties.put(crowd.get(2 * couple + 1).key(), 12_345);
            if (couple > 0) {
                ties.put(crowd.get(2 * couple - 1).key(), 500);
            }
            write(session -> session.link(first, ties));
        }
        assertThat(component(crowd.get(20).key()))
                .as("19 is its neighbour, and 18 of one citizen with it")
                .containsExactlyElementsOf(keys(crowd.subList(18, 22)));

        write(session -> session.link(crowd.get(20).key(), Map.of()));
        assertThat(component(crowd.get(18).key()))
                .as("without the edges of 20 those before it are a component that is no crowd")
                .containsExactlyElementsOf(keys(crowd.subList(0, 20)));
        assertThat(citizens.records(refs.get(30))).containsExactlyElementsOf(crowd.subList(60, 62));
    }

    @Test
    void inACrowdTakesWholeClustersTheNearestFirst() {
        List<CitizenRecord> crowd = new ArrayList<>();
        Map<SourceKey, Integer> ties = new TreeMap<>();
        CitizenRecord hub = Samples.record("hub", "DUPONT");
        put(hub);
        for (int i = 0; i < 3 * Base.Session.MOST_TOGETHER; i++) {
            crowd.add(Samples.record(String.format(Locale.ROOT, "spoke%03d", i), "DUPONT"));
            put(crowd.get(i));
            ties.put(crowd.get(i).key(), i);
        }
        for (int i = 0; i < crowd.size(); i += 3) {
            Resolution three = Samples.together(References.next(), 1, crowd.get(i), crowd.get(i + 1), crowd.get(i + 2));
            write(session -> session.apply(three));
        }
        write(session -> session.link(hub.key(), ties));
        List<SourceKey> near = component(hub.key());
        assertThat(near).hasSize(1 + 3 * ((Base.Session.MOST_TOGETHER - 1) / 3)).contains(hub.key());
        assertThat(near).containsAll(keys(crowd.subList(crowd.size() - near.size() + 1, crowd.size())));
    }

    private static List<SourceKey> keys(List<CitizenRecord> records) {
        return records.stream().map(CitizenRecord::key).toList();
    }

    private static Judgement judgement(CitizenRecord a, CitizenRecord b, Verdict verdict, int second) {
        return new Judgement(a.key(), b.key(), verdict, "camille", Samples.AS_OF.plusSeconds(second), null);
    }

    @Test
    void keepsTheLatestJudgementOfAPairWhateverTheOrderOfArrival() {
        CitizenRecord a = Samples.record("j1", "A");
        CitizenRecord b = Samples.record("j2", "B");
        Judgement late = judgement(b, a, Verdict.DIFFERENT, 10);
        write(session -> session.put(late));
        write(session -> session.put(judgement(a, b, Verdict.SAME, 5)));
        write(session -> session.put(late));
        assertThat(judgements(a.key(), b.key()).verdict(a.key(), b.key())).contains(Verdict.DIFFERENT);
        assertThat(judgements(a.key()).all()).isEmpty();
    }

    @Test
    void replacesTheEdgesOfARecord() {
        CitizenRecord a = Samples.record("e1", "A");
        CitizenRecord b = Samples.record("e2", "B");
        CitizenRecord c = Samples.record("e3", "C");
        List.of(a, b, c).forEach(this::put);
        write(session -> session.link(a.key(), Map.of(b.key(), 12_345, c.key(), 12_345)));
        assertThat(component(c.key())).containsExactly(a.key(), b.key(), c.key());
        write(session -> session.link(c.key(), Map.of()));
        assertThat(component(a.key())).containsExactly(a.key(), b.key());
        assertThat(component(c.key())).containsExactly(c.key());
    }

    @Test
    void forgetsARemovedRecordWithItsKeysAndEdges() {
        CitizenRecord a = Samples.record("x1", "A");
        CitizenRecord b = Samples.record("x2", "B");
        put(a, 201);
        put(b, 201);
        UUID ref = References.next();
        write(session -> session.apply(Samples.together(ref, 1, a, b)));
        write(session -> session.remove(a.key()));
        assertThat(stored(a.key())).isEmpty();
        assertThat(meeting(201)).hasSize(1);
        assertThat(component(b.key())).containsExactly(b.key());
        assertThat(citizens.records(ref)).containsExactly(b);
    }

    @Test
    void rollsEverythingBackWhenTheWorkThrows() {
        CitizenRecord record = Samples.record("rolled", "BACK");
        assertThatThrownBy(() -> write(session -> {
                    session.put(record, List.of(new Flaw(Attribute.SEX, "unknown")), new long[] {301});
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(stored(record.key())).isEmpty();
    }
}
