package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.kernel.error.Fault;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** One engine of DuckDB in memory, with bounds; it spills to an encrypted scratch folder and never calls out. */
final class DuckStore implements AutoCloseable {
    private final DuckDBConnection connection;
    private final HubSettings settings;

    DuckStore(HubSettings settings, Path scratch) {
        this.settings = settings;
        try {
            Connection opened = new DuckDBDriver().connect("jdbc:duckdb:", new java.util.Properties());
            this.connection = (DuckDBConnection) java.util.Objects.requireNonNull(opened);
        } catch (SQLException e) {
            throw Fault.caused(e, HubError.STORAGE, String.valueOf(e.getMessage()));
        }
        run("set autoinstall_known_extensions = false");
        run("set autoload_known_extensions = false");
        // Its random numbers only choose nonces; every batch has a key of its own, so that they need not be secret.
        run("set force_mbedtls_unsafe = true");
        run("set temp_directory = " + SqlText.literal(scratch.toString()));
        run("set temp_file_encryption = true");
        run("set memory_limit = '" + settings.memory().toMegabytes() + "MB'");
        if (settings.threads() > 0) {
            run("set threads = " + settings.threads());
        }
        run("set preserve_insertion_order = false");
    }

    interface Reading<T> {
        T read(ResultSet rows) throws SQLException;
    }

    DuckDBConnection connection() {
        return connection;
    }

    /** A statement of our own making, whatever it is. */
    void run(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw storage(e);
        }
    }

    /** A query of our own making. */
    <T> T ask(String sql, Reading<T> reading) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return reading.read(rows);
        } catch (SQLException e) {
            throw storage(e);
        }
    }

    /** A statement around a query of somebody else's making. @return rows changed */
    long change(String sql) {
        return bounded(sql, PreparedStatement::executeLargeUpdate);
    }

    /** The same where the statement answers with rows. */
    <T> T changed(String sql, Reading<T> reading) {
        return query(sql, List.of(), reading);
    }

    long count(String sql) {
        return ask(sql, rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    /** A query of somebody else's making, with his parameters, within the time allowed. */
    <T> T query(String sql, List<?> parameters, Reading<T> reading) {
        return bounded(sql, statement -> {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                return reading.read(rows);
            }
        });
    }

    private interface Doing<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private <T> T bounded(String sql, Doing<T> doing) {
        long begun = System.nanoTime();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setQueryTimeout((int) Math.max(1, settings.queryTime().toSeconds()));
            return doing.with(statement);
        } catch (SQLException e) {
            if (System.nanoTime() - begun >= settings.queryTime().toNanos()) {
                throw Fault.caused(
                        e, HubError.QUERY_TOO_LONG, settings.queryTime().toSeconds());
            }
            if (String.valueOf(e.getMessage()).startsWith("IO Error")) {
                throw storage(e);
            }
            throw Fault.caused(e, HubError.QUERY_FAILED, firstLines(e));
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw storage(e);
        }
    }

    private static Fault storage(SQLException e) {
        return Fault.caused(e, HubError.STORAGE, firstLines(e));
    }

    private static String firstLines(SQLException e) {
        String message = String.valueOf(e.getMessage()).strip();
        return message.length() > 600 ? message.substring(0, 600) + "…" : message;
    }
}
