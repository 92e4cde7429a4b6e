package cn.gov.jiyuan.platform.cases;

import static cn.gov.jiyuan.platform.cases.CaseLifeTest.refused;
import static cn.gov.jiyuan.platform.cases.People.APPROVER;
import static cn.gov.jiyuan.platform.cases.People.CLERK;
import static cn.gov.jiyuan.platform.cases.People.REVIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A department's own process inside a state: one inbox, one transaction, nothing executable. */
class ProcessTest {
    private static final CaseType TYPE = CaseType.named("test.process", "流程测试", 1)
            .open("start", "待办", s -> s.task("登记", "clerk"))
            .open("inside", "部门办理", s -> s.process("review"))
            .finalState("granted", "同意")
            .finalState("refused", "不同意")
            .action(
                    "register",
                    "登记",
                    a -> a.from("start").to("inside").permission("test.accept").consequence("交部门办理。"))
            .action(
                    "grant",
                    "同意",
                    a -> a.from("inside")
                            .to("granted")
                            .permission("test.decide")
                            .notPerformerOf("register")
                            .consequence("办结。"))
            .action(
                    "refuse",
                    "不同意",
                    a -> a.from("inside")
                            .to("refused")
                            .permission("test.review")
                            .consequence("办结。"))
            .build();

    private static final String DRAWING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"
                xmlns:flowable="http://flowable.org/bpmn" targetNamespace="jiyuan">
              <process id="review" name="审查" isExecutable="true">
                <dataObject id="pass" name="pass" itemSubjectRef="xsd:boolean"/>
                <startEvent id="begin"/>
                <sequenceFlow id="f1" sourceRef="begin" targetRef="check"/>
                <userTask id="check" name="科室审查" flowable:candidateGroups="reviewer"/>
                <sequenceFlow id="f2" sourceRef="check" targetRef="fork"/>
                <exclusiveGateway id="fork" default="f4"/>
                <sequenceFlow id="f3" sourceRef="fork" targetRef="sign">
                  <conditionExpression xsi:type="tFormalExpression">${pass == true}</conditionExpression>
                </sequenceFlow>
                <sequenceFlow id="f4" sourceRef="fork" targetRef="refuse"/>
                <userTask id="sign" name="领导签发" flowable:candidateGroups="approver"/>
                <sequenceFlow id="f5" sourceRef="sign" targetRef="grant"/>
                <endEvent id="grant"/>
                <endEvent id="refuse"/>
              </process>
            </definitions>
            """;

    private final Office office = new Office(List.of(TYPE), List.of());

    @Test
    void its_tasks_are_in_the_one_inbox_and_its_end_takes_the_action() {
        assertThat(office.engine.processes().deploy(Actor.SYSTEM, DRAWING)).isEqualTo(1);
        UUID id = aRegisteredCase();
        Inbox.Item item = office.engine
                .inbox()
                .items(REVIEWER, Inbox.View.CLAIMABLE, Inbox.Filter.NONE, null, 10)
                .items()
                .getFirst();
        assertThat(item.title()).isEqualTo("科室审查");
        refused(CasesError.TASK_WAITS, () -> office.act(APPROVER, id, "grant", ActionInput.NONE));
        refused(CasesError.PROCESS, () -> office.tasks.complete(REVIEWER, item.taskId(), Map.of("x", 1), ""));
        office.tasks.complete(REVIEWER, item.taskId(), Map.of("pass", true), "符合条件");
        assertThat(office.live(id, TaskKind.PROCESS))
                .extracting(TaskView::title)
                .containsExactly("领导签发");
        office.tasks.complete(APPROVER, office.task(id, TaskKind.PROCESS).id(), Map.of(), "同意签发");
        assertThat(office.view(id).state()).isEqualTo("granted");
        assertThat(office.cases.timeline(id))
                .extracting(TimelineEntry::label)
                .containsExactly("建立", "登记", "科室审查", "领导签发", "同意");
        running_cases_keep_their_version();
        a_refusal_undoes_the_move_of_the_process_too();
    }

    private void running_cases_keep_their_version() {
        UUID old = aRegisteredCase();
        String shorter = DRAWING.replace("targetRef=\"sign\"", "targetRef=\"grant\"")
                .replace("<userTask id=\"sign\" name=\"领导签发\" flowable:candidateGroups=\"approver\"/>", "")
                .replace("<sequenceFlow id=\"f5\" sourceRef=\"sign\" targetRef=\"grant\"/>", "");
        assertThat(office.engine.processes().deploy(Actor.SYSTEM, shorter)).isEqualTo(2);
        office.tasks.complete(REVIEWER, office.task(old, TaskKind.PROCESS).id(), Map.of("pass", true), "");
        assertThat(office.live(old, TaskKind.PROCESS))
                .extracting(TaskView::title)
                .containsExactly("领导签发");
    }

    /** In version 2 the reviewer's task ends in “grant”, which a reviewer may not do. */
    private void a_refusal_undoes_the_move_of_the_process_too() {
        UUID id = aRegisteredCase();
        UUID task = office.task(id, TaskKind.PROCESS).id();
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> office.tasks.complete(REVIEWER, task, Map.of("pass", true), ""))
                .hasMessageContaining("access.forbidden");
        assertThat(office.task(id, TaskKind.PROCESS).id()).isEqualTo(task);
        office.tasks.complete(REVIEWER, task, Map.of("pass", false), "不符合");
        assertThat(office.view(id).state()).isEqualTo("refused");
    }

    @Test
    void nothing_executable_gets_in() {
        String[] hostile = {
            DRAWING.replace(
                    "<startEvent id=\"begin\"/>",
                    "<startEvent id=\"begin\"/><scriptTask id=\"s\" scriptFormat=\"js\"/>"),
            DRAWING.replace(
                    "<startEvent id=\"begin\"/>",
                    "<startEvent id=\"begin\"/><serviceTask id=\"s\" flowable:class=\"x.Y\"/>"),
            DRAWING.replace("<endEvent id=\"grant\"/>", "<endEvent id=\"grant\"><extensionElements/></endEvent>"),
            DRAWING.replace("name=\"科室审查\"", "name=\"${x.y()}\""),
            DRAWING.replace("name=\"科室审查\"", "name=\"科室审查\" flowable:assignee=\"${bean.who()}\""),
            DRAWING.replace("${pass == true}", "${pass.getClass() == true}"),
            DRAWING.replace("${pass == true}", "${execution == true}"),
            DRAWING.replace("${pass == true}", "${pass == true ? x : y}"),
            DRAWING.replace("${pass == true}", "#{pass == true}"),
            DRAWING.replace("isExecutable=\"true\"", "isExecutable=\"true\" flowable:candidateStarterUsers=\"x\""),
            DRAWING.replace("<endEvent id=\"refuse\"/>", "<endEvent id=\"refuse\"><timerEventDefinition/></endEvent>"),
            DRAWING.replace(
                    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>",
                    "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"),
            "kein XML",
        };
        for (String drawing : hostile) {
            assertThat(drawing).isNotEqualTo(DRAWING);
            refused(CasesError.PROCESS, () -> BpmnCheck.of(drawing));
        }
        assertThat(BpmnCheck.of(DRAWING).ends()).containsExactlyInAnyOrder("grant", "refuse");
        String lost = DRAWING.replace("\"refuse\"", "\"nowhere\"");
        refused(CasesError.PROCESS, () -> office.engine.processes().deploy(Actor.SYSTEM, lost));
    }

    private UUID aRegisteredCase() {
        NewCase like = Office.application();
        UUID id = office.cases.open(
                CLERK,
                new NewCase(
                        "test.process",
                        "流程事项",
                        null,
                        People.UNIT,
                        null,
                        like.applicantId(),
                        like.applicantName(),
                        like.applicantKind(),
                        null,
                        null,
                        Map.of(),
                        null,
                        false));
        office.act(CLERK, id, "register", ActionInput.NONE);
        return id;
    }
}
