package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.ServerTest;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who reads the keys slowly keeps nobody else from reading them. */
class SigningKeysTest extends ServerTest {
    private static final int READERS = 3;
    private static final long REMEMBERED = 5_200;

    @Autowired
    private DataSource dataSource;

    @Test
    void readersOfTheKeysDoNotWaitForEachOther() throws Exception {
        Thread.sleep(REMEMBERED);
        List<CompletableFuture<Answer>> answers;
        try (Connection slow = dataSource.getConnection()) {
            slow.setAutoCommit(false);
            slow.createStatement().execute("lock table identity.signing_key in access exclusive mode");
            answers = IntStream.range(0, READERS)
                    .mapToObj(n -> CompletableFuture.supplyAsync(
                            () -> aVisitor().getJson("/oauth2/jwks"), Thread::startVirtualThread))
                    .toList();
            try {
                assertThat(inTheDatabase()).isEqualTo(READERS);
            } finally {
                slow.rollback();
                slow.setAutoCommit(true);
            }
        }
        for (CompletableFuture<Answer> answer : answers) {
            assertThat(answer.join().json().path("keys")).isNotEmpty();
        }
    }

    /** Readers that stand at the table at the same time; gives up after ten seconds. */
    private int inTheDatabase() throws InterruptedException {
        int waiting = 0;
        for (int i = 0; i < 100 && waiting < READERS; i++) {
            Thread.sleep(100);
            waiting = jdbc.sql("select count(distinct pid) from pg_locks where not granted"
                            + " and relation = 'identity.signing_key'::regclass")
                    .query(Integer.class)
                    .single();
        }
        return waiting;
    }
}
