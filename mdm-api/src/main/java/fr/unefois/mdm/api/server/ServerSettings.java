package fr.unefois.mdm.api.server;

import fr.unefois.mdm.store.DatabaseSettings;
import java.nio.file.Path;

/**
 * What a server is started with.
 *
 * @param config the configuration folder
 * @param home the state folder: keys, credentials, the embedded database
 * @param port 0 for any free one
 * @param jobs whether it pulls by schedule
 * @param demo whether it is its own authorization server and shows the demonstration pages
 */
public record ServerSettings(
        Path config,
        Path home,
        DatabaseSettings database,
        String address,
        int port,
        int managementPort,
        boolean jobs,
        boolean demo) {
    public static final String DEMO = "mdm.demo";
}
