package fr.unefois.mdm.batch.export;

import static org.assertj.core.api.Assertions.assertThat;

import fr.unefois.mdm.access.ReferenceKeys;
import fr.unefois.mdm.access.SectorReferences;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.batch.EmptyBase;
import fr.unefois.mdm.record.Attribute;
import fr.unefois.mdm.record.CitizenRecord;
import fr.unefois.mdm.record.Source;
import fr.unefois.mdm.record.SourceKey;
import fr.unefois.mdm.record.Text;
import fr.unefois.mdm.store.Exports;
import fr.unefois.mdm.store.PostgresBase;
import fr.unefois.mdm.store.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(TestDatabase.class)
class ExportIT {
    private final Path folder;
    private final Exports exports;
    private final SectorReferences references;

    ExportIT(DataSource dataSource, @TempDir Path folder) {
        this.folder = folder;
        this.exports = new Exports(dataSource);
        this.references = new SectorReferences(ReferenceKeys.load(folder, Map.of()), SectorReferences.CONSOLE);
        EmptyBase.of(dataSource);
        Source town = new Source("town", "Town", "The town", "town", Source.Use.CONTRIBUTE, 50, Map.of());
        Arrivals arrivals = new Arrivals(new PostgresBase(dataSource), Walk.french(Map.of("town", town)));
        for (String id : List.of("b,2", "a1")) {
            arrivals.arrive(new CitizenRecord(
                    new SourceKey("town", id),
                    null,
                    Map.of(
                            Attribute.BIRTH_NAME, List.of(new Text("D'ŒUVRE")),
                            Attribute.GIVEN_NAMES, List.of(new Text(id.startsWith("a") ? "Claire" : "Yannick")),
                            Attribute.BIRTH_DATE, List.of(new Text("198" + id.length() + "-04-12")))));
        }
    }

    @Test
    void writesEveryRecordWithItsCitizensReferenceInKeyOrder() throws IOException {
        Path file = folder.resolve("clusters.csv");
        assertThat(ClustersFile.write(file, exports, references)).isEqualTo(2);
        assertThat(Files.readAllLines(file))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("source,source_id,cluster_id"),
                        line -> assertThat(line).startsWith("town,a1,"),
                        line -> assertThat(line).startsWith("town,\"b,2\","));
    }

    @Test
    void writesAProfileALineAndTheSameBytesAgain() throws IOException {
        Path first = folder.resolve("first.ndjson");
        Path second = folder.resolve("second.ndjson");
        assertThat(ProfilesFile.write(first, exports, references)).isEqualTo(2);
        ProfilesFile.write(second, exports, references);
        assertThat(first).hasSameBinaryContentAs(second);
        assertThat(Files.readAllLines(first))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("{\"ref\":\"")
                        .endsWith("}")
                        .contains("\"birthName\":[{\"values\":[\"D'ŒUVRE\"],\"certification\":100"));
    }

    @Test
    void leavesNoHalfWrittenFileBehind() throws IOException {
        ClustersFile.write(folder.resolve("clusters.csv"), exports, references);
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
}
