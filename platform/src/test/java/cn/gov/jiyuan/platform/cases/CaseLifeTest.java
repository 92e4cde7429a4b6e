package cn.gov.jiyuan.platform.cases;

import static cn.gov.jiyuan.platform.cases.People.APPLICANT;
import static cn.gov.jiyuan.platform.cases.People.APPROVER;
import static cn.gov.jiyuan.platform.cases.People.CLERK;
import static cn.gov.jiyuan.platform.cases.People.JACK_OF_ALL;
import static cn.gov.jiyuan.platform.cases.People.OTHER_CITIZEN;
import static cn.gov.jiyuan.platform.cases.People.REVIEWER;
import static cn.gov.jiyuan.platform.cases.People.SECOND_CLERK;
import static cn.gov.jiyuan.platform.cases.People.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** A case from the first line to the last, and all that may go wrong on the way. */
class CaseLifeTest {
    private final Office office = new Office();
    private final Cases cases = office.cases;

    @Test
    void a_case_runs_from_draft_to_delivery() {
        UUID id = office.aProposedCase();
        office.act(APPROVER, id, "grant", ActionInput.opinion("同意"));
        office.act(CLERK, id, "deliver", ActionInput.NONE);

        CaseView closed = office.view(id);
        assertThat(closed.state()).isEqualTo("closed");
        assertThat(closed.outcome()).isEqualTo("granted");
        assertThat(closed.version()).isEqualTo(6);
        assertThat(closed.submittedAt()).isNotNull();
        assertThat(closed.acceptedAt()).isNotNull();
        assertThat(closed.decidedAt()).isNotNull();
        assertThat(closed.closedAt()).isNotNull();
        assertThat(cases.timeline(id))
                .extracting(TimelineEntry::action)
                .containsExactly("task.open", "submit", "accept", "propose", "grant", "deliver");
        assertThat(office.live(id, TaskKind.HANDLE)).isEmpty();
    }

    @Test
    void each_step_is_audited_and_told_to_the_feed() {
        office.aProposedCase();
        assertThat(office.audited)
                .extracting(e -> e.action())
                .containsExactly("cases.task.open", "cases.case.submit", "cases.case.accept", "cases.case.propose");
        assertThat(office.changes).extracting(c -> c.topic()).contains("cases.case.accept");
        assertThat(office.audited.get(2).summary()).contains("受理", "食品经营许可", "审查中");
    }

    @Test
    void the_name_of_a_person_is_never_stored_or_shown_in_clear() {
        UUID id = office.aSubmittedCase();
        assertThat(office.view(id).applicantMasked()).isEqualTo("卫***");
        assertThat(cases.applicantName(id)).isEqualTo("卫申请人");
        assertThat(office.database
                        .jdbc()
                        .sql("select row_to_json(m)::text || (select string_agg(row_to_json(s)::text, '') from"
                                + " cases.step s) from cases.matter m")
                        .query(String.class)
                        .single())
                .doesNotContain("卫申请人");
    }

    @Test
    void the_one_who_accepted_may_not_decide() {
        UUID id = office.aSubmittedCase();
        office.act(JACK_OF_ALL, id, "accept", ActionInput.opinion("齐全"));
        office.act(JACK_OF_ALL, id, "propose", ActionInput.opinion("可以"));
        assertThat(cases.offers(JACK_OF_ALL, id))
                .singleElement()
                .satisfies(offer -> assertThat(offer.refusal()).contains("您已办理过本件的“受理”"));
        refused(CasesError.SAME_PERSON, () -> office.act(JACK_OF_ALL, id, "grant", ActionInput.opinion("同意")));
        office.act(APPROVER, id, "grant", ActionInput.opinion("同意"));
    }

    @Test
    void the_second_clerk_is_told_who_was_faster() {
        UUID id = office.aSubmittedCase();
        office.tasks.claim(CLERK, office.task(id, TaskKind.HANDLE).id());
        Fault fault =
                refused(CasesError.TASK_TAKEN, () -> office.act(SECOND_CLERK, id, "accept", ActionInput.opinion("齐全")));
        assertThat(CaseTexts.of(fault)).contains("李窗口", "9 月 29 日 10:00");
        refused(
                CasesError.TASK_TAKEN,
                () -> office.tasks.claim(
                        SECOND_CLERK, office.task(id, TaskKind.HANDLE).id()));
    }

