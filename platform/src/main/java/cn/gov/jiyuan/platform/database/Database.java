package cn.gov.jiyuan.platform.database;

import cn.gov.jiyuan.kernel.error.Fault;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.SortedSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database of this installation, migrated and ready (数据库): the embedded server or an external one, with the
 * connections to it. Closing ends the connections first and then the server.
 */
public final class Database implements AutoCloseable {
    private static final int OLDEST = 15;

    private final @Nullable EmbeddedPostgres server;
    private final HikariDataSource pool;
    private final DataSource source;
    private final SortedSet<String> schemas;

    private Database(
            @Nullable EmbeddedPostgres server, HikariDataSource pool, DataSource source, SortedSet<String> schemas) {
        this.server = server;
        this.pool = pool;
        this.source = source;
        this.schemas = schemas;
    }

    /**
     * Opens the database for a node of the platform.
     *
     * @throws Fault if the server does not start, cannot be reached or is too old, or if a migration fails
     */
    public static Database open(JiyuanHome home, DatabaseProperties properties) {
        Database open = openWithoutLine(home, properties);
        DataSource line = new ConnectionLine(open.pool, PoolShares.of(properties.poolSize()), properties.patience());
        return new Database(open.server, open.pool, line, open.schemas);
    }

    private static Database openWithoutLine(JiyuanHome home, DatabaseProperties properties) {
        if (properties.external()) {
            HikariDataSource pool = pool(
                    Objects.requireNonNull(properties.url()),
                    properties.user(),
                    properties.password(),
                    properties.poolSize());
            return migrated(null, pool, true);
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(home, properties.settings());
        return migrated(server, pool(server.url(), server.user(), server.password(), properties.poolSize()), false);
    }

    /**
     * Opens the database for a command: joins the running platform of this home, or starts the server when none runs. Its
     * threads are few and do not stand in line.
     */
    public static Database forCommand(JiyuanHome home) {
        DatabaseProperties properties = DatabaseProperties.ofEnvironment();
        Path remembered = EmbeddedPostgres.remembered(home);
        if (properties.external() || !HomeLock.taken(home.postgres())) {
            return openWithoutLine(home, properties);
        }
        try {
            PostgresAccess access = PostgresAccess.read(remembered);
            HikariDataSource pool = pool(
                    access.url(PostgresAccess.DATABASE), PostgresAccess.USER, access.password(), properties.poolSize());
            return migrated(null, pool, false);
        } catch (IOException e) {
            throw Fault.caused(e, DatabaseError.NOT_RUNNING, home.root(), String.valueOf(e.getMessage()));
        }
    }

    public DataSource dataSource() {
        return source;
    }

    /** The schemas of the modules on the class path. */
    public SortedSet<String> schemas() {
        return schemas;
    }

    @Override
    public void close() {
        pool.close();
        if (server != null) {
            server.close();
        }
    }

    private static Database migrated(@Nullable EmbeddedPostgres server, HikariDataSource pool, boolean check) {
        try {
            if (check) {
                refuseUnfit(pool);
            }
            return new Database(server, pool, pool, Migrations.apply(pool));
        } catch (RuntimeException e) {
            pool.close();
            if (server != null) {
                server.close();
            }
            throw e;
        }
    }

    private static HikariDataSource pool(String url, @Nullable String user, @Nullable String password, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("jiyuan");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(size, 4));
        config.setConnectionTimeout(10_000);
        // The first connection is checked below, with a message that says what to do.
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "jiyuan");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new HikariDataSource(config);
    }

    /** With the character type "C" the trigram index silently drops every Chinese character. */
    private static void refuseUnfit(HikariDataSource pool) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT current_setting('server_version_num')::int / 10000,
                               current_setting('server_version'),
                               pg_encoding_to_char(encoding),
                               datctype
                          FROM pg_database WHERE datname = current_database()
                        """)) {
            row.next();
            if (row.getInt(1) < OLDEST) {
                throw new Fault(DatabaseError.TOO_OLD, row.getString(2));
            }
            String type = row.getString(4);
            if (!"UTF8".equals(row.getString(3)) || "C".equals(type) || "POSIX".equals(type)) {
                throw new Fault(DatabaseError.WRONG_ENCODING, row.getString(3), String.valueOf(type));
            }
        } catch (SQLException e) {
            String reason = String.valueOf(
                    e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
            throw Fault.caused(e, DatabaseError.UNREACHABLE, withoutParameters(pool.getJdbcUrl()), reason);
        }
    }

    /** A URL may carry a password among its parameters. */
    private static String withoutParameters(String url) {
        int end = url.indexOf('?');
        return end < 0 ? url : url.substring(0, end);
    }
}
