package fr.unefois.mdm.access;

import fr.unefois.mdm.config.Faults;
import fr.unefois.mdm.config.Section;
import fr.unefois.mdm.config.Yaml;
import fr.unefois.mdm.record.Attribute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one file {@code config/contracts/NAME.yml}. */
final class ContractFile {
    private final Section file;

    private ContractFile(Section file) {
        this.file = file;
    }

    static ServiceContract read(String name, Path path, Faults faults) {
        try {
            return new ContractFile(Yaml.read(path, faults)).contract(name, version(Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    static ServiceContract read(String name, String text, Faults faults) {
        return new ContractFile(Yaml.read(name + ".yml", text, System.getenv(), faults))
                .contract(name, version(text.getBytes(StandardCharsets.UTF_8)));
    }

    private ServiceContract contract(String name, String version) {
        ServiceContract contract = new ServiceContract(
                name,
                version,
                file.requiredText("client"),
                file.requiredText("sector"),
                purposes(),
                file.requiredText("legal-basis"),
                file.constant("subject", ServiceContract.Subject.class).orElse(ServiceContract.Subject.THIRD_PARTY),
                file.constant("proof", ServiceContract.Proof.class).orElse(ServiceContract.Proof.TOKEN),
                file.flag("agent-required", false),
                operations(),
                attributes("readable"),
                attributes("searchable"),
                attributes("writable"),
                new LinkedHashSet<>(file.texts("sources")),
                file.integer("minimum-certification", 0),
                population(),
                Limits.of(positive("rate"), positive("quota"), positive("alarm")),
                date("valid-from"),
                date("valid-until"));
        if (!file.has("subject")) {
            file.fault("`subject` is missing; write self or third-party");
        }
        file.end();
        return contract;
    }

    private List<String> purposes() {
        List<String> purposes = file.texts("purposes");
        if (purposes.isEmpty()) {
            file.faultAt("purposes", "`purposes` is missing or empty; name at least one, the default first");
            return List.of("none");
        }
        return purposes;
    }

    private Population population() {
        if (!file.has("population")) {
            return Population.EVERYONE;
        }
        Section section = file.section("population");
        Population population = new Population(
                new LinkedHashSet<>(section.texts("sources")), new LinkedHashSet<>(section.texts("postcodes")));
        if (population.isEveryone()) {
            file.faultAt("population", "`population` names nobody; give it `sources` or `postcodes`, or leave it out");
        }
        section.end();
        return population;
    }

    private int positive(String key) {
        return file.parsed(key, "a whole number from 1; leave it out for no limit", ContractFile::fromOne)
                .orElse(0);
    }

    private static int fromOne(String text) {
        int number = Integer.parseInt(text);
        if (number < 1) {
            throw new IllegalArgumentException();
        }
        return number;
    }

    private Set<Operation> operations() {
        Set<Operation> operations = EnumSet.noneOf(Operation.class);
        for (String text : file.texts("operations")) {
            try {
                operations.add(Operation.valueOf(text.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                file.faultAt("operations", "`" + text + "` is not an operation; known are " + known());
            }
        }
        return operations;
    }

    private static String known() {
        return EnumSet.allOf(Operation.class).toString().toLowerCase(Locale.ROOT);
    }

    private Set<Attribute> attributes(String key) {
        Set<Attribute> attributes = new LinkedHashSet<>();
        for (String text : file.texts(key)) {
            Attribute.CANONICAL.stream()
                    .filter(attribute -> attribute.name().equals(text))
                    .findFirst()
                    .ifPresentOrElse(
                            attributes::add,
                            () -> file.faultAt(
                                    key, "`" + text + "` is not an attribute; known are " + Attribute.CANONICAL));
        }
        return attributes;
    }

    private @Nullable LocalDate date(String key) {
        return file.parsed(key, "a date such as 2026-12-31", ContractFile::day).orElse(null);
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String version(byte[] text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
