package fr.unefois.mdm.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings of the embedded server, for a machine of 2 cores and a few GB; {@code local.conf} may override them. */
final class ServerConfiguration {
    private static final String INCLUDES = "\ninclude_if_exists = 'mdm.conf'\ninclude_if_exists = 'local.conf'\n";

    /** On one address, for local users with a password; no socket file, whose path may be too long or not writable. */
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 100
            password_encryption = scram-sha-256
            # one blocking key is one advisory lock
            max_locks_per_transaction = 256
            shared_buffers = 256MB
            effective_cache_size = 1GB
            work_mem = 16MB
            maintenance_work_mem = 256MB
            # /dev/shm is small in containers, and emptied at its owner's logout by systemd
            dynamic_shared_memory_type = mmap
            # nobody replicates this server: tables that one transaction makes and fills need no second copy in the log
            wal_level = minimal
            max_wal_senders = 0
            # a fifth of the time of a write to a large base went into compressing whole pages for the log
            wal_compression = off
            min_wal_size = 256MB
            max_wal_size = 2GB
            checkpoint_timeout = 15min
            jit = off
            random_page_cost = 1.1
            timezone = 'UTC'
            log_timezone = 'UTC'
            logging_collector = on
            log_directory = '../log'
            log_filename = 'postgresql-%a.log'
            log_truncate_on_rotation = on
            log_rotation_age = 1d
            log_rotation_size = 0
            # no citizen's value in a log: no statement, no parameter, no detail
            log_min_error_statement = panic
            log_parameter_max_length_on_error = 0
            log_error_verbosity = terse
            """;

    private static final String DURABLE = "fsync = on\nsynchronous_commit = on\nfull_page_writes = on\n";
    private static final String DISPOSABLE = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n";

    private ServerConfiguration() {}

    static void include(Path data) throws IOException {
        Path file = data.resolve("postgresql.conf");
        Files.writeString(file, Files.readString(file) + INCLUDES);
    }

    static void write(Path data, int port, boolean durable) throws IOException {
        Files.writeString(
                data.resolve("mdm.conf"), "port = " + port + "\n" + SETTINGS + (durable ? DURABLE : DISPOSABLE));
    }
}
