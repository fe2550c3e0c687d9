package fr.unefois.mdm.batch.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ToldTest {
    private static final Child CHILD = new Child(
            10,
            8,
            OptionalLong.empty(),
            List.of(
                    new Child.Line(0.5, "WARNING: what Java says of itself"),
                    new Child.Line(1, "{\"event\":\"begin\",\"phase\":\"read cantine\"}"),
                    new Child.Line(2, "{\"event\":\"progress\",\"phase\":\"read\",\"done\":1,\"total\":2}"),
                    new Child.Line(3, "{\"event\":\"begin\",\"phase\":\"compare\"}"),
                    new Child.Line(3.5, "{not json"),
                    new Child.Line(4, "{\"event\":\"begin\",\"phase\":\"read ccas\"}"),
                    new Child.Line(6, "{\"rows\":3}"),
                    new Child.Line(9, "{\"rows\":7,\"clusters\":2}")));

    @Test
    void aPhaseLastsUntilTheNextOneOrTheEnd() {
        assertThat(Told.phases(CHILD))
                .containsExactly(Map.entry("start", 1.0), Map.entry("read", 8.0), Map.entry("compare", 1.0));
    }

    @Test
    void aCommandThatTellsNothingIsOnePhase() {
        assertThat(Told.phases(new Child(2, 1, OptionalLong.empty(), List.of())))
                .containsExactly(Map.entry("start", 2.0));
    }

    @Test
    void theLastDocumentWithAMemberIsTheOne() {
        assertThat(Told.document(CHILD, "rows").orElseThrow().path("rows").asInt())
                .isEqualTo(7);
        assertThat(Told.document(CHILD, "f1")).isEmpty();
    }
}
