package fr.unefois.mdm.batch.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class FigureTest {
    @Test
    void isTheValueInTheMiddleOfUnsortedRuns() {
        assertThat(figure(9, 1, 5).median()).isEqualTo(5);
        assertThat(figure(7).median()).isEqualTo(7);
    }

    @Test
    void isTheMeanOfTheTwoInTheMiddle() {
        assertThat(figure(10, 1, 2, 4).median()).isEqualTo(3);
    }

    @Test
    void knowsItsRange() {
        assertThat(figure(3, 1, 2).least()).isEqualTo(1);
        assertThat(figure(3, 1, 2).most()).isEqualTo(3);
    }

    @Test
    void reachesAGoalByItsMedianAndAtTheBoundItself() {
        assertThat(figure(Goal.atMost(2), 100, 2, 1).reached()).contains(true);
        assertThat(figure(Goal.atMost(2), 2.001).reached()).contains(false);
        assertThat(figure(Goal.atLeast(10), 10).reached()).contains(true);
        assertThat(figure(Goal.atLeast(10), 9.99, 9.9, 11).reached()).contains(false);
        assertThat(figure(1).reached()).isEmpty();
    }

    @Test
    void isNothingWithoutARun() {
        assertThatThrownBy(FigureTest::figure).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comesInRunAfterRun() {
        Series series = new Series()
                .goal("time", Goal.atMost(3))
                .add("time", Unit.SECONDS, 4)
                .add("pairs", Unit.COUNT, 1)
                .add("time", Unit.SECONDS, 2);

        assertThat(series.figures())
                .containsExactly(
                        new Figure("time", Unit.SECONDS, List.of(4.0, 2.0), Optional.of(Goal.atMost(3))),
                        new Figure("pairs", Unit.COUNT, List.of(1.0), Optional.empty()));
    }

    @Test
    void mayNotBeMissingWhereItHasAGoal() {
        Series series = new Series().goal("time", Goal.atMost(3));

        assertThatThrownBy(series::figures).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysSoWhereTheSystemDoesNotTellIt() {
        Series series = new Series().goal("peak", Goal.atMost(1)).addBytes("peak", OptionalLong.empty());

        assertThat(series.figures()).isEmpty();
        assertThat(series.remarks()).singleElement().asString().contains("peak", "Linux");
    }

    private static Figure figure(double... values) {
        return new Figure("time", Unit.SECONDS, boxed(values), Optional.empty());
    }

    private static Figure figure(Goal goal, double... values) {
        return new Figure("time", Unit.SECONDS, boxed(values), Optional.of(goal));
    }

    private static List<Double> boxed(double... values) {
        return java.util.Arrays.stream(values).boxed().toList();
    }
}
