package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.unefois.mdm.access.Population;
import fr.unefois.mdm.access.Sight;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Resolution;
import fr.unefois.mdm.golden.GoldenRecord;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.SourceKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** All reading under sights goes over one connection here: what one call leaves on it, the next one would inherit. */
@ExtendWith(TestDatabase.class)
class ViewsIT {
    private static final Set<Attribute> NAMES = Set.of(Attribute.BIRTH_NAME, Attribute.GIVEN_NAMES);
    private static final Sight ALL = new Sight(Population.EVERYONE, null, NAMES);

    private final Database database;
    private final PostgresBase base;
    private final Views views;

    ViewsIT(DatabaseSettings settings) {
        database = Database.open(settings.withConnections(1).as(Role.APPLICATION));
        base = new PostgresBase(database.dataSource());
        views = new Views(database.reading(), new Citizens(database.dataSource()));
    }

    private final UUID library = References.next();
    private final UUID canteen = References.next();

    @BeforeEach
    void fill() {
        write(new Citizen(library, 1, golden("mediatheque", "L1", "KERVELLA")));
        write(new Citizen(canteen, 1, golden("cantine", "C1", "QUENTEL")));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private static GoldenRecord golden(String source, String id, String name) {
        return Samples.golden(12_345, Samples.record(new SourceKey(source, id), name));
    }

    private void write(Citizen citizen) {
        apply(new Resolution(List.of(), List.of(citizen), Map.of(), Map.of(), List.of(), List.of(), List.of()));
    }

    private void apply(Resolution resolution) {
        assertThat(base.<Boolean>write(session -> {
                    session.apply(resolution);
                    return true;
                }))
                .isTrue();
    }

    private long rowsWithoutASight() {
        return Transactions.run(
                database.reading(),
                "looking",
                connection -> Sql.query(
                                connection,
                                "select (select count(*) from citizen) + (select count(*) from citizen_history)",
                                row -> row.getLong(1))
                        .get(0));
    }

    @Test
    void aReaderWhomNobodyToldWhomToSeeSeesNobody() {
        assertThat(rowsWithoutASight()).isZero();
    }

    @Test
    void aSightEndsWithItsReading() {
        assertThat(views.find(ALL, library)).isInstanceOf(Found.Live.class);
        assertThat(rowsWithoutASight()).isZero();
        assertThat(views.at(ALL, library, Instant.now())).isPresent();
        assertThat(rowsWithoutASight()).isZero();
    }

    @Test
    void aSightThatFailedInTheMiddleIsGoneToo() {
        Reading under = Reading.under(database.reading(), ALL);
        assertThatThrownBy(() -> under.run("failing", connection -> {
                    under.begin(connection);
                    return Sql.query(connection, "select 1 / 0", row -> "");
                }))
                .isInstanceOf(StoreFailure.class);
        assertThat(rowsWithoutASight()).isZero();
    }

    @Test
    void onlyAttributesInSightLeaveTheDatabase() {
        Found found = views.find(new Sight(Population.EVERYONE, null, Set.of(Attribute.BIRTH_NAME)), library);
        assertThat(((Found.Live) found).citizen().golden().attributes()).containsOnlyKeys(Attribute.BIRTH_NAME);
        found = views.find(new Sight(Population.EVERYONE, null, Set.of()), library);
        assertThat(((Found.Live) found).citizen().golden().attributes()).isEmpty();
        assertThat(((Found.Live) found).citizen().golden().crosswalk()).hasSize(1);
    }

    @Test
    void whoIsOutOfSightIsUnknownByEveryWay() {
        List<Sight> blind = List.of(
                new Sight(new Population(Set.of("cantine"), Set.of()), null, NAMES),
                new Sight(new Population(Set.of(), Set.of("29200")), null, NAMES),
                new Sight(Population.EVERYONE, Set.of("cantine"), NAMES),
                new Sight(Population.EVERYONE, Set.of(), NAMES));
        for (Sight sight : blind) {
            assertThat(views.find(sight, library)).isInstanceOf(Found.Unknown.class);
            assertThat(views.at(sight, library, Instant.now())).isEmpty();
            assertThat(views.latest(sight, List.of(library))).isEmpty();
        }
        Sight all = new Sight(new Population(Set.of("mediatheque"), Set.of("69007")), Set.of("mediatheque"), NAMES);
        assertThat(views.find(all, library)).isInstanceOf(Found.Live.class);
        assertThat(views.latest(all, List.of(library, canteen))).containsOnlyKeys(library);
    }

    @Test
    void thePastIsInSightAsItsLastGoldenRecordWas() {
        UUID ref = References.next();
        write(new Citizen(ref, 1, golden("mediatheque", "L2", "MORVAN")));
        Instant then = instant();
        write(new Citizen(ref, 2, golden("mediatheque", "L2", "LE GALL")));
        apply(new Resolution(List.of(), List.of(), Map.of(), Map.of(ref, List.of()), List.of(), List.of(), List.of()));
        Sight sight = new Sight(new Population(Set.of(), Set.of("69007")), null, Set.of(Attribute.BIRTH_NAME));
        Citizen past = views.at(sight, ref, then).orElseThrow();
        assertThat(past.golden().attributes()).containsOnlyKeys(Attribute.BIRTH_NAME);
        assertThat(past.golden().values(Attribute.BIRTH_NAME).get(0).values())
                .isEqualTo(golden("mediatheque", "L2", "MORVAN")
                        .values(Attribute.BIRTH_NAME)
                        .get(0)
                        .values());
        assertThat(views.latest(sight, List.of(ref))).containsOnlyKeys(ref);
        Sight elsewhere = new Sight(new Population(Set.of(), Set.of("29200")), null, NAMES);
        assertThat(views.at(elsewhere, ref, then)).isEmpty();
        assertThat(views.latest(elsewhere, List.of(ref))).isEmpty();
    }

    /** The database's rule and Java's are two writings of one rule. */
    @Test
    void theDatabaseSeesWhomThePopulationIncludes() {
        Random random = new Random(26);
        List<String> sources = List.of("cantine", "mediatheque", "eau", "o'hara \"quoted\"");
        List<Citizen> people = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            CitizenRecord first = Samples.record(new SourceKey(pick(random, sources), "R" + i), "NOM" + i);
            CitizenRecord second = Samples.record(new SourceKey(pick(random, sources), "S" + i), "NOM" + i);
            Citizen citizen = new Citizen(
                    References.next(),
                    1,
                    random.nextBoolean() ? Samples.golden(1, first) : Samples.golden(1, first, second));
            people.add(citizen);
            write(citizen);
        }
        for (int i = 0; i < 200; i++) {
            Population population = new Population(some(random, sources), some(random, List.of("69007", "29200")));
            Set<String> known = random.nextInt(3) == 0 ? null : some(random, sources);
            Sight sight = new Sight(population, known, Set.of(Attribute.ADDRESSES));
            Citizen citizen = people.get(random.nextInt(people.size()));
            boolean expected = population.includes(citizen.golden())
                    && (known == null
                            || citizen.golden().crosswalk().stream().anyMatch(key -> known.contains(key.source())));
            assertThat(views.find(sight, citizen.ref()) instanceof Found.Live)
                    .as("%s, known by %s", population, known)
                    .isEqualTo(expected);
        }
    }

    private static String pick(Random random, List<String> words) {
        return words.get(random.nextInt(words.size()));
    }

    private static Set<String> some(Random random, List<String> words) {
        return random.nextInt(3) == 0 ? Set.of() : Set.of(pick(random, words));
    }

    private Instant instant() {
        return Transactions.run(
                database.dataSource(),
                "reading",
                connection -> Sql.query(
                                connection,
                                "select clock_timestamp() as now",
                                row -> Objects.requireNonNull(Sql.instant(row, "now")))
                        .get(0));
    }
}
