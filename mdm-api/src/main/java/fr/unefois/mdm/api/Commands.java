package fr.unefois.mdm.api;

import fr.unefois.mdm.command.Command;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Every command on the classpath by its name. A command is known by its class alone until it is the one to run: the
 * others are neither created nor looked into.
 */
final class Commands {
    private final Map<String, Class<? extends Command>> byName;

    private Commands(Map<String, Class<? extends Command>> byName) {
        this.byName = byName;
    }

    static Commands found(ClassLoader loader) {
        List<Class<? extends Command>> types = new ArrayList<>();
        ServiceLoader.load(Command.class, loader).stream().forEach(provider -> types.add(provider.type()));
        return of(types);
    }

    /** @throws IllegalStateException for a command without a picocli name, or two of one name: a fault of the build */
    static Commands of(List<Class<? extends Command>> types) {
        Map<String, Class<? extends Command>> byName = new TreeMap<>();
        for (Class<? extends Command> type : types) {
            Class<? extends Command> other = byName.put(described(type).name(), type);
            if (other != null) {
                throw new IllegalStateException(
                        type.getName() + " and " + other.getName() + " are commands of one name");
            }
        }
        return new Commands(byName);
    }

    /** The launcher's command line, made for these arguments: of its commands only the one they name is complete. */
    CommandLine line(Failures failures, String... args) {
        CommandLine root = new CommandLine(new Root(), Commands::create);
        byName.forEach((name, type) ->
                root.addSubcommand(name, args.length > 0 && args[0].equals(name) ? whole(type) : summary(type)));
        root.addSubcommand("help", new Help(this));
        return root.setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    /** Prints what the named command understands, or the list of all; wrong usage where there is no such command. */
    int help(CommandLine root, String name) {
        Class<? extends Command> type = byName.get(name);
        if (type == null) {
            root.getErr().println("There is no command '" + name + "'; ./mdm help lists them.");
            return Command.WRONG_USAGE;
        }
        CommandLine line = new CommandLine(whole(type));
        new CommandLine(new Root()).addSubcommand(name, line);
        line.usage(root.getOut());
        return Command.DONE;
    }

    private static CommandSpec whole(Class<? extends Command> type) {
        CommandSpec spec = CommandSpec.forAnnotatedObject(type, Commands::create);
        return spec.optionsMap().containsKey("--help") ? spec : spec.mixinStandardHelpOptions(true);
    }

    private static CommandSpec summary(Class<? extends Command> type) {
        CommandSpec spec = CommandSpec.create().name(described(type).name());
        spec.usageMessage()
                .description(described(type).description())
                .hidden(described(type).hidden());
        return spec;
    }

    private static CommandLine.Command described(Class<? extends Command> type) {
        CommandLine.Command description = type.getAnnotation(CommandLine.Command.class);
        if (description == null) {
            throw new IllegalStateException(type.getName() + " carries no @CommandLine.Command");
        }
        return description;
    }

    /** A command may be hidden in its package: only its constructor is public. */
    private static <K> K create(Class<K> type) throws Exception {
        if (!Command.class.isAssignableFrom(type)) {
            return CommandLine.defaultFactory().create(type);
        }
        Constructor<K> constructor = type.getConstructor();
        constructor.setAccessible(true);
        return constructor.newInstance();
    }
}
