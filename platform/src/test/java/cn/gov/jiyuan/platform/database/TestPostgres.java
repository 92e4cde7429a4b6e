package cn.gov.jiyuan.platform.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * A real PostgreSQL for tests: one server per JVM, in memory, with every migration of the class path applied once to a
 * template. {@link #fresh()} copies that template in about 30 ms.
 *
 * <pre>{@code
 * private final TestDatabase database = TestPostgres.fresh();
 * }</pre>
 *
 * For a Spring context: {@code @DynamicPropertySource static void database(DynamicPropertyRegistry registry) {
 * TestPostgres.register(registry); }}; all contexts of the JVM then share one database.
 */
public final class TestPostgres {
    private static final String TEMPLATE = "migrated";
    /** Port on 127.0.0.1 of a server of another version, whose roles jiyuan and postgres have their names as passwords. */
    private static final String OTHER_SERVER = "JIYUAN_TEST_POSTGRES";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestPostgres() {}

    /** A database of its own with all migrations applied and no rows; gone when the JVM ends, or at {@code close()}. */
    public static TestDatabase fresh() {
        return new TestDatabase(copy("test_" + NUMBER.incrementAndGet()), Server.ACCESS);
    }

    /** A database without any migration. */
    static TestDatabase empty() {
        String name = "empty_" + NUMBER.incrementAndGet();
        asAdmin("CREATE DATABASE " + name + " OWNER " + PostgresAccess.USER + " STRATEGY file_copy");
        return new TestDatabase(name, Server.ACCESS);
    }

    /** Points a Spring context to the database that all contexts of this JVM share. */
    public static void register(DynamicPropertyRegistry registry) {
        registry.add("jiyuan.database.url", () -> Server.ACCESS.url(Shared.NAME));
        registry.add("jiyuan.database.user", () -> PostgresAccess.USER);
        registry.add("jiyuan.database.password", () -> Server.ACCESS.password());
    }

    static void asAdmin(String sql) {
        try (Connection connection = Server.ACCESS.admin("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static synchronized String copy(String name) {
        asAdmin("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
        asAdmin("CREATE DATABASE " + name + " TEMPLATE " + Template.NAME + " OWNER " + PostgresAccess.USER
                + " STRATEGY file_copy");
        return name;
    }

    /** Started when first used, unless the environment names another one. */
    private static final class Server {
        static final PostgresAccess ACCESS = access();

        private static PostgresAccess access() {
            String other = System.getenv(OTHER_SERVER);
            return other == null
                    ? start().access()
                    : new PostgresAccess(Integer.parseInt(other), PostgresAccess.USER, PostgresAccess.ADMIN);
        }

        private static EmbeddedPostgres start() {
            try {
                Path parent = TestHome.parent();
                removeLeftOvers(parent);
                Path folder = Files.createTempDirectory(
                        parent, "jiyuan-test-" + ProcessHandle.current().pid() + "-");
                EmbeddedPostgres server = EmbeddedPostgres.startThrowaway(folder, TestHome.SOFTWARE);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(server, folder)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void remove(EmbeddedPostgres server, Path folder) {
            try {
                server.abandon();
                Folders.delete(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Folders of test runs that were killed. */
        private static void removeLeftOvers(Path parent) throws IOException {
            try (Stream<Path> folders = Files.list(parent)) {
                for (Path folder : folders.filter(TestPostgres::isLeftOver).toList()) {
                    Folders.delete(folder);
                }
            }
        }
    }

    private static boolean isLeftOver(Path folder) {
        String name = folder.getFileName().toString();
        return name.matches("jiyuan-test-\\d+-.*")
                && Files.isWritable(folder)
                && ProcessHandle.of(Long.parseLong(name.replaceAll("jiyuan-test-(\\d+)-.*", "$1")))
                        .isEmpty();
    }

    /** Migrated when first used. */
    private static final class Template {
        static final String NAME = migrated();

        private static String migrated() {
            asAdmin("DROP DATABASE IF EXISTS " + TEMPLATE + " WITH (FORCE)");
            asAdmin("CREATE DATABASE " + TEMPLATE + " OWNER " + PostgresAccess.USER + " STRATEGY file_copy");
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL(Server.ACCESS.url(TEMPLATE));
            source.setUser(PostgresAccess.USER);
            source.setPassword(Server.ACCESS.password());
            Migrations.apply(source);
            return TEMPLATE;
        }
    }

    private static final class Shared {
        static final String NAME = copy("shared");
    }

    static HikariDataSource pool(String url, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(PostgresAccess.USER);
        config.setPassword(password);
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(0);
        config.setIdleTimeout(10_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
