package fr.unefois.mdm.api.server;

import fr.unefois.mdm.access.Audit;
import fr.unefois.mdm.access.LiveContracts;
import fr.unefois.mdm.access.Meter;
import fr.unefois.mdm.access.Policy;
import fr.unefois.mdm.access.ReferenceKeys;
import fr.unefois.mdm.access.WebhookSecrets;
import fr.unefois.mdm.api.access.Alarms;
import fr.unefois.mdm.api.identity.Screens;
import fr.unefois.mdm.api.prefill.ConsentTerms;
import fr.unefois.mdm.api.prefill.Forms;
import fr.unefois.mdm.api.prefill.SourceLabels;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Authoring;
import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.Judging;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.arrive.Walks;
import fr.unefois.mdm.store.AuditStore;
import fr.unefois.mdm.store.ChangeFeed;
import fr.unefois.mdm.store.Citizens;
import fr.unefois.mdm.store.Consents;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.Histories;
import fr.unefois.mdm.store.KeptAnswers;
import fr.unefois.mdm.store.Models;
import fr.unefois.mdm.store.PostgresAlarms;
import fr.unefois.mdm.store.PostgresAudit;
import fr.unefois.mdm.store.PostgresAuditContracts;
import fr.unefois.mdm.store.PostgresBase;
import fr.unefois.mdm.store.Reviews;
import fr.unefois.mdm.store.Role;
import fr.unefois.mdm.store.Sessions;
import fr.unefois.mdm.store.Subscriptions;
import fr.unefois.mdm.store.Ties;
import fr.unefois.mdm.store.Views;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The core's objects, put together from the configuration and the database. */
@Configuration(proxyBeanMethods = false)
class CoreBeans {
    private static final Logger LOG = LoggerFactory.getLogger(CoreBeans.class);

    /** Who waits for an answer hears within seconds that the database is gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Installation installation(ServerSettings settings) {
        return Installation.read(settings.config());
    }

    @Bean
    Forms forms(Installation installation) {
        return installation.forms();
    }

    @Bean
    SourceLabels sourceLabels(Installation installation) {
        return SourceLabels.of(installation.sources().values());
    }

    @Bean
    Screens screens(Installation installation) {
        return installation.screens();
    }

    @Bean
    ConsentTerms consentTerms(Installation installation) {
        return installation.consentTerms();
    }

    @Bean(destroyMethod = "close")
    Database database(ServerSettings settings) {
        return Database.open(settings.database().as(Role.APPLICATION).withPatience(PATIENCE))
                .closedByOwner();
    }

    @Bean
    Base base(Database database) {
        return new PostgresBase(database.dataSource());
    }

    @Bean
    Citizens citizens(Database database) {
        return new Citizens(database.dataSource());
    }

    @Bean
    Views views(Database database, Citizens citizens) {
        return new Views(database.reading(), citizens);
    }

    @Bean
    Histories histories(Database database) {
        return new Histories(database.dataSource());
    }

    @Bean
    ChangeFeed changeFeed(Database database) {
        return new ChangeFeed(database.dataSource());
    }

    @Bean
    KeptAnswers keptAnswers(Database database) {
        return new KeptAnswers(database.dataSource());
    }

    @Bean
    Subscriptions subscriptions(Database database) {
        return new Subscriptions(database.dataSource());
    }

    @Bean
    WebhookSecrets webhookSecrets(ReferenceKeys keys) {
        return new WebhookSecrets(keys);
    }

    @Bean
    Ties ties(Database database) {
        return new Ties(database.dataSource());
    }

    @Bean
    Consents consents(Database database) {
        return new Consents(database.dataSource());
    }

    @Bean
    Audit audit(Database database) {
        return new PostgresAudit(database.dataSource());
    }

    @Bean(destroyMethod = "close")
    Sessions sessions(Database database) {
        return new Sessions(database.dataSource());
    }

    @Bean
    Reviews reviews(Sessions sessions) {
        return new Reviews(sessions);
    }

    @Bean
    Walks walks(Installation installation, ServerSettings settings, Database database) {
        Models models = Models.open(database.dataSource(), installation.walk(), Walk.modelText(settings.config()));
        if (models.isBehind()) {
            LOG.warn(
                    "the configured model is not in force on this base: going on with {}; `mdm link` brings it into force",
                    models.inForce().name());
        } else if (models.isOutgrown()) {
            LOG.warn("the base has outgrown its model; `mdm link` links it anew (`--dry-run` says what would change)");
        }
        return models;
    }

    @Bean
    Arrivals arrivals(Base base, Walks walks) {
        return new Arrivals(base, walks);
    }

    @Bean
    Judging judging(Base base, Walks walks) {
        return new Judging(base, walks);
    }

    @Bean
    Authoring authoring(Base base, Walks walks) {
        return new Authoring(base, walks);
    }

    @Bean
    ReferenceKeys referenceKeys(ServerSettings settings) {
        return ReferenceKeys.load(settings.home(), System.getenv());
    }

    @Bean
    LiveContracts contracts(ServerSettings settings, Installation installation, Database database) {
        PostgresAuditContracts history = new PostgresAuditContracts(database.dataSource());
        return new LiveContracts(settings.config(), installation.contracts(), history::keep);
    }

    @Bean
    AuditStore auditStore(Database database) {
        return new AuditStore(database.dataSource());
    }

    @Bean
    Meter meter(Clock clock, AuditStore audit, Database database, MeterRegistry metrics) {
        return new Meter(clock, audit::shown, new Alarms(metrics, new PostgresAlarms(database.dataSource())));
    }

    /** By default a link that a steward would be asked about discloses nothing. */
    @Bean
    Policy policy(
            LiveContracts contracts,
            Installation installation,
            Walks walks,
            Clock clock,
            @Value("${mdm.access.disclosure-threshold:#{null}}") @org.jspecify.annotations.Nullable Double bits) {
        IntSupplier threshold = bits == null
                ? () -> walks.inForce().walk().model().thresholds().review()
                : () -> (int) Math.round(bits * 1000);
        return new Policy(contracts, installation.sources(), threshold, clock);
    }
}
