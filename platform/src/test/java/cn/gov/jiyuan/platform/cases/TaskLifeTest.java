package cn.gov.jiyuan.platform.cases;

import static cn.gov.jiyuan.platform.cases.CaseLifeTest.refused;
import static cn.gov.jiyuan.platform.cases.People.APPLICANT;
import static cn.gov.jiyuan.platform.cases.People.APPROVER;
import static cn.gov.jiyuan.platform.cases.People.EXPERT;
import static cn.gov.jiyuan.platform.cases.People.JACK_OF_ALL;
import static cn.gov.jiyuan.platform.cases.People.REVIEWER;
import static cn.gov.jiyuan.platform.cases.People.SECOND_REVIEWER;
import static cn.gov.jiyuan.platform.cases.People.colleague;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The operations on tasks as promised in docs/guide/tasks.md. */
class TaskLifeTest {
    private final Office office = new Office();
    private final Tasks tasks = office.tasks;

    @Test
    void a_returned_case_goes_to_who_worked_there_and_runs_the_path_again() {
        UUID id = office.aProposedCase();
        tasks.giveBack(APPROVER, handling(id).id(), null, false, "请补充现场照片");
        assertThat(office.view(id).state()).isEqualTo("review");
        assertThat(handling(id).assignee()).isEqualTo(colleague(REVIEWER));
        refused(
                CasesError.TASK_KIND,
                () -> tasks.resubmit(REVIEWER, handling(id).id(), "已补"));
        office.act(REVIEWER, id, "propose", ActionInput.opinion("已补充，建议准予"));
        assertThat(office.view(id).state()).isEqualTo("decide");
        assertThat(office.view(id).clockState()).isEqualTo(CaseView.ClockState.RUNNING);
    }

    @Test
    void a_case_returned_straight_comes_back_to_the_one_who_returned_it() {
        UUID id = office.aProposedCase();
        assertThat(tasks.returnTargets(APPROVER, handling(id).id()))
                .extracting(Tasks.ReturnTarget::state)
                .containsExactly("review", "submitted");
        tasks.giveBack(APPROVER, handling(id).id(), "submitted", true, "编号有误");
        assertThat(handling(id).assignee()).isEqualTo(colleague(People.CLERK));
        tasks.resubmit(People.CLERK, handling(id).id(), "已更正");
        assertThat(office.view(id).state()).isEqualTo("decide");
        assertThat(handling(id).assignee()).isEqualTo(colleague(APPROVER));
        office.act(APPROVER, id, "grant", ActionInput.opinion("同意"));
    }

    @Test
    void who_may_not_see_a_case_does_not_learn_who_worked_on_it() {
        UUID id = office.aProposedCase();
        refused(
                CasesError.NOT_FOUND,
                () -> tasks.returnTargets(People.STRANGER, handling(id).id()));
    }

    @Test
    void a_case_cannot_be_returned_to_where_it_has_not_been() {
        UUID id = office.anAcceptedCase();
        refused(
                CasesError.RETURN_TARGET,
                () -> tasks.giveBack(REVIEWER, handling(id).id(), "special", false, "x"));
        refused(
                CasesError.RETURN_TARGET,
                () -> tasks.giveBack(REVIEWER, handling(id).id(), "decide", false, "x"));
    }

    @Test
    void a_joint_sign_by_ratio_is_decided_as_soon_as_it_can_be() {
        UUID id = office.anAcceptedCase();
        UUID group = tasks.jointSign(
                REVIEWER,
                handling(id).id(),
                JointRule.ratio(60),
                List.of(colleague(SECOND_REVIEWER), colleague(EXPERT), colleague(APPROVER)),
                "涉及多个科室");
        refused(CasesError.TASK_WAITS, () -> office.act(REVIEWER, id, "propose", ActionInput.opinion("可")));
        vote(id, SECOND_REVIEWER, true, "无意见");
        refused(CasesError.OPINION_MISSING, () -> vote(id, EXPERT, false, ""));
        vote(id, EXPERT, false, "通风不足");
        assertThat(handling(id).status()).isEqualTo(TaskStatus.SUSPENDED);
        vote(id, APPROVER, true, "");
        assertThat(group).isNotNull();
        assertThat(office.cases.timeline(id))
                .extracting(TimelineEntry::label)
                .contains("会签通过")
                .contains("会签意见");
        assertThat(office.cases.timeline(id)).extracting(TimelineEntry::opinion).contains("通风不足");
        assertThat(handling(id).status()).isEqualTo(TaskStatus.OPEN);
        office.act(REVIEWER, id, "propose", ActionInput.opinion("整改后准予"));
    }

