package fr.unefois.mdm.api.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The random credentials of the demonstration, kept in {@code demo.env} so that a restart does not change them. */
final class DemoCredentials {
    static final String FILE = "demo.env";
    private static final String URL = "MDM_URL";

    private final Map<String, String> variables;

    private DemoCredentials(Map<String, String> variables) {
        this.variables = variables;
    }

    /** Reads the file, makes up what it does not hold, and writes it back for the owner alone. */
    static DemoCredentials in(Path home, String url) {
        try {
            Map<String, String> variables = read(home.resolve(FILE));
            variables.put(URL, url);
            for (DemoAccount account : DemoAccount.values()) {
                variables.put(client(account), account.id());
                variables.computeIfAbsent(secret(account), name -> random());
                if (account.person()) {
                    variables.put(prefix(account) + "USER", account.id());
                    variables.computeIfAbsent(prefix(account) + "PASSWORD", name -> random());
                }
            }
            write(home, variables);
            return new DemoCredentials(variables);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + home.resolve(FILE), e);
        }
    }

    String secretOf(DemoAccount account) {
        return value(secret(account));
    }

    String passwordOf(DemoAccount account) {
        return value(prefix(account) + "PASSWORD");
    }

    private String value(String name) {
        @Nullable String value = variables.get(name);
        if (value == null) {
            throw new IllegalStateException("the demonstration has no " + name);
        }
        return value;
    }

    private static String prefix(DemoAccount account) {
        return "MDM_" + account.name() + "_";
    }

    private static String client(DemoAccount account) {
        return prefix(account) + "CLIENT";
    }

    private static String secret(DemoAccount account) {
        return prefix(account) + "SECRET";
    }

    private static Map<String, String> read(Path file) throws IOException {
        Map<String, String> variables = new LinkedHashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                int equals = line.indexOf('=');
                if (equals > 0 && !line.startsWith("#")) {
                    variables.put(line.substring(0, equals), line.substring(equals + 1));
                }
            }
        }
        return variables;
    }

    private static void write(Path home, Map<String, String> variables) throws IOException {
        Files.createDirectories(home);
        Path draft = Files.createTempFile(
                home, FILE, null, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        StringBuilder text = new StringBuilder();
        variables.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        Files.writeString(draft, text);
        Files.move(draft, home.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String random() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