    @Test
    void an_action_on_an_outdated_page_is_refused_and_says_what_happened() {
        UUID id = office.aSubmittedCase();
        int seen = office.version(id);
        office.act(CLERK, id, "accept", ActionInput.opinion("齐全"));
        Fault fault = refused(
                CasesError.CHANGED, () -> cases.act(SECOND_CLERK, id, seen, "accept", ActionInput.opinion("齐全")));
        assertThat(CaseTexts.of(fault)).contains("李窗口", "受理", "审查中");
    }

    @Test
    void a_double_submission_returns_the_first_outcome() {
        UUID id = office.aSubmittedCase();
        int seen = office.version(id);
        ActionInput input = ActionInput.opinion("齐全").withKey("click-1");
        ActOutcome first = cases.act(CLERK, id, seen, "accept", input);
        ActOutcome second = cases.act(CLERK, id, seen, "accept", input);
        assertThat(second.repeated()).isTrue();
        assertThat(second.sequence()).isEqualTo(first.sequence());
        assertThat(cases.timeline(id)).hasSize(3);
    }

    @Test
    void opening_twice_with_one_key_opens_one_case() {
        NewCase wanted = Office.application();
        NewCase keyed = new NewCase(
                wanted.type(),
                wanted.title(),
                "办件-1",
                wanted.unitId(),
                wanted.areaCode(),
                wanted.applicantId(),
                wanted.applicantName(),
                wanted.applicantKind(),
                null,
                null,
                Map.of(),
                "k",
                false);
        UUID first = cases.open(APPLICANT, keyed);
        assertThat(cases.open(APPLICANT, keyed)).isEqualTo(first);
        assertThat(cases.findByQueryCode("办件-1", cases.queryCode(first).toLowerCase(java.util.Locale.ROOT)))
                .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(first));
        assertThat(cases.findByQueryCode("办件-1", "WRONG")).isEmpty();
    }

    @Test
    void what_an_action_needs_is_asked_for() {
        UUID id = office.aSubmittedCase();
        refused(CasesError.OPINION_MISSING, () -> office.act(CLERK, id, "accept", ActionInput.NONE));
        refused(CasesError.REASON_MISSING, () -> office.act(CLERK, id, "refuse", ActionInput.NONE));
        refused(CasesError.WRONG_STATE, () -> office.act(CLERK, id, "deliver", ActionInput.NONE));
        refused(CasesError.UNKNOWN_ACTION, () -> office.act(CLERK, id, "fly", ActionInput.NONE));
        assertThat(cases.timeline(id)).hasSize(2);
    }

    @Test
    void others_neither_act_nor_see() {
        UUID id = office.aSubmittedCase();
        refused(CasesError.OUT_OF_SCOPE, () -> office.act(STRANGER, id, "accept", ActionInput.opinion("x")));
        refused(CasesError.NOT_FOUND, () -> cases.read(STRANGER, id));
        refused(CasesError.NOT_FOUND, () -> cases.read(OTHER_CITIZEN, id));
        refused(CasesError.OUT_OF_SCOPE, () -> office.act(OTHER_CITIZEN, id, "withdraw", ActionInput.NONE));
        assertThat(cases.read(APPLICANT, id).offers())
                .extracting(ActionOffer::action)
                .containsExactly("withdraw");
        assertThat(cases.read(CLERK, id).offers())
                .extracting(ActionOffer::action)
                .containsExactly("ask-correction", "accept", "refuse");
        refused(CasesError.SYSTEM_ONLY, () -> {
            UUID correcting = office.aSubmittedCase();
            office.act(CLERK, correcting, "ask-correction", ActionInput.NONE.withReason("缺身份证明"));
            office.act(APPLICANT, correcting, "lapse", ActionInput.NONE);
        });
    }

    @Test
    void withdrawing_ends_everything_that_is_open() {
        UUID id = office.anAcceptedCase();
        office.act(APPLICANT, id, "withdraw", ActionInput.NONE);
        assertThat(office.live(id, TaskKind.HANDLE)).isEmpty();
        assertThat(cases.explain(id)).allSatisfy(c -> assertThat(c.state()).isEqualTo(CaseView.ClockState.STOPPED));
        assertThat(office.view(id).dueAt()).isNull();
    }

    /** Accepted on 29 September 2022, five workdays, holidays 1–7 October: 11 October (domain B.1). */
    @Test
    void the_promised_date_counts_workdays_over_the_national_holidays() {
        UUID id = office.anAcceptedCase();
        assertThat(clock(id, "promised").dueDate()).isEqualTo(LocalDate.of(2022, 10, 11));
        assertThat(office.view(id).dueAt()).isEqualTo(clock(id, "promised").dueAt());
        assertThat(clock(id, "promised").steps()).isNotEmpty();
        office.on(2022, 10, 11, 18, 0);
        office.act(REVIEWER, id, "propose", ActionInput.opinion("可"));
        office.act(APPROVER, id, "grant", ActionInput.opinion("同意"));
        assertThat(clock(id, "promised").late()).isFalse();
        assertThat(clock(id, "promised").remaining()).isEqualTo("已结束，按时");
    }

    @Test
    void an_inspection_stops_the_clock_and_the_date_moves_by_the_workdays_it_took() {
        office.on(2023, 3, 6, 9, 0);
        UUID id = office.anAcceptedCase();
        assertThat(clock(id, "promised").dueDate()).isEqualTo(LocalDate.of(2023, 3, 13));
        office.on(2023, 3, 8, 9, 0);
        office.act(REVIEWER, id, "inspect", ActionInput.NONE.withReason("检验检测"));
        assertThat(office.view(id).clockState()).isEqualTo(CaseView.ClockState.PAUSED);
        assertThat(clock(id, "promised").late()).isFalse();
        office.on(2023, 3, 17, 9, 0);
        office.act(REVIEWER, id, "inspected", ActionInput.NONE);
        assertThat(clock(id, "promised").dueDate()).isAfter(LocalDate.of(2023, 3, 20));
        assertThat(clock(id, "promised").events())
                .extracting(ClockView.Event::what)
                .containsExactly("开始计时", "停表", "恢复计时");
        assertThat(clock(id, "promised").events().get(1).reason()).isEqualTo("检验检测");
    }

    @Test
    void a_prolongation_adds_time_once_and_does_not_stop_the_clock() {
        office.on(2023, 3, 6, 9, 0);
        UUID id = office.anAcceptedCase();
        LocalDate before = clock(id, "statutory").dueDate();
        office.act(REVIEWER, id, "prolong", ActionInput.NONE.withReason("案情复杂"));
        assertThat(clock(id, "statutory").dueDate()).isEqualTo(office.calendar.addWorkdays(before, 10));
        assertThat(office.view(id).clockState()).isEqualTo(CaseView.ClockState.RUNNING);
        assertThat(office.task(id, TaskKind.HANDLE).assignee()).isEqualTo(People.colleague(REVIEWER));
        refused(
                CasesError.CLOCK_PROLONGED,
                () -> office.act(REVIEWER, id, "prolong", ActionInput.NONE.withReason("再延")));
    }

    @Test
    void a_second_correction_runs_a_clock_of_its_own() {
        UUID id = office.aSubmittedCase();
        for (int i = 0; i < 2; i++) {
            office.act(CLERK, id, "ask-correction", ActionInput.NONE.withReason("缺材料"));
            office.later(Duration.ofDays(1));
            office.act(APPLICANT, id, "correct", ActionInput.NONE);
        }
        assertThat(cases.explain(id)).extracting(ClockView::round).containsExactly(1, 2);
    }

    @Test
    void clocks_counted_on_a_provisional_calendar_are_recomputed_when_the_notice_comes() {
        office.on(2027, 1, 28, 9, 0);
        UUID id = office.anAcceptedCase();
        assertThat(clock(id, "statutory").provisional()).isTrue();
        LocalDate before = clock(id, "statutory").dueDate();
        List<cn.gov.jiyuan.kernel.time.CalendarDay> spring = LocalDate.of(2027, 2, 5)
                .datesUntil(LocalDate.of(2027, 2, 12))
                .map(d -> new cn.gov.jiyuan.kernel.time.CalendarDay(d, cn.gov.jiyuan.kernel.time.DayKind.HOLIDAY, "春节"))
                .toList();
        office.calendar = office.calendar.with(2027, spring);
        assertThat(cases.recomputeProvisional(Actor.SYSTEM)).isPositive();
        assertThat(clock(id, "statutory").dueDate()).isAfter(before);
        assertThat(clock(id, "statutory").provisional()).isFalse();
        assertThat(office.audited.getLast().summary()).contains("重算");
    }

    private ClockView clock(UUID id, String clock) {
        return cases.explain(id).stream()
                .filter(c -> c.clock().equals(clock))
                .findFirst()
                .orElseThrow();
    }

    static Fault refused(CasesError error, ThrowingCallable work) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(work);
        assertThat(thrown).isInstanceOf(Fault.class);
        Fault fault = (Fault) thrown;
        assertThat(fault.code()).isEqualTo(error);
        return fault;
    }
}