    @Test
    void a_disagreement_decides_an_all_sign_and_cancels_the_open_votes() {
        UUID id = office.anAcceptedCase();
        tasks.jointSign(
                REVIEWER, handling(id).id(), JointRule.ALL, List.of(colleague(SECOND_REVIEWER), colleague(EXPERT)), "");
        vote(id, EXPERT, false, "不符合条件");
        assertThat(office.live(id, TaskKind.JOINT)).isEmpty();
        assertThat(handling(id).status()).isEqualTo(TaskStatus.OPEN);
        tasks.giveBack(REVIEWER, handling(id).id(), null, false, "会签未通过，退回窗口");
        assertThat(office.view(id).state()).isEqualTo("submitted");
    }

    @Test
    void returning_out_of_a_joint_sign_loses_no_task() {
        UUID id = office.anAcceptedCase();
        tasks.jointSign(REVIEWER, handling(id).id(), JointRule.ALL, List.of(colleague(EXPERT)), "");
        tasks.giveBack(REVIEWER, handling(id).id(), null, false, "材料有误");
        assertThat(office.live(id, TaskKind.JOINT)).isEmpty();
        assertThat(handling(id).state()).isEqualTo("submitted");
        assertThat(office.database
                        .jdbc()
                        .sql("select result from cases.task_group")
                        .query(String.class)
                        .list())
                .containsExactly("DISSOLVED");
    }

    @Test
    void nobody_gets_two_voices() {
        UUID id = office.anAcceptedCase();
        refused(
                CasesError.PEOPLE,
                () -> tasks.jointSign(REVIEWER, handling(id).id(), JointRule.ALL, List.of(colleague(REVIEWER)), ""));
        office.tasks.claim(REVIEWER, handling(id).id());
        tasks.jointSign(
                REVIEWER, handling(id).id(), JointRule.ALL, List.of(colleague(EXPERT), colleague(APPROVER)), "");
        UUID votes = voteTask(id, EXPERT);
        refused(CasesError.PEOPLE, () -> tasks.transfer(EXPERT, votes, colleague(APPROVER), "出差"));
        tasks.transfer(EXPERT, votes, colleague(SECOND_REVIEWER), "出差");
        vote(id, SECOND_REVIEWER, true, "");
        refused(CasesError.TASK_OVER, () -> tasks.sign(SECOND_REVIEWER, votes, true, ""));
    }

    @Test
    void add_sign_before_suspends_parallel_goes_on_and_after_hands_over() {
        UUID id = office.anAcceptedCase();
        tasks.addSign(REVIEWER, handling(id).id(), Signing.BEFORE, List.of(colleague(EXPERT)), "", "请看图纸");
        assertThat(handling(id).status()).isEqualTo(TaskStatus.SUSPENDED);
        consult(id, EXPERT, false, "图纸不全");
        tasks.addSign(REVIEWER, handling(id).id(), Signing.PARALLEL, List.of(colleague(APPROVER)), "", "");
        assertThat(handling(id).status()).isEqualTo(TaskStatus.OPEN);
        refused(CasesError.TASK_WAITS, () -> office.act(REVIEWER, id, "propose", ActionInput.opinion("可")));
        tasks.callOff(REVIEWER, handling(id).id(), "已电话沟通");
        tasks.addSign(REVIEWER, handling(id).id(), Signing.AFTER, List.of(colleague(SECOND_REVIEWER)), "我同意", "");
        refused(CasesError.TASK_TAKEN, () -> office.act(REVIEWER, id, "propose", ActionInput.opinion("可")));
        office.act(SECOND_REVIEWER, id, "propose", ActionInput.opinion("同意，建议准予"));
        assertThat(office.cases.timeline(id)).extracting(TimelineEntry::opinion).contains("图纸不全", "我同意", "同意，建议准予");
    }

