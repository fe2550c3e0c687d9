package fr.unefois.mdm.access;

import fr.unefois.mdm.config.Fault;
import fr.unefois.mdm.config.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The service contracts of an installation, one a client. */
public final class Contracts {
    private static final String ENDING = ".yml";

    private final Map<String, ServiceContract> byClient;

    private Contracts(Map<String, ServiceContract> byClient) {
        this.byClient = Map.copyOf(byClient);
    }

    /** Reads {@code contracts/*.yml} of a configuration folder; an absent folder has none. */
    public static Contracts readAll(Path config, Faults faults) {
        Path folder = config.resolve("contracts");
        if (!Files.isDirectory(folder)) {
            return new Contracts(Map.of());
        }
        try (Stream<Path> files = Files.list(folder)) {
            return of(
                    files.filter(file -> file.toString().endsWith(ENDING))
                            .sorted()
                            .map(file -> ContractFile.read(name(file), file, faults))
                            .toList(),
                    faults);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    /** Two contracts for one client are a fault: nobody could say which one counts. */
    public static Contracts of(List<ServiceContract> contracts, Faults faults) {
        Map<String, ServiceContract> byClient = new TreeMap<>();
        for (ServiceContract contract : contracts) {
            ServiceContract known = byClient.putIfAbsent(contract.client(), contract);
            if (known != null) {
                faults.add(new Fault(
                        contract.name() + ENDING,
                        0,
                        "client `" + contract.client() + "` already has the contract " + known.name()));
            }
        }
        return new Contracts(byClient);
    }

    public Optional<ServiceContract> of(String client) {
        return Optional.ofNullable(byClient.get(client));
    }

    public Collection<ServiceContract> all() {
        return byClient.values();
    }

    /** Which contract stands in which version. */
    Map<String, String> versions() {
        return byClient.values().stream().collect(Collectors.toMap(ServiceContract::name, ServiceContract::version));
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }
}
