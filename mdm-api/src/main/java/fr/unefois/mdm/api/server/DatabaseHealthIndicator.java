package fr.unefois.mdm.api.server;

import fr.unefois.mdm.store.Database;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Without its database an instance answers nothing: a balancer asks the others meanwhile. */
@Component
final class DatabaseHealthIndicator implements HealthIndicator {
    private final Database database;

    DatabaseHealthIndicator(Database database) {
        this.database = database;
    }

    @Override
    public Health health() {
        return (database.isReachable() ? Health.up() : Health.outOfService()).build();
    }
}
