package cn.gov.jiyuan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TestPostgresTest {
    @Test
    void aFreshDatabaseIsMigratedAndSeesNothingOfAnother() {
        try (TestDatabase one = TestPostgres.fresh();
                TestDatabase other = TestPostgres.fresh()) {
            one.jdbc().sql("CREATE TABLE public.mine (id int)").update();

            assertThat(other.jdbc()
                            .sql(
                                    "SELECT to_regclass('public.mine') IS NULL AND to_regclass('database.applied') IS NOT NULL")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    @Test
    void theTrigramIndexSeesChineseCharacters() {
        try (TestDatabase database = TestPostgres.fresh()) {
            List<String> trigrams = database.jdbc()
                    .sql("SELECT unnest(show_trgm('环境局'))")
                    .query(String.class)
                    .list();

            assertThat(trigrams).isNotEmpty();
        }
    }

    @Test
    void aTransactionThatFailsLeavesNothing() {
        try (TestDatabase database = TestPostgres.fresh()) {
            database.jdbc().sql("CREATE TABLE public.row (id int)").update();
            database.transactions().executeWithoutResult(status -> {
                database.jdbc().sql("INSERT INTO public.row VALUES (1)").update();
                status.setRollbackOnly();
            });

            assertThat(database.jdbc()
                            .sql("SELECT count(*) FROM public.row")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }
}
