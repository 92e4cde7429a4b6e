package cn.gov.jiyuan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    @Test
    void twoNodesThatStartTogetherMigrateOnce() {
        try (TestDatabase database = TestPostgres.empty()) {
            CompletableFuture<?> one = CompletableFuture.runAsync(() -> Migrations.apply(database.dataSource()));
            CompletableFuture<?> other = CompletableFuture.runAsync(() -> Migrations.apply(database.dataSource()));
            CompletableFuture.allOf(one, other).join();

            assertThat(count(database, "SELECT count(*) FROM database.schema_history WHERE version = '1'"))
                    .isOne();
            assertThat(count(database, "SELECT count(*) FROM database.applied")).isOne();
        }
    }

    @Test
    void aStartWithoutNewScriptsDoesNotLookAtTheHistoryAgain() {
        try (TestDatabase database = TestPostgres.fresh()) {
            database.jdbc()
                    .sql("ALTER TABLE database.schema_history RENAME TO not_there")
                    .update();

            assertThat(Migrations.apply(database.dataSource())).contains("database");

            assertThat(
                            count(
                                    database,
                                    "SELECT count(*) FROM pg_tables WHERE tablename = 'schema_history' AND schemaname = 'database'"))
                    .isZero();
        }
    }

    @Test
    void aScriptThatWasChangedAfterItWasAppliedIsRefused() {
        try (TestDatabase database = TestPostgres.fresh()) {
            database.jdbc()
                    .sql("UPDATE database.applied SET digest = 'of another program'")
                    .update();
            database.jdbc()
                    .sql("UPDATE database.schema_history SET checksum = 1 WHERE version = '1'")
                    .update();

            assertThatThrownBy(() -> Migrations.apply(database.dataSource()))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(DatabaseError.MIGRATION_FAILED));
        }
    }

    private static long count(TestDatabase database, String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }
}
