package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Operations on tasks for the workbench; the rules are those of {@link Tasks}. */
@RestController
@RequestMapping("/api/cases")
class TasksController {
    private final Tasks tasks;
    private final ObjectProvider<Colleagues> colleagues;

    TasksController(Tasks tasks, ObjectProvider<Colleagues> colleagues) {
        this.tasks = tasks;
        this.colleagues = colleagues;
    }

    /**
     * An operation as sent; what it does not need is left out.
     *
     * @param people party ids of those who get something to do
     * @param state where to return to
     * @param straight 直送 instead of 重新流转
     * @param mode of an add-sign
     * @param data values that a task of a process decides
     * @param rule of a joint sign, with {@code percent} for RATIO
     */
    record TaskBody(
            @Nullable List<UUID> people,
            @Nullable String opinion,
            @Nullable String reason,
            @Nullable String state,
            @Nullable Boolean straight,
            @Nullable Signing mode,
            JointRule.@Nullable Kind rule,
            @Nullable Integer percent,
            @Nullable Boolean agree,
            @Nullable Map<String, Object> data) {
        String opinionText() {
            return Objects.requireNonNullElse(opinion, "");
        }

        String reasonText() {
            return Objects.requireNonNullElse(reason, "");
        }

        JointRule jointRule() {
            int share = Objects.requireNonNullElse(percent, 100);
            JointRule.Kind kind = rule == null ? JointRule.Kind.ALL : rule;
            return switch (kind) {
                case ALL -> JointRule.ALL;
                case ANY -> JointRule.ANY;
                case RATIO -> JointRule.ratio(Math.clamp(share, 1, 100));
            };
        }
    }

    /** The same operation on several tasks. */
    record BatchBody(List<UUID> tasks, TaskBody body) {}

    /** What came of one task of a batch; the problem is null if it was done. */
    record BatchResult(
            UUID id, @Nullable String code, @Nullable String problem) {}

    /** Each task in a transaction of its own: one refusal does not undo the others. */
    @PostMapping("/tasks/batch/{operation}")
    @Permitted("cases.task.work")
    List<BatchResult> batch(Actor actor, @PathVariable String operation, @RequestBody BatchBody batch) {
        CasesController.requireFew(batch.tasks());
        return batch.tasks().stream()
                .map(task -> one(actor, task, operation, batch.body()))
                .toList();
    }

    private BatchResult one(Actor actor, UUID task, String operation, TaskBody body) {
        try {
            operate(actor, task, operation, body);
            return new BatchResult(task, null, null);
        } catch (Fault refused) {
            return new BatchResult(task, refused.code().code(), CaseTexts.of(refused));
        }
    }

    @PostMapping("/tasks/{id}/{operation}")
    @Permitted("cases.task.work")
    TaskView operate(Actor actor, @PathVariable UUID id, @PathVariable String operation, @RequestBody TaskBody body) {
        return switch (operation) {
            case "claim" -> tasks.claim(actor, id);
            case "release" -> tasks.release(actor, id);
            case "complete" ->
                tasks.complete(actor, id, Objects.requireNonNullElse(body.data(), Map.of()), body.opinionText());
            case "transfer" -> tasks.transfer(actor, id, one(body), body.reasonText());
            case "delegate" -> tasks.delegate(actor, id, one(body), body.reasonText());
            case "resolve" -> tasks.resolve(actor, id, body.opinionText());
            case "take-back" -> tasks.takeBack(actor, id);
            case "return" ->
                tasks.giveBack(actor, id, body.state(), Boolean.TRUE.equals(body.straight()), body.reasonText());
            case "resubmit" -> tasks.resubmit(actor, id, body.opinionText());
            case "add-sign" ->
                tasks.addSign(
                        actor,
                        id,
                        Objects.requireNonNullElse(body.mode(), Signing.BEFORE),
                        all(body),
                        body.opinionText(),
                        body.reasonText());
            case "sign" -> tasks.sign(actor, id, Boolean.TRUE.equals(body.agree()), body.opinionText());
            case "call-off" -> tasks.callOff(actor, id, body.reasonText());
            case "read" -> tasks.read(actor, id, body.opinionText());
            case "recall-copy" -> tasks.recallCopy(actor, id);
            default -> throw new Fault(CasesError.TASK_KIND, operation);
        };
    }

    @PostMapping("/tasks/{id}/joint-sign")
    @Permitted("cases.task.work")
    Map<String, UUID> jointSign(Actor actor, @PathVariable UUID id, @RequestBody TaskBody body) {
        return Map.of("group", tasks.jointSign(actor, id, body.jointRule(), all(body), body.reasonText()));
    }

    /** Applicants may remind too. */
    @PostMapping("/tasks/{id}/remind")
    @Permitted(Permitted.SIGNED_IN)
    void remind(Actor actor, @PathVariable UUID id, @RequestBody TaskBody body) {
        tasks.remind(actor, id, body.reasonText());
    }

    @PostMapping("/{caseId}/copy")
    @Permitted("cases.task.work")
    void copy(Actor actor, @PathVariable UUID caseId, @RequestBody TaskBody body) {
        tasks.copy(actor, caseId, all(body), body.reasonText());
    }

    @GetMapping("/tasks/{id}/return-targets")
    @Permitted("cases.task.work")
    List<Tasks.ReturnTarget> returnTargets(Actor actor, @PathVariable UUID id) {
        return tasks.returnTargets(actor, id);
    }

    /** Colleagues in the actor's unit to choose from: those with a role, or all. */
    @GetMapping("/colleagues")
    @Permitted("cases.task.work")
    List<Colleague> colleagues(Actor actor, @RequestParam(defaultValue = "") String role) {
        Colleagues known = colleagues.getIfAvailable();
        UUID unit = actor.unitId();
        return known == null || unit == null ? List.of() : role.isEmpty() ? known.of(unit) : known.of(unit, role);
    }

    private Colleague one(TaskBody body) {
        List<Colleague> people = all(body);
        if (people.size() != 1) {
            throw Fault.at("/people", CasesError.PEOPLE, "请选择一人");
        }
        return people.getFirst();
    }

    private List<Colleague> all(TaskBody body) {
        Colleagues known = colleagues.getIfAvailable();
        List<UUID> ids = Objects.requireNonNullElse(body.people(), List.of());
        return ids.stream()
                .map(id -> (known == null ? java.util.Optional.<Colleague>empty() : known.find(id))
                        .orElseThrow(() -> Fault.at("/people", CasesError.PEOPLE, "没有找到所选人员")))
                .toList();
    }
}
