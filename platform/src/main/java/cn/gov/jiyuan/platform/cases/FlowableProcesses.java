package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.flowable.bpmn.model.ValuedDataObject;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.history.HistoricActivityInstance;
import org.flowable.engine.repository.Deployment;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.identitylink.api.IdentityLink;
import org.flowable.task.api.Task;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The BPMN engine inside a state: same connection, same transaction. Its tasks are mirrored into the one task table
 * right after each move, so no listener and no second inbox is needed. The engine starts when it is first used.
 */
final class FlowableProcesses implements CaseProcesses, Processes {
    private final Supplier<ProcessEngine> engine;
    private final CaseTypes types;
    private final TransactionOperations transactions;
    private final Audit audit;

    FlowableProcesses(
            Supplier<ProcessEngine> engine, CaseTypes types, TransactionOperations transactions, Audit audit) {
        this.engine = engine;
        this.types = types;
        this.transactions = transactions;
        this.audit = audit;
    }

    @Override
    public int deploy(Actor actor, String bpmn) {
        BpmnCheck.Drawing drawing = BpmnCheck.of(bpmn);
        requireKnownEnds(drawing);
        ProcessEngine running = engine.get();
        return Objects.requireNonNull(transactions.execute(status -> {
            Deployment deployment = running.getRepositoryService()
                    .createDeployment()
                    .name(drawing.key())
                    .addString(drawing.key() + ".bpmn20.xml", bpmn)
                    .deploy();
            int version = running.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .deploymentId(deployment.getId())
                    .singleResult()
                    .getVersion();
            audit.record(
                    actor,
                    new AuditEvent(
                            "cases.process.deploy",
                            "process",
                            drawing.key(),
                            "部署流程“" + drawing.key() + "”第 " + version + " 版",
                            Map.of("version", version)));
            return version;
        }));
    }

    private void requireKnownEnds(BpmnCheck.Drawing drawing) {
        for (CaseType type : types.latest()) {
            for (CaseState state : type.states()) {
                Set<String> actions = type.actionsFrom(state.id()).stream()
                        .map(CaseAction::id)
                        .collect(Collectors.toSet());
                if (drawing.key().equals(state.process()) && !actions.containsAll(drawing.ends())) {
                    throw new Fault(
                            CasesError.PROCESS, "结束事件须以“" + state.label() + "”的操作命名，可用：" + String.join("、", actions));
                }
            }
        }
    }

    @Override
    public void entered(Docket docket, Actor actor) {
        String key = docket.type.state(docket.matter.state).process();
        if (key == null) {
            return;
        }
        ProcessEngine running = engine.get();
        if (running.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey(key)
                        .count()
                == 0) {
            throw new Fault(CasesError.PROCESS, "流程“" + key + "”尚未部署");
        }
        ProcessInstance instance =
                running.getRuntimeService().startProcessInstanceByKey(key, docket.matter.id.toString());
        mirror(
                docket,
                instance.getId(),
                Colleague.of(actor),
                docket.timeline.getLast().at());
    }

    @Override
    public void left(Docket docket, String state) {
        if (docket.type.state(state).process() != null) {
            instance(docket).ifPresent(id -> engine.get().getRuntimeService().deleteProcessInstance(id, state));
        }
    }

    @Override
    public Optional<String> completed(Docket docket, CaseTask task, Map<String, ?> decision, Actor actor, Instant at) {
        ProcessEngine running = engine.get();
        String id = Objects.requireNonNull(task.processTask);
        Task pending = running.getTaskService().createTaskQuery().taskId(id).singleResult();
        if (pending == null) {
            throw new Fault(CasesError.TASK_OVER, "", "");
        }
        running.getTaskService().complete(id, declared(running, pending.getProcessDefinitionId(), decision));
        String instance = pending.getProcessInstanceId();
        if (instance(docket).isPresent()) {
            mirror(docket, instance, Colleague.of(actor), at);
            return Optional.empty();
        }
        return Optional.of(end(running, instance));
    }

    /** Only variables that the drawing declares reach it, so that conditions see nothing else. */
    private static Map<String, Object> declared(ProcessEngine running, String definition, Map<String, ?> decision) {
        Set<String> known =
                running.getRepositoryService().getBpmnModel(definition).getMainProcess().getDataObjects().stream()
                        .map(ValuedDataObject::getId)
                        .collect(Collectors.toSet());
        Map<String, Object> variables = new HashMap<>();
        decision.forEach((name, value) -> {
            boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean;
            if (!known.contains(name) || !plain) {
                throw Fault.at("/data/" + name, CasesError.PROCESS, "未声明的变量 " + name);
            }
            variables.put(name, value);
        });
        return variables;
    }

    private static String end(ProcessEngine running, String instance) {
        List<HistoricActivityInstance> ends = running.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityType("endEvent")
                .orderByHistoricActivityInstanceEndTime()
                .desc()
                .list();
        return ends.getFirst().getActivityId();
    }

    private Optional<String> instance(Docket docket) {
        ProcessInstance running = engine.get()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(docket.matter.id.toString())
                .singleResult();
        return Optional.ofNullable(running).map(ProcessInstance::getId);
    }

    private void mirror(Docket docket, String instance, Colleague by, Instant at) {
        ProcessEngine running = engine.get();
        Set<String> known = docket.tasks.values().stream()
                .map(t -> String.valueOf(t.processTask))
                .collect(Collectors.toSet());
        for (Task task : running.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .list()) {
            if (!known.contains(task.getId())) {
                String role = running.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                        .map(IdentityLink::getGroupId)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
                docket.addTask(TaskKind.PROCESS, task.getName(), role, null, null, task.getId(), by, at);
            }
        }
    }
}
