package fr.unefois.mdm.store;

import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/** PostgreSQL in a container, where Docker answers and Testcontainers is on the class path. */
final class DockerServer {
    private DockerServer() {}

    static @Nullable TestServer start() {
        try {
            Class.forName("org.testcontainers.postgresql.PostgreSQLContainer");
        } catch (ClassNotFoundException e) {
            return null;
        }
        return Container.start();
    }

    /** Apart, so that a module without Testcontainers never loads it. */
    private static final class Container {
        static @Nullable TestServer start() {
            if (!DockerClientFactory.instance().isDockerAvailable()) {
                return null;
            }
            String image = System.getenv().getOrDefault("MDM_TEST_POSTGRES_IMAGE", "postgres:18-alpine");
            PostgreSQLContainer container =
                    new PostgreSQLContainer(DockerImageName.parse(image).asCompatibleSubstituteFor("postgres"));
            container.start();
            return TestServer.at(
                    container.getJdbcUrl(), container.getUsername(), container.getPassword(), container::stop);
        }
    }
}
