package cn.gov.jiyuan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.JdbcTemplate;

class BulkWriterTest {
    private static final TestDatabase DATABASE = TestPostgres.fresh();
    private final JdbcTemplate jdbc = new JdbcTemplate(DATABASE.dataSource());

    @BeforeEach
    void table() {
        jdbc.execute("create table if not exists public.line (number int, text text)");
        jdbc.execute("truncate public.line");
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whoeverMakesTheRowsMayAskTheDatabaseMeanwhile() {
        DATABASE.transactions().executeWithoutResult(status -> {
            try (BulkWriter out = writer()) {
                for (int i = 0; i < 3; i++) {
                    out.row(i, jdbc.queryForObject("select 'row ' || ?::text", String.class, i));
                }
                assertThat(out.end()).isEqualTo(3);
            }
        });
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void manyRowsAreWrittenInPortionsAndCounted() {
        try (BulkWriter out = writer()) {
            for (int i = 0; i < 20_000; i++) {
                out.row(i, "一行文字，足够让缓冲区满几次：" + Duration.ofSeconds(i));
            }
            assertThat(out.end()).isEqualTo(20_000);
        }
        assertThat(count()).isEqualTo(20_000);
    }

    @Test
    void aWriterThatDidNotEndLeavesNothingButTheCallersOwnRows() {
        DATABASE.transactions().executeWithoutResult(status -> {
            jdbc.update("insert into public.line values (-1, 'own')");
            try (BulkWriter out = writer()) {
                for (int i = 0; i < 20_000; i++) {
                    out.row(i, "一行文字，足够让缓冲区满几次");
                }
            }
        });
        assertThat(count()).isEqualTo(1);
    }

    private static BulkWriter writer() {
        return new BulkWriter(DATABASE.dataSource(), "public.line (number, text)");
    }

    private int count() {
        Integer count = jdbc.queryForObject("select count(*) from public.line", Integer.class);
        return count == null ? -1 : count;
    }
}
