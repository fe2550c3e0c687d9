package fr.unefois.mdm.batch.dedupe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MemoryPlanTest {
    private static final long MILLION = 1_000_000;

    @Test
    void growsWithTheRowsAndTheirText() {
        assertThat(MemoryPlan.of(MILLION, 125 * MILLION).inWords()).isEqualTo("1.1 GB");
        assertThat(MemoryPlan.of(MILLION, 250 * MILLION).bytes())
                .isGreaterThan(MemoryPlan.of(MILLION, 125 * MILLION).bytes());
        assertThat(MemoryPlan.of(2 * MILLION, 125 * MILLION).bytes())
                .isGreaterThan(MemoryPlan.of(MILLION, 125 * MILLION).bytes());
    }

    @Test
    void isNoMoreForUncountedRowsThanForCountedOnes() {
        assertThat(MemoryPlan.ofText(125 * MILLION).bytes())
                .isLessThan(MemoryPlan.of(MILLION, 125 * MILLION).bytes());
    }

    @Test
    void saysWhichSizeWouldFit() {
        MemoryPlan plan = MemoryPlan.of(10 * MILLION, 1_250 * MILLION);

        assertThatThrownBy(() -> plan.check(4_000_000_000L))
                .isInstanceOf(Unusable.class)
                .hasMessage(
                        "linking this needs about 9.6 GB of memory, and Java may take 4.0 GB: set MDM_HEAP=12g, on a"
                                + " machine that has as much free; or give fewer rows");
        assertThatCode(() -> plan.check(12L << 30)).doesNotThrowAnyException();
    }
}
