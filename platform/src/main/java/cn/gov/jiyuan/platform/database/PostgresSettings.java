package cn.gov.jiyuan.platform.database;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Server settings, given on the command line so that they follow the program and not the age of the data. */
final class PostgresSettings {
    private PostgresSettings() {}

    /** For data that must survive power cuts; {@code wal_level=logical} lets other systems capture changes. */
    static Map<String, String> durable(Path log) {
        int cores = Runtime.getRuntime().availableProcessors();
        Map<String, String> settings = common();
        settings.put("max_connections", "100");
        settings.put("shared_buffers", "256MB");
        settings.put("effective_cache_size", "1GB");
        settings.put("maintenance_work_mem", "128MB");
        settings.put("fsync", "on");
        settings.put("full_page_writes", "on");
        settings.put("synchronous_commit", "on");
        settings.put("wal_level", "logical");
        settings.put("max_wal_size", "2GB");
        settings.put("checkpoint_timeout", "15min");
        settings.put("max_parallel_workers_per_gather", String.valueOf(Math.clamp(cores / 2 - 1, 0, 4)));
        settings.put("idle_in_transaction_session_timeout", "5min");
        settings.put("log_min_duration_statement", "3s");
        // Parameters may be personal data: they never go to a log.
        settings.put("log_parameter_max_length", "0");
        settings.put("log_parameter_max_length_on_error", "0");
        settings.put("logging_collector", "on");
        settings.put("log_directory", log.toString());
        settings.put("log_filename", "postgres-%a.log");
        settings.put("log_truncate_on_rotation", "on");
        settings.put("log_rotation_age", "1d");
        settings.put("log_rotation_size", "0");
        settings.put("log_line_prefix", "%m [%p] %q%u@%d ");
        return settings;
    }

    /** For data that nobody needs after the test. */
    static Map<String, String> throwaway() {
        Map<String, String> settings = common();
        settings.put("max_connections", "300");
        settings.put("shared_buffers", "64MB");
        settings.put("fsync", "off");
        settings.put("full_page_writes", "off");
        settings.put("synchronous_commit", "off");
        settings.put("wal_level", "minimal");
        settings.put("max_wal_senders", "0");
        settings.put("autovacuum", "off");
        return settings;
    }

    private static Map<String, String> common() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("timezone", "Asia/Shanghai");
        settings.put("log_timezone", "Asia/Shanghai");
        settings.put("work_mem", "16MB");
        settings.put("random_page_cost", "1.1");
        settings.put("jit", "off");
        return settings;
    }
}
