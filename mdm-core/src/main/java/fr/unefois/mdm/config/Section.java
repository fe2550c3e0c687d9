package fr.unefois.mdm.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A mapping of a YAML file. Every reader reports a fault with its line instead of throwing, and returns a harmless
 * default, so that one pass finds all faults. Call {@link #end()} last: it reports the keys that nobody asked for.
 */
public final class Section {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)(?::([^}]*))?}");

    private final String file;
    private final String path;
    private final int line;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final Map<String, String> environment;
    private final Faults faults;

    Section(String file, String path, MappingNode node, Map<String, String> environment, Faults faults) {
        this.file = file;
        this.path = path;
        this.line = lineOf(node);
        this.environment = environment;
        this.faults = faults;
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                entries.put(key.getValue(), tuple.getValueNode());
                lines.put(key.getValue(), lineOf(key));
            } else {
                fault(lineOf(tuple.getKeyNode()), "a key is a plain word");
            }
        }
    }

    public String file() {
        return file;
    }

    public Set<String> keys() {
        return entries.keySet();
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    public Optional<String> text(String key) {
        Node node = ask(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(resolve(scalar));
        }
        fault(lineOf(node), "`" + name(key) + "` is one value, not a list or a mapping");
        return Optional.empty();
    }

    /** The text, or a fault and an empty text. */
    public String requiredText(String key) {
        Optional<String> text = text(key);
        if (text.isEmpty() && !entries.containsKey(key)) {
            fault(line, "`" + name(key) + "` is missing");
        }
        return text.orElse("");
    }

    public int integer(String key, int defaultValue) {
        return parsed(key, "a whole number", Integer::valueOf).orElse(defaultValue);
    }

    public double decimal(String key, double defaultValue) {
        return parsed(key, "a number", Double::valueOf).orElse(defaultValue);
    }

    public boolean flag(String key, boolean defaultValue) {
        return parsed(key, "true or false", Section::booleanOf).orElse(defaultValue);
    }

    /** One of an enum's constants, written in lower case. */
    public <E extends Enum<E>> Optional<E> constant(String key, Class<E> type) {
        String choices = String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                        .toList());
        return parsed(
                key,
                "one of " + choices,
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /** Any value that {@code parse} accepts; an {@link IllegalArgumentException} becomes a fault. */
    public <T> Optional<T> parsed(String key, String expected, Function<String, T> parse) {
        return text(key).flatMap(text -> {
            try {
                return Optional.of(parse.apply(text));
            } catch (IllegalArgumentException e) {
                faultAt(key, "`" + name(key) + "` is not " + expected);
                return Optional.empty();
            }
        });
    }

    /** A list of texts; one plain text counts as a list of one. */
    public List<String> texts(String key) {
        Node node = ask(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof ScalarNode scalar) {
            return List.of(resolve(scalar));
        }
        List<String> texts = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                if (item instanceof ScalarNode scalar) {
                    texts.add(resolve(scalar));
                } else {
                    fault(lineOf(item), "`" + name(key) + "` lists plain values");
                }
            }
        } else {
            fault(lineOf(node), "`" + name(key) + "` is a list");
        }
        return texts;
    }

    /** The mapping under the key; an empty one when there is none. */
    public Section section(String key) {
        Node node = ask(key);
        if (node instanceof MappingNode mapping) {
            return child(key, mapping);
        }
        if (node != null) {
            fault(lineOf(node), "`" + name(key) + "` is a mapping of `name: value` lines");
        }
        return child(
                key,
                new MappingNode(
                        org.snakeyaml.engine.v2.nodes.Tag.MAP,
                        List.of(),
                        org.snakeyaml.engine.v2.common.FlowStyle.BLOCK));
    }

    /** The mappings listed under the key. */
    public List<Section> sections(String key) {
        Node node = ask(key);
        if (node == null) {
            return List.of();
        }
        List<Section> sections = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                if (item instanceof MappingNode mapping) {
                    sections.add(child(key, mapping));
                } else {
                    fault(lineOf(item), "`" + name(key) + "` lists mappings");
                }
            }
        } else {
            fault(lineOf(node), "`" + name(key) + "` is a list");
        }
        return sections;
    }

    /** Whether the key holds a mapping rather than a plain value. */
    public boolean isSection(String key) {
        return entries.get(key) instanceof MappingNode;
    }

    /** Whether the key holds a list, the first item of which is a mapping. */
    public boolean listsSections(String key) {
        return entries.get(key) instanceof SequenceNode list
                && !list.getValue().isEmpty()
                && list.getValue().get(0) instanceof MappingNode;
    }

    /** Reports a fault at the line of the key. */
    public void faultAt(String key, String message) {
        fault(lines.getOrDefault(key, line), message);
    }

    /** Reports a fault at the line where this section begins. */
    public void fault(String message) {
        fault(line, message);
    }

    /** Reports every key that no reader asked for. */
    public void end() {
        for (String key : entries.keySet()) {
            if (!asked.contains(key)) {
                String meant = Nearest.to(key, asked)
                        .map(nearest -> ", perhaps `" + nearest + "` is meant")
                        .orElse("");
                faultAt(
                        key,
                        "`" + name(key) + "` is not known here" + meant + "; known are " + String.join(", ", asked));
            }
        }
    }

    private Section child(String key, MappingNode node) {
        return new Section(file, name(key), node, environment, faults);
    }

    private @Nullable Node ask(String key) {
        asked.add(key);
        return entries.get(key);
    }

    private String name(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private String resolve(ScalarNode scalar) {
        Matcher matcher = PLACEHOLDER.matcher(scalar.getValue());
        return matcher.replaceAll(match -> {
            String value = environment.get(match.group(1));
            if (value == null) {
                value = match.group(2);
            }
            if (value == null) {
                fault(lineOf(scalar), "the environment variable " + match.group(1) + " is not set");
                value = "";
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private void fault(int atLine, String message) {
        faults.add(new Fault(file, atLine, message));
    }

    private static boolean booleanOf(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
