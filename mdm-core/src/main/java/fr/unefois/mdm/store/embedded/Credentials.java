package fr.unefois.mdm.store.embedded;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.Properties;

/** {@code database.properties}, for its owner's eyes only: how to reach the embedded server. */
record Credentials(String password, int port, long pid) {
    static final String USER = "mdm";
    static final String DATABASE = "mdm";

    private static final String FILE = "database.properties";
    private static final int PASSWORD_BYTES = 24;

    static Credentials fresh() {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        return new Credentials(Base64.getUrlEncoder().encodeToString(random), 0, 0);
    }

    static Optional<Credentials> read(Path home) throws IOException {
        Properties file = new Properties();
        try {
            file.load(new StringReader(Files.readString(home.resolve(FILE))));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        return Optional.of(new Credentials(
                file.getProperty("password", ""),
                Integer.parseInt(file.getProperty("port", "0")),
                Long.parseLong(file.getProperty("pid", "0"))));
    }

    void write(Path home) throws IOException {
        Properties file = new Properties();
        file.setProperty("url", url());
        file.setProperty("user", USER);
        file.setProperty("password", password);
        file.setProperty("port", Integer.toString(port));
        file.setProperty("pid", Long.toString(pid));
        StringWriter text = new StringWriter();
        file.store(text, "The embedded PostgreSQL; written anew at each start");
        writePrivately(home.resolve(FILE), text.toString());
    }

    static void writePrivately(Path file, String text) throws IOException {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    Credentials at(Postmaster server) {
        return new Credentials(password, server.port(), server.pid());
    }

    String url() {
        return url(DATABASE);
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    @Override
    public String toString() {
        return "Credentials[port " + port + "]";
    }
}
