package fr.unefois.mdm.store;

import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hibernate.JDBCException;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.cfg.AvailableSettings;

/** Hibernate over our connections, for what is neither hot nor many; it needs no Spring. Opening it takes a second. */
public final class Sessions implements AutoCloseable {
    private final SessionFactory factory;

    public Sessions(DataSource dataSource) {
        StandardServiceRegistry registry = new StandardServiceRegistryBuilder()
                .applySetting(AvailableSettings.JAKARTA_NON_JTA_DATASOURCE, dataSource)
                .applySetting(AvailableSettings.JSON_FORMAT_MAPPER, new IsoJson())
                .applySetting(AvailableSettings.JDBC_TIME_ZONE, "UTC")
                .applySetting(AvailableSettings.XML_MAPPING_ENABLED, false)
                .applySetting(AvailableSettings.USE_SECOND_LEVEL_CACHE, false)
                .applySetting(AvailableSettings.USE_QUERY_CACHE, false)
                .build();
        factory = new MetadataSources(registry)
                .addAnnotatedClass(ReviewRow.class)
                .addAnnotatedClass(JudgementRow.class)
                .addAnnotatedClass(RunRow.class)
                .buildMetadata()
                .buildSessionFactory();
    }

    <T> T write(Function<Session, T> work) {
        try {
            return factory.fromTransaction(work);
        } catch (JDBCException e) {
            throw StoreFailure.of("reading or writing rows", e.getSQLException());
        }
    }

    void change(Consumer<Session> work) {
        boolean ignored = write(session -> {
            work.accept(session);
            return true;
        });
    }

    <T> T read(Function<Session, T> work) {
        return write(session -> {
            session.setDefaultReadOnly(true);
            return work.apply(session);
        });
    }

    @Override
    public void close() {
        factory.close();
    }
}
