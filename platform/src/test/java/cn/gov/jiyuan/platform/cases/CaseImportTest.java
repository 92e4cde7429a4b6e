package cn.gov.jiyuan.platform.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Histories come in by the bulk path and are then cases like any other. */
class CaseImportTest {
    private static final NewEvidence FORM = new NewEvidence(null, "application", "申请书", NewEvidence.Source.PAPER, null);
    private final Office office = new Office();

    @Test
    void imported_cases_are_like_those_that_were_worked_on() {
        long count = office.engine.imports().importAll(LongStream.range(0, 1200).mapToObj(CaseImportTest::history));

        assertThat(count).isEqualTo(1200);
        assertThat(rows("cases.matter where clock_state = 'PAUSED'")).isZero();
        assertThat(rows("cases.step")).isEqualTo(1200 * 5 + 600 * 2);
        assertThat(rows("cases.task where status = 'OPEN'")).isEqualTo(600);
        assertThat(rows("cases.evidence")).isEqualTo(1200);
        assertThat(rows("cases.clock")).isEqualTo(2400);
        assertThat(office.audited).hasSize(1200 * 5 + 600 * 2);
        assertThat(office.changes).as("each case once, as it stands at last").hasSize(1200);

        Inbox.Item waiting = office.engine
                .inbox()
                .items(People.APPROVER, Inbox.View.CLAIMABLE, Inbox.Filter.NONE, null, 1)
                .items()
                .getFirst();
        office.act(People.APPROVER, waiting.caseId(), "grant", ActionInput.opinion("同意"));
        assertThat(office.view(waiting.caseId()).state()).isEqualTo("issued");
        assertThat(office.cases.applicantName(waiting.caseId())).isEqualTo("卫申请人");
    }

    @Test
    void a_history_that_breaks_the_table_is_refused() {
        HistoricCase good = history(1);
        HistoricCase bad = new HistoricCase(
                Ids.next(),
                good.opened(),
                good.openedBy(),
                good.openedAt(),
                List.of(new HistoricCase.Deed(good.openedAt(), People.CLERK, "deliver", ActionInput.NONE)));
        assertThatThrownBy(() -> office.engine.imports().importAll(Stream.of(good, bad)))
                .isInstanceOf(Fault.class);
        assertThat(rows("cases.matter")).isZero();
    }

    static HistoricCase history(long number) {
        Instant start = Instant.parse("2024-01-08T01:00:00Z").plus(Duration.ofMinutes(17 * number));
        Stream<HistoricCase.Deed> deeds = Stream.of(
                deed(start, 1, People.APPLICANT, "submit", ActionInput.NONE.withEvidence(List.of(FORM))),
                deed(start, 2, People.CLERK, "accept", ActionInput.opinion("齐全")),
                deed(start, 20, People.REVIEWER, "prolong", ActionInput.NONE.withReason("复杂")),
                deed(start, 30, People.REVIEWER, "propose", ActionInput.opinion("建议准予")));
        Stream<HistoricCase.Deed> end = Stream.of(
                deed(start, 40, People.APPROVER, "grant", ActionInput.opinion("同意")),
                deed(start, 60, People.CLERK, "deliver", ActionInput.NONE));
        return new HistoricCase(
                Ids.at(start.toEpochMilli(), number, number),
                Office.application(),
                People.APPLICANT,
                start,
                (number % 2 == 0 ? deeds : Stream.concat(deeds, end)).toList());
    }

    private static HistoricCase.Deed deed(Instant start, int hours, Actor actor, String action, ActionInput input) {
        return new HistoricCase.Deed(start.plus(Duration.ofHours(hours)), actor, action, input);
    }

    private long rows(String from) {
        return office.database
                .jdbc()
                .sql("select count(*) from " + from)
                .query(Long.class)
                .single();
    }
}
