package cn.gov.jiyuan.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.audit.AuditVerifier.Anchor;
import cn.gov.jiyuan.platform.audit.AuditVerifier.Kind;
import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {
    private final Trail trail = new Trail();

    /** Five events, sealed or not. */
    private void five(boolean sealed) {
        trail.record(1, 5);
        if (sealed) {
            trail.seal();
        }
        assertThat(trail.verify().findings()).isEmpty();
    }

    private List<Kind> kinds() {
        return trail.verify().findings().stream()
                .map(AuditVerifier.Finding::kind)
                .toList();
    }

    @Test
    void anEmptyTrailIsIntact() {
        assertThat(trail.verify().intact()).isTrue();
    }

    @Test
    void anIntactTrailIsCounted() {
        five(true);
        trail.record(6, 7);
        AuditVerifier.Report report = trail.verify();
        assertThat(report.events()).isEqualTo(7);
        assertThat(report.linked()).isEqualTo(5);
        assertThat(report.checkpoints()).isEqualTo(1);
        assertThat(report.head().position()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "summary = 'x'",
                "at = at + interval '1 microsecond'",
                "actor_name = '别人'",
                "actor_id = gen_random_uuid()",
                "acting_as = 'SELF'",
                "principal_id = gen_random_uuid()",
                "principal_name = 'x'",
                "unit_id = gen_random_uuid()",
                "unit_name = ''",
                "action = 'x'",
                "subject_type = 'x'",
                "detail = '{}'",
                "mac = '\\x00'"
            })
    void aChangedColumnIsFoundSealedOrNot(String change) {
        five(false);
        trail.tamper("update audit.event set " + change + " where subject_id = 'case-2'");
        assertThat(kinds()).containsOnly(Kind.CHANGED);
        trail.seal();
        assertThat(kinds()).contains(Kind.CHANGED);
    }

    @Test
    void aChangeOfASealedEventIsNamedByItsPlace() {
        five(true);
        trail.tamper("update audit.event set summary = 'x' where subject_id = 'case-2'");
        AuditVerifier.Report report = trail.verify();
        assertThat(report.findings()).extracting(AuditVerifier.Finding::kind).containsExactly(Kind.CHANGED, Kind.CHAIN);
        assertThat(report.findings().getLast().place()).startsWith("第 2 位");
        assertThat(report.findings().getFirst().sentence()).contains("case-2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDeletedEventIsFound(boolean sealed) {
        five(sealed);
        trail.tamper("delete from audit.event where subject_id = 'case-2'");
        assertThat(kinds()).contains(Kind.DELETED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theLastEventDeletedIsFound(boolean sealed) {
        five(sealed);
        trail.tamper("delete from audit.event where subject_id = 'case-5'");
        assertThat(kinds()).contains(Kind.DELETED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void allEventsOfALaneDeletedAreFound(boolean sealed) {
        five(sealed);
        trail.tamper("delete from audit.event");
        assertThat(kinds()).contains(Kind.DELETED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void twoEventsThatChangedPlacesAreFound(boolean sealed) {
        five(sealed);
        trail.tamper("create temp table pair on commit drop as select subject_id, lane_no, xid from audit.event"
                + "; update audit.event set lane_no = lane_no + 1000"
                + "; update audit.event e set lane_no = p.lane_no, xid = p.xid from pair p where p.subject_id ="
                + " case e.subject_id when 'case-2' then 'case-3' when 'case-3' then 'case-2' else e.subject_id end");
        assertThat(kinds()).contains(Kind.CHANGED);
        assertThat(trail.verify().count()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void twoLinksThatChangedPlacesAreFound() {
        five(true);
        trail.tamper("update audit.link set position = -position where position in (2, 3)"
                + "; update audit.link set position = case position when -2 then 3 else 2 end where position < 0");
        assertThat(kinds()).contains(Kind.REORDERED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aForgedEventIsFound(boolean sealed) {
        five(sealed);
        trail.tamper("insert into audit.event select lane, lane_no + 1, era, xid, at, actor_id, actor_name, acting_as,"
                + " principal_id, principal_name, unit_id, unit_name, action, subject_type, 'forged', summary, detail,"
                + " mac from audit.event where subject_id = 'case-5'"
                + "; update audit.lane set last_no = last_no + 1 where last_no > 0");
        assertThat(kinds()).contains(Kind.CHANGED);
    }

    @Test
    void aForgedEventInAFreshLaneWithinTheSealedRangeIsFound() {
        five(true);
        trail.tamper("insert into audit.event select (select min(free) from generate_series(0, 1023) free"
                + " where free not in (select lane from audit.event)), 1, era, xid, at, actor_id, actor_name, acting_as,"
                + " principal_id, principal_name, unit_id, unit_name, action, subject_type, 'forged', summary, detail,"
                + " mac from audit.event where subject_id = 'case-3'"
                + "; update audit.event set lane_no = 77 where subject_id = 'forged'");
        assertThat(kinds()).contains(Kind.CHANGED, Kind.INSERTED, Kind.DELETED);
    }

    @Test
    void aChainRewrittenWithoutTheKeyIsFoundByItsSignature() {
        five(true);
        trail.tamper("update audit.link set hash = sha256(hash) where position = 5"
                + "; update audit.checkpoint set hash = sha256(hash)");
        assertThat(kinds()).contains(Kind.CHAIN, Kind.CHECKPOINT);
    }

    @Test
    void aRemovedCheckpointIsFound() {
        five(true);
        trail.record(6, 6);
        trail.sealer(Duration.ofDays(500)).run();
        assertThat(trail.verify().checkpoints()).isEqualTo(2);
        trail.tamper("delete from audit.checkpoint where first_position = 1");
        assertThat(kinds()).containsExactly(Kind.CHECKPOINT);
    }

    @Test
    void linksCutOffBehindACheckpointAreFound() {
        five(true);
        trail.tamper("delete from audit.link where position > 3");
        assertThat(kinds()).containsExactly(Kind.CHECKPOINT);
    }

    @Test
    void aSignatureByAStrangerIsFound() {
        five(true);
        try (TestDatabase elsewhere = TestPostgres.fresh()) {
            AuditVerifier stranger = new ChainVerifier(trail.database.dataSource(), Trail.vaultIn(elsewhere));
            assertThat(stranger.verify(null).findings())
                    .extracting(AuditVerifier.Finding::kind)
                    .contains(Kind.CHECKPOINT, Kind.CHANGED);
        }
    }

    @Test
    void aWholeTrailCutOffIsFoundByAnAnchorKeptOutside() {
        five(true);
        Anchor anchor = trail.verify().head();
        assertThat(trail.verifier.verify(anchor).intact()).isTrue();
        trail.tamper("delete from audit.event; delete from audit.link; delete from audit.checkpoint;"
                + " update audit.lane set last_no = 0");
        assertThat(trail.verify().intact()).isTrue();
        assertThat(trail.verifier.verify(anchor).findings())
                .extracting(AuditVerifier.Finding::kind)
                .containsExactly(Kind.ANCHOR);
    }

    @Test
    void theSealerOrdersTransactionsByNumberNotByItsDigits() {
        trail.record(1, 3);
        trail.tamper("update audit.event set xid = (case subject_id when 'case-1' then '10' when 'case-2' then '9'"
                + " else '11' end)::xid8");
        trail.seal();
        assertThat(trail.database
                        .jdbc()
                        .sql("select xid::text from audit.link order by position")
                        .query(String.class)
                        .list())
                .containsExactly("9", "10", "11");
    }

    @Test
    void theSealerWaitsForAnOlderTransactionThatStillRuns() {
        trail.transactions.executeWithoutResult(outer -> {
            trail.database
                    .jdbc()
                    .sql("select pg_current_xact_id()")
                    .query(String.class)
                    .single();
            Thread other = Thread.ofVirtual().start(() -> trail.record(2, 2));
            join(other);
            Thread sealer = Thread.ofVirtual().start(trail::seal);
            join(sealer);
            assertThat(trail.verify().linked()).isZero();
            trail.audit.record(Actor.SYSTEM, Trail.event(1));
        });
        trail.seal();
        AuditVerifier.Report report = trail.verify();
        assertThat(report.linked()).isEqualTo(2);
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void eventsOfAnEarlierClusterStayInFrontThoughTheirTransactionNumbersAreHigher() {
        five(false);
        trail.database.jdbc().sql("update jobs.era set system_identifier = 1").update();
        var next = new cn.gov.jiyuan.platform.jobs.Era(trail.database.dataSource());
        assertThat(next.number()).isEqualTo(2);
        Audit audit = new AuditWriter(
                new EventStore(trail.database.dataSource(), next, trail.vault), java.time.Clock.systemUTC());
        trail.transactions.executeWithoutResult(status -> audit.record(Actor.SYSTEM, Trail.event(6)));
        new Sealer(
                        new ChainStore(trail.database.dataSource()),
                        next,
                        trail.vault,
                        trail.transactions,
                        java.time.Clock.systemUTC())
                .run();
        assertThat(trail.verify().findings()).isEmpty();
        assertThat(trail.verify().linked()).isEqualTo(6);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
