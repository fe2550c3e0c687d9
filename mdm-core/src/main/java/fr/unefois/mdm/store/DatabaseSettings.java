package fr.unefois.mdm.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which database to use: an existing PostgreSQL when there is a URL, else the embedded one under the home folder.
 *
 * @param home the state folder, {@code var/} or {@code $MDM_HOME}
 * @param url {@code jdbc:postgresql://…}, or null for the embedded server
 * @param connections how many connections the pool holds at most
 * @param role what its connections may do
 * @param patience how long somebody waits for a connection, and, three times as long, for an answer; null where work may
 *     take as long as it takes
 */
public record DatabaseSettings(
        Path home,
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        int connections,
        Role role,
        @Nullable Duration patience) {
    private static final int CONNECTIONS = 10;

    public static DatabaseSettings embedded(Path home) {
        return new DatabaseSettings(home, null, null, null, CONNECTIONS, Role.OWNER, null);
    }

    public static DatabaseSettings existing(Path home, String url, @Nullable String user, @Nullable String password) {
        return new DatabaseSettings(home, url, user, password, CONNECTIONS, Role.OWNER, null);
    }

    /**
     * By the environment's {@code MDM_HOME}, {@code MDM_DATABASE_URL}, {@code _USER} and {@code _PASSWORD}.
     *
     * @param option what {@code --database} says, which outranks the environment's URL
     */
    public static DatabaseSettings from(Map<String, String> environment, @Nullable String option) {
        Path home = Path.of(nonBlank(environment.get("MDM_HOME"), "var")).toAbsolutePath();
        String url = option != null ? option : environment.get("MDM_DATABASE_URL");
        return url == null || url.isBlank()
                ? embedded(home)
                : existing(home, url, environment.get("MDM_DATABASE_USER"), environment.get("MDM_DATABASE_PASSWORD"));
    }

    private static String nonBlank(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text;
    }

    public DatabaseSettings withConnections(int most) {
        return new DatabaseSettings(home, url, user, password, most, role, patience);
    }

    public DatabaseSettings as(Role other) {
        return new DatabaseSettings(home, url, user, password, connections, other, patience);
    }

    /** For whoever answers people: an outage is told at once, and nobody hangs on a dead line. */
    public DatabaseSettings withPatience(Duration most) {
        return new DatabaseSettings(home, url, user, password, connections, role, most);
    }

    @Override
    public String toString() {
        return "DatabaseSettings[" + (url == null ? "embedded under " + home : "existing") + "]";
    }
}
