package fr.unefois.mdm.batch.bench;

import fr.unefois.mdm.access.Access;
import fr.unefois.mdm.access.Audit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/**
 * Takes the account of accesses out of a server, to measure what it costs. The product has no such switch: this class is in
 * no installation's class path.
 */
@Configuration(proxyBeanMethods = false)
public class Unaudited {
    @Bean
    @Primary
    Audit forgetful() {
        return new Audit() {
            @Override
            public void record(Collection<Access> accesses) {
                // Nothing: what is measured is what this would cost.
            }

            @Override
            public List<Access> of(UUID citizen, int limit) {
                return List.of();
            }
        };
    }
}