    @Test
    void a_delegated_task_comes_back_for_confirmation() {
        UUID id = office.anAcceptedCase();
        tasks.claim(REVIEWER, handling(id).id());
        tasks.delegate(REVIEWER, handling(id).id(), colleague(EXPERT), "开会");
        refused(
                CasesError.TASK_NOT_YOURS,
                () -> tasks.release(REVIEWER, handling(id).id()));
        refused(CasesError.TASK_DELEGATED, () -> office.act(EXPERT, id, "propose", ActionInput.opinion("可")));
        tasks.resolve(EXPERT, handling(id).id(), "经核实可以");
        assertThat(handling(id).assignee()).isEqualTo(colleague(REVIEWER));
        office.act(REVIEWER, id, "propose", ActionInput.opinion("确认"));
    }

    @Test
    void a_step_can_be_taken_back_until_the_next_one_has_worked() {
        UUID id = office.aProposedCase();
        tasks.claim(APPROVER, handling(id).id());
        tasks.recall(REVIEWER, id, office.version(id));
        assertThat(office.view(id).state()).isEqualTo("review");
        assertThat(handling(id).assignee()).isEqualTo(colleague(REVIEWER));
        office.act(REVIEWER, id, "propose", ActionInput.opinion("再提"));
        tasks.claim(APPROVER, handling(id).id());
        tasks.addSign(APPROVER, handling(id).id(), Signing.BEFORE, List.of(colleague(EXPERT)), "", "");
        refused(CasesError.NOT_RECALLABLE, () -> tasks.recall(REVIEWER, id, office.version(id)));
        refused(CasesError.NOT_RECALLABLE, () -> {
            UUID accepted = office.anAcceptedCase();
            tasks.recall(People.CLERK, accepted, office.version(accepted));
        });
    }

    @Test
    void copies_outlive_the_case_and_keep_their_opinions() {
        UUID id = office.aProposedCase();
        tasks.copy(APPROVER, id, List.of(colleague(EXPERT), colleague(JACK_OF_ALL)), "请阅");
        List<TaskView> copies = office.live(id, TaskKind.COPY).stream()
                .sorted(java.util.Comparator.comparing(t -> colleague(EXPERT).equals(t.assignee()) ? 0 : 1))
                .toList();
        tasks.recallCopy(APPROVER, copies.getLast().id());
        tasks.giveBack(APPROVER, handling(id).id(), null, false, "退回");
        office.act(APPLICANT, id, "withdraw", ActionInput.NONE);
        tasks.read(EXPERT, copies.getFirst().id(), "建议加强宣传");
        assertThat(office.cases.timeline(id).getLast().opinion()).isEqualTo("建议加强宣传");
        refused(
                CasesError.TASK_NOT_YOURS,
                () -> tasks.read(JACK_OF_ALL, copies.getLast().id(), ""));
    }

    @Test
    void reminding_is_possible_once_an_hour() {
        UUID id = office.anAcceptedCase();
        tasks.remind(APPLICANT, handling(id).id(), "着急开业");
        refused(CasesError.REMINDED, () -> tasks.remind(APPLICANT, handling(id).id(), "着急"));
        office.later(Duration.ofMinutes(61));
        tasks.remind(APPLICANT, handling(id).id(), "着急");
    }

    private TaskView handling(UUID id) {
        return office.task(id, TaskKind.HANDLE);
    }

    private UUID voteTask(UUID id, cn.gov.jiyuan.kernel.actor.Actor actor) {
        return office.live(id, TaskKind.JOINT).stream()
                .filter(t -> colleague(actor).equals(t.assignee()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private void vote(UUID id, cn.gov.jiyuan.kernel.actor.Actor actor, boolean agree, String opinion) {
        tasks.sign(actor, voteTask(id, actor), agree, opinion);
    }

    private void consult(UUID id, cn.gov.jiyuan.kernel.actor.Actor actor, boolean agree, String opinion) {
        tasks.sign(actor, office.task(id, TaskKind.CONSULT).id(), agree, opinion);
    }
}
