package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.unefois.mdm.store.embedded.EmbeddedPostgres;
import fr.unefois.mdm.store.embedded.EmbeddedSettings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.PackageNameFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs the store's other tests again on the oldest PostgreSQL that we promise, where Debian has put it. */
class Postgres15IT {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql/15");
    private static final String PACKAGE = "fr.unefois.mdm.store";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private static Path home;

    @Test
    void keepsTheStoresPromisesToo() {
        assumeTrue(
                Files.isExecutable(DEBIAN.resolve("bin/initdb")),
                "no PostgreSQL 15 in " + DEBIAN + ": the store was not tested on it (apt-get install postgresql-15)");
        EmbeddedSettings settings = EmbeddedSettings.of(home).disposable().withInstallation(DEBIAN);
        TestExecutionSummary summary;
        try (EmbeddedPostgres server = EmbeddedPostgres.open(settings)) {
            Map<String, String> properties = Map.of(
                    "mdm.test.database.url", server.url(),
                    "mdm.test.database.user", server.user(),
                    "mdm.test.database.password", server.password());
            properties.forEach(System::setProperty);
            try {
                summary = run();
            } finally {
                properties.keySet().forEach(System::clearProperty);
            }
        }
        summary.printFailuresTo(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        assertThat(summary.getTotalFailureCount()).isZero();
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(20);
    }

    private static TestExecutionSummary run() {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectPackage(PACKAGE))
                                .filters(
                                        ClassNameFilter.includeClassNamePatterns(".*IT"),
                                        ClassNameFilter.excludeClassNamePatterns(Postgres15IT.class.getName()),
                                        PackageNameFilter.excludePackageNames(PACKAGE + ".embedded"))
                                .build(),
                        listener);
        return listener.getSummary();
    }
}
