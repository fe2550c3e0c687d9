package fr.unefois.mdm.batch.pull;

import java.util.Set;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.support.JobOperatorFactoryBean;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Isolation;

/** Spring Batch over our database, wired by hand: a command needs no application context and starts at once. */
final class BatchRuntime {
    private final JobRepository repository;
    private final JobOperator operator;
    private final PlatformTransactionManager transactions;

    BatchRuntime(DataSource dataSource) {
        transactions = new JdbcTransactionManager(dataSource);
        try {
            repository = repository(dataSource);
            operator = operator();
        } catch (Exception e) { // the factories declare it; with these settings they have no reason to
            throw new IllegalStateException("the batch runtime cannot be set up", e);
        }
    }

    private JobRepository repository(DataSource dataSource) throws Exception {
        JdbcJobRepositoryFactoryBean factory = new JdbcJobRepositoryFactoryBean();
        factory.setDataSource(dataSource);
        factory.setTransactionManager(transactions);
        factory.setDatabaseType("POSTGRES");
        // Runs are kept apart by our own lock; serializable would only make them fail on each other's bookkeeping.
        factory.setIsolationLevelForCreateEnum(Isolation.READ_COMMITTED);
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    private JobOperator operator() throws Exception {
        JobOperatorFactoryBean factory = new JobOperatorFactoryBean();
        factory.setJobRepository(repository);
        factory.setJobRegistry(new MapJobRegistry());
        factory.setTransactionManager(transactions);
        factory.afterPropertiesSet();
        return factory.getObject();
    }

    JobRepository repository() {
        return repository;
    }

    PlatformTransactionManager transactions() {
        return transactions;
    }

    /** Puts on record that executions which still seem to run were killed; nobody else runs while we hold the lock. */
    int recover(String job) {
        Set<JobExecution> killed = repository.findRunningJobExecutions(job);
        killed.forEach(operator::recover);
        return killed.size();
    }

    JobExecution run(Job job, JobParameters parameters) {
        try {
            return operator.start(job, parameters);
        } catch (JobExecutionException e) {
            throw new IllegalStateException("the job " + job.getName() + " cannot be started", e);
        }
    }
}
