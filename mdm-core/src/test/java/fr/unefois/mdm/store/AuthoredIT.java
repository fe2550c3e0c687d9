package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Authoring;
import fr.unefois.mdm.arrive.Citizen;
import fr.unefois.mdm.arrive.Judging;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.arrive.Walks;
import fr.unefois.mdm.change.Cause;
import fr.unefois.mdm.change.Recorded;
import fr.unefois.mdm.golden.GoldenValue;
import fr.unefois.mdm.record.Address;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.Certification;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.record.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class AuthoredIT {
    private static final Walks WALKS = Walks.of(Walk.french(Map.of()));
    private static final SourceKey EAU = new SourceKey("eau", "AUTHORED");

    private final DataSource dataSource;
    private final PostgresBase base;
    private final Authoring authoring;
    private final Arrivals arrivals;

    AuthoredIT(DataSource dataSource) {
        this.dataSource = dataSource;
        this.base = new PostgresBase(dataSource);
        this.authoring = new Authoring(base, WALKS);
        this.arrivals = new Arrivals(base, WALKS);
    }

    private Citizen citizen() {
        UUID ref = new Citizens(dataSource).refOf(EAU).orElseThrow();
        return base.read(session -> session.citizens(List.of(ref)))
                .values()
                .iterator()
                .next();
    }

    private List<Value> values(Attribute attribute) {
        return citizen().golden().values(attribute).stream()
                .map(GoldenValue::values)
                .flatMap(List::stream)
                .toList();
    }

    @Test
    void whatIsAuthoredIsKeptThroughCorrectionsAndTakenBackWithoutATrace() {
        arrivals.arrive(fr.unefois.mdm.Citizens.linh("eau", "AUTHORED")
                .phones("0699887701")
                .emails("authored@fai.example.fr")
                .build());
        Citizen before = citizen();
        Address home = new Address("5 quai des Belges", "13001", "Marseille", "13201");
        Judging.Word word = new Judging.Word("camille", Instant.parse("2026-11-27T09:00:00Z"), "seen at the desk");
        assertThat(authoring.author(
                        before.ref(),
                        Map.of(
                                Attribute.USAGE_NAME, List.of(new Text("PHẠM")),
                                Attribute.ADDRESSES, List.of(home)),
                        new Certification(360, "steward"),
                        word))
                .isTrue();
        assertThat(values(Attribute.USAGE_NAME)).containsExactly(new Text("PHẠM"));
        assertThat(values(Attribute.ADDRESSES)).first().isEqualTo(home);
        assertThat(new Histories(dataSource).story(before.ref(), 10))
                .extracting(Recorded::cause)
                .first()
                .extracting(Cause::kind, Cause::steward)
                .containsExactly(Cause.Kind.AUTHORED, "camille");

        arrivals.arrive(fr.unefois.mdm.Citizens.linh("eau", "AUTHORED")
                .phones("0699887702")
                .emails("authored@fai.example.fr")
                .build());
        assertThat(values(Attribute.USAGE_NAME)).containsExactly(new Text("PHẠM"));
        assertThat(values(Attribute.PHONES)).containsExactly(new Text("+33699887702"));

        for (Attribute attribute : List.of(Attribute.USAGE_NAME, Attribute.ADDRESSES)) {
            assertThat(authoring.takeBack(before.ref(), attribute, word)).isTrue();
        }
        arrivals.arrive(fr.unefois.mdm.Citizens.linh("eau", "AUTHORED")
                .phones("0699887701")
                .emails("authored@fai.example.fr")
                .build());
        assertThat(citizen().golden()).isEqualTo(before.golden());
        assertThat(authoring.takeBack(before.ref(), Attribute.USAGE_NAME, word)).isFalse();
    }
}
