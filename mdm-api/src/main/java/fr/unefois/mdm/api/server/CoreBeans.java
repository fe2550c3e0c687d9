package fr.unefois.mdm.api.server;

import fr.unefois.mdm.access.Audit;
import fr.unefois.mdm.access.Contracts;
import fr.unefois.mdm.access.Policy;
import fr.unefois.mdm.access.ReferenceKeys;
import fr.unefois.mdm.api.prefill.Forms;
import fr.unefois.mdm.arrive.Arrivals;
import fr.unefois.mdm.arrive.Base;
import fr.unefois.mdm.arrive.Judging;
import fr.unefois.mdm.arrive.Walk;
import fr.unefois.mdm.store.Citizens;
import fr.unefois.mdm.store.Database;
import fr.unefois.mdm.store.PostgresAudit;
import fr.unefois.mdm.store.PostgresAuditContracts;
import fr.unefois.mdm.store.PostgresBase;
import fr.unefois.mdm.store.Reviews;
import fr.unefois.mdm.store.Sessions;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The core's objects, put together from the configuration and the database. */
@Configuration(proxyBeanMethods = false)
class CoreBeans {
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

    @Bean(destroyMethod = "close")
    Database database(ServerSettings settings, Installation installation) {
        Database database = Database.open(settings.database()).closedByOwner();
        new PostgresAuditContracts(database.dataSource())
                .keep(installation.contracts().all());
        return database;
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
    Walk walk(Installation installation) {
        return installation.walk();
    }

    @Bean
    Arrivals arrivals(Base base, Walk walk) {
        return new Arrivals(base, walk);
    }

    @Bean
    Judging judging(Base base, Walk walk) {
        return new Judging(base, walk);
    }

    @Bean
    ReferenceKeys referenceKeys(ServerSettings settings) {
        return ReferenceKeys.load(settings.home(), System.getenv());
    }

    @Bean
    Contracts contracts(Installation installation) {
        return installation.contracts();
    }

    /** By default a link that a steward would be asked about discloses nothing. */
    @Bean
    Policy policy(
            Installation installation,
            Walk walk,
            Clock clock,
            @Value("${mdm.access.disclosure-threshold:#{null}}") @org.jspecify.annotations.Nullable Double bits) {
        int threshold = bits == null ? walk.model().thresholds().review() : (int) Math.round(bits * 1000);
        return new Policy(installation.contracts(), installation.sources(), threshold, clock);
    }
}
