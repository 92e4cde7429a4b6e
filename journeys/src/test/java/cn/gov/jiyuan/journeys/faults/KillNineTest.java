package cn.gov.jiyuan.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.bench.KillTest;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ten kills within the test run; a thousand on demand by {@link KillTest#main}. */
class KillNineTest {
    private static final int KILLS = 10;

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void whatWasAcknowledgedIsThereOnceAfterTheProgramWasKilled(@TempDir Path folder) throws Exception {
        try (KillTest test = new KillTest(folder, System.nanoTime(), List.of(), System.out)) {
            KillTest.Outcome outcome = test.run(KILLS);
            assertThat(outcome.complaints()).isEmpty();
            assertThat(outcome.kills()).isGreaterThanOrEqualTo(KILLS);
            assertThat(outcome.steps()).as("steps acknowledged under load").isGreaterThan(KILLS);
            theJudgeWouldHaveNoticed(test);
        }
    }

    /** The same test on a server that acknowledges before it writes: if it passed there, it would prove nothing here. */
    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES)
    void aServerThatAcknowledgesBeforeItWritesIsFoundOut(@TempDir Path folder) throws Exception {
        try (KillTest test = new KillTest(folder, System.nanoTime(), KillTest.FORGETFUL, System.out)) {
            KillTest.Outcome outcome = test.run(2 * KILLS);
            assertThat(outcome.complaints()).isNotEmpty();
        }
    }

    /** A judge that finds nothing wrong in wrong rows would prove nothing. */
    private static void theJudgeWouldHaveNoticed(KillTest test) throws Exception {
        assertThat(test.complaintsIf("update cases.matter set version = version where id = :matter"))
                .isEmpty();
        assertThat(test.complaintsIf("""
                        delete from cases.step s where case_id = :matter
                           and sequence = (select max(sequence) from cases.step where case_id = s.case_id)
                        """)).as("a lost step").anyMatch(line -> line.startsWith("acknowledged ["));
        assertThat(test.complaintsIf("""
                        insert into cases.step
                        select (jsonb_populate_record(s, jsonb_build_object(
                                   'sequence', s.sequence + 1, 'idempotency_key', null))).*
                          from cases.step s where case_id = :matter order by sequence desc limit 1
                        """)).as("a step done twice").anyMatch(line -> line.startsWith("acknowledged ["));
        assertThat(test.complaintsIf("delete from cases.evidence where case_id = :matter and kind = 'notice'"))
                .as("a step without its letter")
                .anyMatch(line -> line.startsWith("letters: expected"));
        assertThat(test.complaintsIf("update cases.matter set state = 'submitted' where id = :matter"))
                .as("a step that left the state behind")
                .anyMatch(line -> line.startsWith("state submitted after"));
    }
}
