package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.data.exchange.collecting.capture.ChangeLog;
import cn.gov.jiyuan.data.exchange.collecting.capture.LogMessage;
import cn.gov.jiyuan.data.exchange.collecting.reading.FileFormat;
import cn.gov.jiyuan.data.exchange.collecting.reading.RowSink;
import cn.gov.jiyuan.data.exchange.collecting.reading.SourceColumn;
import cn.gov.jiyuan.platform.database.EmbeddedPostgres;
import cn.gov.jiyuan.platform.database.JiyuanHome;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;

/**
 * Collecting against its limits: changes decoded from a log against a reader that only counts its messages, and rows of
 * CSV against DuckDB counting the same file. What follows the reading (conversion, landing) is not part of it.
 */
final class CollectBench implements Benchmark {
    private static final int CHANGES = Integer.getInteger("jiyuan.bench.changes", 500_000);
    private static final int ROWS = Integer.getInteger("jiyuan.bench.rows", 2_000_000);
    private static final int ROUNDS = 3;

    /** Reads the log to a position. @return messages about rows */
    private interface LogReader {
        long read(PGReplicationStream stream, long end) throws SQLException;
    }

    @Override
    public void run(PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("jiyuan-bench-");
        try {
            log(out, folder);
            csv(out, folder);
        } finally {
            BenchDatabase.delete(folder);
        }
    }

    private static void log(PrintStream out, Path folder) throws Exception {
        JiyuanHome home = JiyuanHome.of(folder.resolve("home").toString());
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Map.of())) {
            Properties access = new Properties();
            try (Reader in = Files.newBufferedReader(home.postgres().resolve("connection.properties"))) {
                access.load(in);
            }
            Properties admin = new Properties();
            admin.setProperty("user", "postgres");
            admin.setProperty("password", access.getProperty("adminPassword"));
            String end = changes(server.url(), admin);
            double[] best = {0, 0};
            for (int round = 0; round < ROUNDS; round++) {
                best[0] = Math.max(best[0], rate(server.url(), admin, end, "bare" + round, CollectBench::count));
                best[1] = Math.max(best[1], rate(server.url(), admin, end, "ours" + round, CollectBench::decode));
            }
            out.printf(
                    Locale.ROOT,
                    "collect log: %,d changes, bare reading %,.0f /s, decoded into rows %,.0f /s, ratio %.2f%n",
                    CHANGES,
                    best[0],
                    best[1],
                    best[1] / best[0]);
        }
    }

    private static String changes(String url, Properties admin) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, admin);
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "create table public.bench (id bigint primary key, name text, phone text, changed timestamptz)");
            statement.execute("create publication bench for table public.bench");
            for (int round = 0; round < ROUNDS; round++) {
                for (String slot : List.of("bare", "ours")) {
                    statement.execute("select pg_create_logical_replication_slot('" + slot + round + "', 'pgoutput')");
                }
            }
            for (int from = 0; from < CHANGES; from += 1_000) {
                statement.execute(
                        "insert into public.bench select i, '居民' || i, '13800000000', now() from generate_series("
                                + from + ", " + (from + 999) + ") i");
            }
            try (ResultSet row = statement.executeQuery("select pg_current_wal_lsn()::text")) {
                row.next();
                return row.getString(1);
            }
        }
    }

    private static double rate(String url, Properties admin, String end, String slot, LogReader reader)
            throws SQLException {
        Properties properties = new Properties();
        properties.putAll(admin);
        PGProperty.REPLICATION.set(properties, "database");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "10");
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        try (Connection connection = DriverManager.getConnection(url, properties);
                PGReplicationStream stream = connection
                        .unwrap(PGConnection.class)
                        .getReplicationAPI()
                        .replicationStream()
                        .logical()
                        .withSlotName(slot)
                        .withSlotOption("proto_version", 1)
                        .withSlotOption("publication_names", "bench")
                        .start()) {
            long begun = System.nanoTime();
            long seen = reader.read(stream, LogSequenceNumber.valueOf(end).asLong());
            double seconds = (System.nanoTime() - begun) / 1e9;
            if (seen != CHANGES) {
                throw new IllegalStateException(seen + " changes instead of " + CHANGES);
            }
            return seen / seconds;
        }
    }

    private static long count(PGReplicationStream stream, long end) throws SQLException {
        long seen = 0;
        while (seen < CHANGES) {
            ByteBuffer message = stream.read();
            seen += message.get(message.position()) == 'I' ? 1 : 0;
        }
        return seen;
    }

    private static long decode(PGReplicationStream stream, long end) throws SQLException {
        ChangeLog log = new ChangeLog(stream);
        long seen = 0;
        while (seen < CHANGES) {
            LogMessage message = log.next();
            if (message == null) {
                Thread.onSpinWait();
            } else if (message instanceof LogMessage.Insert insert && insert.row().length == 4) {
                seen++;
            }
        }
        return seen;
    }

    private static void csv(PrintStream out, Path folder) throws Exception {
        Path file = folder.resolve("rows.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("id,name,birth,phone,address\n");
            for (int i = 0; i < ROWS; i++) {
                writer.write(i + ",居民" + i + ",1990-01-01,13800000000,\"济源示范区沁园路 " + i % 500 + " 号\"\n");
            }
        }
        double[] best = {0, 0};
        for (int round = 0; round < ROUNDS; round++) {
            best[0] = Math.max(best[0], duck(file));
            best[1] = Math.max(best[1], ours(file));
        }
        out.printf(
                Locale.ROOT,
                "collect csv: %,d rows, %.0f MB, DuckDB count on one thread %,.0f rows/s, ours into cells %,.0f rows/s, ratio %.2f%n",
                ROWS,
                Files.size(file) / 1e6,
                best[0],
                best[1],
                best[1] / best[0]);
    }

    private static double duck(Path file) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("set threads = 1");
            long begun = System.nanoTime();
            try (ResultSet row =
                    statement.executeQuery("select count(*) from read_csv('" + file + "', all_varchar = true)")) {
                row.next();
                return checked(row.getLong(1)) / ((System.nanoTime() - begun) / 1e9);
            }
        }
    }

    private static double ours(Path file) throws IOException {
        Counting counting = new Counting();
        long begun = System.nanoTime();
        FileFormat.CSV.read(file, "", counting);
        return checked(counting.rows) / ((System.nanoTime() - begun) / 1e9);
    }

    private static long checked(long rows) {
        if (rows != ROWS) {
            throw new IllegalStateException(rows + " rows instead of " + ROWS);
        }
        return rows;
    }

    private static final class Counting implements RowSink {
        private long rows;

        @Override
        public void columns(List<SourceColumn> columns) {}

        @Override
        public boolean row(long line, @Nullable Object[] cells) {
            rows++;
            return true;
        }

        @Override
        public boolean broken(long line, String raw, String reason) {
            return true;
        }
    }
}
