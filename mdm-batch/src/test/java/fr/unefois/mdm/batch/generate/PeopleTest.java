package fr.unefois.mdm.batch.generate;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.batch.generate.Inhabitant.Birth;
import fr.unefois.mdm.record.Sex;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The people that make matching hard live in a town of the demo's size. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleTest {
    private static final int CITIZENS = 5_000;

    private final List<List<Inhabitant>> households = new ArrayList<>();
    private final List<Inhabitant> people = new ArrayList<>();

    @BeforeAll
    void composeTheTown() {
        Households composed = new Households(new Town(CITIZENS, 1, ErrorLevel.MEDIUM));
        for (long household = 0; people.size() < CITIZENS; household++) {
            List<Inhabitant> home = composed.people(household, people.size() + 1);
            assertThat(home).hasSize(composed.size(household));
            households.add(home);
            people.addAll(home);
        }
    }

    @Test
    void citizensAreNumberedOneByOne() {
        for (int i = 0; i < people.size(); i++) {
            assertThat(people.get(i).citizen()).isEqualTo(i + 1);
        }
    }

    @Test
    void twinsShareEverythingButTheGivenName() {
        assertThat(pairs((a, b) -> sameDay(a.birth(), b.birth())
                        && a.names().birth().equals(b.names().birth())
                        && a.home().equals(b.home())
                        && !first(a).equals(first(b))))
                .isBetween(15, 80);
    }

    @Test
    void someSonsBearTheirFathersName() {
        assertThat(pairs((a, b) -> a.sex() == b.sex()
                        && a.names().birth().equals(b.names().birth())
                        && first(a).equals(first(b))
                        && b.birth().year() - a.birth().year() > 15))
                .isBetween(5, 60);
    }

    @Test
    void brothersAndSistersDoNotShareTheFirstName() {
        for (List<Inhabitant> home : households) {
            List<String> born = home.stream()
                    .filter(person ->
                            person.birth().year() > home.get(0).birth().year() + 15)
                    .map(PeopleTest::first)
                    .toList();
            assertThat(born).doesNotHaveDuplicates();
        }
    }

    @Test
    void marriedWomenGoByAnotherNameOrByTwo() {
        assertThat(share(
                        person -> person.isAdult() && person.sex() == Sex.F,
                        person -> person.names().usage() != null))
                .isBetween(0.2, 0.45);
        assertThat(people)
                .anyMatch(person -> usage(person).equals(person.names().birth() + " " + husband(person)))
                .anyMatch(person -> usage(person).contains("-"))
                .anyMatch(person -> person.names().former() != null);
    }

    @Test
    void strangersShareNames() {
        Set<String> seen = new HashSet<>();
        Set<String> twice = new HashSet<>();
        for (Inhabitant person : people) {
            String name = first(person) + " " + person.names().birth();
            if (!seen.add(name)) {
                twice.add(name);
            }
        }
        assertThat(twice).hasSizeBetween(40, 250);
    }

    @Test
    void manyMovedAndManyShareAHome() {
        assertThat(share(person -> true, person -> person.home().before() != null))
                .isBetween(0.25, 0.5);
        assertThat(pairs((a, b) -> a.home().now().equals(b.home().now()))).isGreaterThan(CITIZENS / 4);
    }

    @Test
    void childrenAreReachedThroughTheirParents() {
        assertThat(share(
                        person -> person.age() < 12 && person.contacts().phone() != null,
                        person -> households.stream()
                                .filter(home -> home.contains(person))
                                .flatMap(List::stream)
                                .anyMatch(other -> other.isAdult()
                                        && Objects.equals(
                                                other.contacts().phone(),
                                                person.contacts().phone()))))
                .isGreaterThan(0.95);
    }

    @Test
    void someWereBornFarAwayAndOnAPresumedDay() {
        assertThat(share(
                        Inhabitant::isAdult, person -> !person.birth().country().equals(Birth.FRANCE)))
                .isBetween(0.05, 0.16);
        assertThat(people)
                .anyMatch(person -> person.birth().country().equals("99352")
                        && person.birth().place().equals("99352"));
    }

    @Test
    void datesOfBirthAreRealAndNotToCome() {
        assertThat(people).allSatisfy(person -> {
            Birth birth = person.birth();
            assertThat(LocalDate.of(birth.year(), birth.month(), birth.day())).isBetween("1915-01-01", "2026-09-01");
        });
    }

    private double share(Predicate<Inhabitant> among, Predicate<Inhabitant> which) {
        List<Inhabitant> counted = people.stream().filter(among).toList();
        return counted.stream().filter(which).count() / (double) counted.size();
    }

    /** Pairs within a household, the elder number first. */
    private int pairs(BiPredicate<Inhabitant, Inhabitant> which) {
        int pairs = 0;
        for (List<Inhabitant> home : households) {
            for (int i = 0; i < home.size(); i++) {
                for (int j = i + 1; j < home.size(); j++) {
                    pairs += which.test(home.get(i), home.get(j)) ? 1 : 0;
                }
            }
        }
        return pairs;
    }

    private String husband(Inhabitant wife) {
        return wife.citizen() < 2 ? "" : people.get(wife.citizen() - 2).names().birth();
    }

    private static String usage(Inhabitant person) {
        String usage = person.names().usage();
        return usage == null ? "" : usage;
    }

    private static boolean sameDay(Birth a, Birth b) {
        return a.year() == b.year() && a.month() == b.month() && a.day() == b.day();
    }

    private static String first(Inhabitant person) {
        return person.names().given().get(0);
    }
}
