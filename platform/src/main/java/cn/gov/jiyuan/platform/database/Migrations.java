package cn.gov.jiyuan.platform.database;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings the database to the shape this program expects (数据库结构升级). Each module keeps its scripts in
 * {@code db/migration/<schema>/} and owns the schema of that name, with its own history table in it. A digest over all
 * scripts is remembered, so that a start without changes costs one query. Nodes that start together wait for each other.
 */
public final class Migrations {
    private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);
    private static final Pattern SCRIPT = Pattern.compile("db/migration/([a-z][a-z0-9_]*)/([^/]+\\.sql)$");
    /** Any number, as long as all nodes take the same: "jiyuan" in ASCII. */
    private static final long LOCK = 0x6a697975616eL;

    /** Schemas with functions that indexes of other schemas use. */
    private static final List<String> FIRST = List.of("records");

    private Migrations() {}

    /**
     * Applies what is missing.
     *
     * @return the schemas on the class path, sorted
     * @throws Fault if a script fails or was changed after it had been applied
     */
    public static SortedSet<String> apply(DataSource dataSource) {
        SortedMap<String, Resource> scripts = scripts();
        SortedSet<String> schemas = new TreeSet<>();
        scripts.keySet().forEach(path -> schemas.add(schemaOf(path)));
        String digest = digest(scripts);
        try (Connection connection = dataSource.getConnection()) {
            if (!digest.equals(applied(connection))) {
                whileOthersWait(dataSource, connection, schemas, digest);
            }
            return schemas;
        } catch (SQLException e) {
            throw Fault.caused(e, DatabaseError.MIGRATION_FAILED, "database", String.valueOf(e.getMessage()));
        }
    }

    private static void whileOthersWait(
            DataSource dataSource, Connection connection, SortedSet<String> schemas, String digest)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + LOCK + ")");
            try {
                if (!digest.equals(applied(connection))) {
                    FIRST.stream().filter(schemas::contains).forEach(schema -> migrate(dataSource, schema));
                    schemas.stream().filter(s -> !FIRST.contains(s)).forEach(schema -> migrate(dataSource, schema));
                    remember(connection, digest);
                }
            } finally {
                statement.execute("SELECT pg_advisory_unlock(" + LOCK + ")");
            }
        }
    }

    private static void migrate(DataSource dataSource, String schema) {
        try {
            int count = Flyway.configure()
                    .dataSource(dataSource)
                    .schemas(schema)
                    .defaultSchema(schema)
                    .table("schema_history")
                    .locations("classpath:db/migration/" + schema)
                    .load()
                    .migrate()
                    .migrationsExecuted;
            LOG.info("Schema {}: {} migrations applied", schema, count);
        } catch (FlywayException e) {
            throw Fault.caused(e, DatabaseError.MIGRATION_FAILED, schema, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable String applied(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet there = statement.executeQuery("SELECT to_regclass('database.applied') IS NOT NULL")) {
                if (!there.next() || !there.getBoolean(1)) {
                    return null;
                }
            }
            try (ResultSet row = statement.executeQuery("SELECT digest FROM database.applied")) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }

    private static void remember(Connection connection, String digest) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("""
                INSERT INTO database.applied (digest) VALUES (?)
                ON CONFLICT (only_one) DO UPDATE SET digest = excluded.digest, applied_at = now()
                """)) {
            statement.setString(1, digest);
            statement.executeUpdate();
        }
    }

    private static SortedMap<String, Resource> scripts() {
        try {
            SortedMap<String, Resource> found = new TreeMap<>();
            for (Resource resource :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql")) {
                Matcher matcher = SCRIPT.matcher(resource.getURL().toString());
                if (matcher.find()) {
                    found.put(matcher.group(1) + "/" + matcher.group(2), resource);
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String schemaOf(String path) {
        return path.substring(0, path.indexOf('/'));
    }

    private static String digest(SortedMap<String, Resource> scripts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (var script : scripts.entrySet()) {
                digest.update(script.getKey().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                try (InputStream content = script.getValue().getInputStream()) {
                    digest.update(content.readAllBytes());
                }
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
