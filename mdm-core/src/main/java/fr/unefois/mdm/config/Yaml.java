package fr.unefois.mdm.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a YAML document into a {@link Section}. What cannot be read becomes a fault and an empty section. */
public final class Yaml {
    private Yaml() {}

    public static Section read(Path file, Faults faults) {
        return read(file, System.getenv(), faults);
    }

    public static Section read(Path file, Map<String, String> environment, Faults faults) {
        try {
            return read(file.toString(), Files.readString(file), environment, faults);
        } catch (MalformedInputException e) {
            faults.add(new Fault(file.toString(), 0, "is not UTF-8 text; save it as UTF-8"));
            return empty(file.toString(), faults);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Reads the text; {@code ${NAME}} in a scalar is replaced from the environment. */
    public static Section read(String file, String text, Map<String, String> environment, Faults faults) {
        try {
            Optional<Node> root =
                    new Compose(LoadSettings.builder().setLabel(file).build()).composeString(text);
            if (root.isEmpty()) {
                return empty(file, faults);
            }
            if (root.get() instanceof MappingNode mapping) {
                return new Section(file, "", mapping, environment, faults);
            }
            faults.add(new Fault(file, 1, "is not a mapping; write `name: value` lines"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            faults.add(new Fault(file, line, "is not YAML here: " + e.getProblem()));
        } catch (YamlEngineException e) {
            faults.add(new Fault(file, 0, "is not YAML; it may be binary"));
        }
        return empty(file, faults);
    }

    private static Section empty(String file, Faults faults) {
        MappingNode node = new MappingNode(
                org.snakeyaml.engine.v2.nodes.Tag.MAP, List.of(), org.snakeyaml.engine.v2.common.FlowStyle.BLOCK);
        return new Section(file, "", node, Map.of(), faults);
    }
}
