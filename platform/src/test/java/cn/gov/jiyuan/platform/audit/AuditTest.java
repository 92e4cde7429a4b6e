package cn.gov.jiyuan.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class AuditTest {
    private final Trail trail = new Trail();

    private long count() {
        return trail.database
                .jdbc()
                .sql("select count(*) from audit.event")
                .query(Long.class)
                .single();
    }

    @Test
    void anEventIsWrittenWithItsTransaction() {
        trail.record(1, 3);
        assertThat(count()).isEqualTo(3);
    }

    @Test
    void anEventIsGoneWithItsTransactionAndLeavesNoGap() {
        trail.transactions.executeWithoutResult(status -> {
            trail.audit.record(Actor.SYSTEM, Trail.event(1));
            status.setRollbackOnly();
        });
        trail.record(2, 2);
        assertThat(count()).isEqualTo(1);
        assertThat(trail.verify().findings()).isEmpty();
    }

    @Test
    void anEventIsGoneWithItsSavepoint() {
        TransactionTemplate nested = new TransactionTemplate(trail.database.transactionManager());
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        trail.transactions.executeWithoutResult(status -> {
            trail.audit.record(Actor.SYSTEM, Trail.event(1));
            nested.executeWithoutResult(inner -> {
                trail.audit.record(Actor.SYSTEM, Trail.event(2));
                inner.setRollbackOnly();
            });
        });
        assertThat(trail.database
                        .jdbc()
                        .sql("select subject_id from audit.event")
                        .query(String.class)
                        .list())
                .containsExactly("case-1");
    }

    @Test
    void anInnerTransactionKeepsItsEventsThoughTheOuterOneFails() {
        TransactionTemplate inner = new TransactionTemplate(trail.database.transactionManager());
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        trail.transactions.executeWithoutResult(status -> {
            trail.audit.record(Actor.SYSTEM, Trail.event(1));
            inner.executeWithoutResult(i -> trail.audit.record(Actor.SYSTEM, Trail.event(2)));
            status.setRollbackOnly();
        });
        assertThat(trail.database
                        .jdbc()
                        .sql("select subject_id from audit.event")
                        .query(String.class)
                        .list())
                .containsExactly("case-2");
    }

    @Test
    void anEventOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> trail.audit.record(Actor.SYSTEM, Trail.event(1)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("audit.no-transaction");
    }

    @Test
    void historyComesByTheBulkPathAndVerifies() {
        List<Audit.Past> past = IntStream.range(0, 12_000)
                .mapToObj(i -> new Audit.Past(
                        Instant.parse("2024-01-01T00:00:00Z").plusSeconds(i), Actor.SYSTEM, Trail.event(i)))
                .toList();
        trail.transactions.executeWithoutResult(status -> trail.audit.recordAll(past));
        while (trail.sealer(java.time.Duration.ZERO).run()) {}
        AuditVerifier.Report report = trail.verify();
        assertThat(report.findings()).isEmpty();
        assertThat(report.linked()).isEqualTo(12_000);
        assertThat(report.checkpoints()).isEqualTo(12);
    }

    @Test
    void textThatTheDatabaseCannotHoldIsKeptReadable() {
        trail.transactions.executeWithoutResult(status -> trail.audit.record(
                Actor.SYSTEM,
                new AuditEvent(
                        "a", "b", "c\0", "半个\uD83D字\t\"\\\n\u0001😀", Map.of("k", "v\0\uDC00", "t", Instant.EPOCH))));
        trail.seal();
        assertThat(trail.verify().findings()).isEmpty();
        assertThat(trail.database
                        .jdbc()
                        .sql("select summary from audit.event")
                        .query(String.class)
                        .single())
                .isEqualTo("半个\uFFFD字\t\"\\\n\u0001😀");
    }

    @Test
    void rowsCanNeitherBeChangedNorDeleted() {
        trail.record(1, 1);
        trail.seal();
        for (String sql : List.of(
                "update audit.event set summary = 'x'",
                "delete from audit.event",
                "truncate audit.event",
                "delete from audit.link",
                "update audit.checkpoint set hash = ''",
                "delete from audit.lane")) {
            assertThatThrownBy(() -> trail.database.jdbc().sql(sql).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasStackTraceContaining("只增不改");
        }
    }
}
