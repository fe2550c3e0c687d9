package fr.unefois.mdm.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class StoreFailureTest {
    @Test
    void saysWhatWasDoneAndWhyItFailedWithoutTheServersWords() {
        assertThat(StoreFailure.of("linking", new SQLException("Key (name)=(LE GOFF) exists", "23505")))
                .hasMessage("the database failed while linking (SQL state 23505)");
        assertThat(StoreFailure.of("linking", new SQLException("This connection has been closed.")))
                .hasMessage("the database failed while linking: the connection to it is gone");
    }
}
