package cn.gov.jiyuan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseTest {
    @TempDir(factory = TestHome.class)
    Path folder;

    @Test
    void theEmbeddedDatabaseIsMigratedAndKeepsItsRowsUntilTheNextStart() throws Exception {
        JiyuanHome home = TestHome.in(folder);
        try (Database database = Database.open(home, properties(null, null))) {
            assertThat(database.schemas()).contains("database");
            JdbcClient.create(database.dataSource())
                    .sql("CREATE TABLE public.kept (id int)")
                    .update();
        }
        try (Database database = Database.open(home, properties(null, null))) {
            assertThat(JdbcClient.create(database.dataSource())
                            .sql("SELECT count(*) FROM public.kept")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void aUrlReplacesTheEmbeddedDatabase() throws Exception {
        JiyuanHome home = TestHome.in(folder);
        try (TestDatabase external = TestPostgres.empty();
                Database database = Database.open(home, properties(external.url(), external.password()))) {
            assertThat(external.jdbc()
                            .sql("SELECT count(*) FROM database.applied")
                            .query(Long.class)
                            .single())
                    .isOne();
            assertThat(home.postgres()).doesNotExist();
            assertThat(database.schemas()).isNotEmpty();
        }
    }

    @Test
    void anExternalDatabaseThatLosesChineseCharactersIsRefused() throws Exception {
        JiyuanHome home = TestHome.in(folder);
        TestPostgres.asAdmin("CREATE DATABASE ascii TEMPLATE template0 LOCALE_PROVIDER libc LOCALE 'C' OWNER jiyuan");
        try (TestDatabase any = TestPostgres.empty()) {
            String url = any.url().replaceFirst("/[^/]+$", "/ascii");

            assertThatThrownBy(() -> Database.open(home, properties(url, any.password())))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(DatabaseError.WRONG_ENCODING));
        }
    }

    @Test
    void anExternalDatabaseThatDoesNotLetUsInIsNamedWithTheReason() throws Exception {
        JiyuanHome home = TestHome.in(folder);
        try (TestDatabase external = TestPostgres.empty()) {
            assertThatThrownBy(() -> Database.open(home, properties(external.url() + "?loginTimeout=5", "wrong")))
                    .isInstanceOfSatisfying(Fault.class, fault -> {
                        assertThat(fault.code()).isEqualTo(DatabaseError.UNREACHABLE);
                        assertThat(fault.arguments().getFirst()).isEqualTo(external.url());
                    });
        }
    }

    private static DatabaseProperties properties(@Nullable String url, @Nullable String password) {
        return new DatabaseProperties(url, "jiyuan", password, 4, DatabaseProperties.PATIENCE, Map.of());
    }
}
