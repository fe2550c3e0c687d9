package fr.unefois.mdm.batch.dedupe;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import fr.unefois.mdm.command.Command;
import fr.unefois.mdm.command.Phase;
import fr.unefois.mdm.command.Progress;
import fr.unefois.mdm.compare.LinkageModel;
import fr.unefois.mdm.compare.ScoredPair;
import fr.unefois.mdm.decide.Decision;
import fr.unefois.mdm.decide.Judgements;
import fr.unefois.mdm.decide.Zones;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The files that linking writes: UTF-8, commas, line feeds, and the same bytes for the same input. */
final class Outputs {
    private Outputs() {}

    /** One row per input row, in their order. */
    static void clusters(Path out, People people, Linked linked, Progress progress) {
        try (Phase phase = Phase.begin(progress, "write", people.size());
                CsvWriter writer = open(out)) {
            writer.writeRecord(people.idColumn(), "source", "cluster_id");
            for (int i = 0; i < people.size(); i++) {
                writer.writeRecord(people.id(i), people.source(i), Integer.toString(linked.clusterOf(i)));
                phase.advance(1);
            }
        } catch (IOException e) {
            throw unwritable(out, e);
        }
    }

    /** Every scored pair that is a match or to be reviewed, by the rows' order. */
    static void pairs(Path out, People people, Linked linked, LinkageModel model, Progress progress) {
        Zones zones = new Zones(model, Judgements.none());
        try (Phase phase = Phase.begin(
                        progress, "write pairs", linked.walk().edges().size());
                CsvWriter writer = open(out)) {
            writer.writeRecord("id_l", "source_l", "id_r", "source_r", "match_weight", "match_probability", "decision");
            for (var edge : linked.walk().edges()) {
                ScoredPair pair = model.score(
                        people.columns().record(edge.left()), people.columns().record(edge.right()));
                phase.advance(1);
                Decision decision = zones.decide(pair);
                if (decision != Decision.NON_MATCH) {
                    writer.writeRecord(
                            people.id(edge.left()),
                            people.source(edge.left()),
                            people.id(edge.right()),
                            people.source(edge.right()),
                            String.format(Locale.ROOT, "%.3f", pair.bits()),
                            String.format(Locale.ROOT, "%.6f", pair.probability()),
                            decision.name());
                }
            }
        } catch (IOException e) {
            throw unwritable(out, e);
        }
    }

    private static CsvWriter open(Path out) throws IOException {
        Path folder = out.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out, StandardCharsets.UTF_8);
    }

    private static Unusable unwritable(Path out, IOException e) {
        return new Unusable(
                Command.FAILED, out + ": cannot be written: " + e.getClass().getSimpleName() + " " + e.getMessage());
    }
}
