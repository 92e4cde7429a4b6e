package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Defines tasks and moves them from state to state. */
@Component
class CollectTasks {
    static final String DEFINE = "exchange.task.define";
    static final String RUN = "exchange.task.run";
    static final String BACKFLOW = "backflow.";
    private static final String SECRET = "exchange.task.secret";
    private static final Set<String> GIVEN = Set.of("origin", "batch", "as_of");

    private final TaskStore store;
    private final Datasets datasets;
    private final Units units;
    private final Access access;
    private final PersonalCipher cipher;
    private final Audit audit;
    private final Feed feed;
    private final Clock clock;

    CollectTasks(
            TaskStore store,
            Datasets datasets,
            Units units,
            Access access,
            PersonalCipher cipher,
            Audit audit,
            Feed feed,
            Clock clock) {
        this.store = store;
        this.datasets = datasets;
        this.units = units;
        this.access = access;
        this.cipher = cipher;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /**
     * A task as its steward writes it.
     *
     * @param unit code of the unit; null for his own
     * @param secret password or token of the source; null to keep the one there
     * @param target the dataset, made if it is not there
     * @param version the version that was changed; 0 for a new task
     */
    record Draft(
            String name,
            @Nullable String unit,
            SourceSpec source,
            @Nullable String secret,
            Target target,
            Landing.Mode mode,
            List<ColumnMapping> mappings,
            @Nullable String schedule,
            int version) {}

    /** @param columns null for a dataset that is there @param key names of columns */
    record Target(
            String dataset,
            @Nullable String title,
            @Nullable List<TargetColumn> columns,
            @Nullable List<String> key) {}

    record TargetColumn(String name, String title, DataType type, boolean personal) {}

    /** A task stopped by itself; the catalogue and whoever uses the dataset may want to know. */
    record TaskHalted(UUID task, String code, String dataset, String unit, String reason) {
        static final String TOPIC = "exchange.task.halted";
    }

    @Transactional
    public CollectTask define(Actor actor, Draft draft) {
        Unit unit = unit(actor, draft);
        CollectTask task = checked(actor, draft, unit, Ids.next(), "GJ" + String.format("%06d", store.nextNumber()));
        store.insert(task, sealed(task.id(), draft.secret()), actor, clock.instant());
        tell(actor, task, "exchange.task.define", "编制归集任务：" + task.name());
        return task;
    }

    @Transactional
    public CollectTask change(Actor actor, UUID id, Draft draft) {
        CollectTask before = locked(actor, id, DEFINE);
        if (before.state() == TaskState.RETIRED || before.state() == TaskState.ACTIVE) {
            throw new Fault(CollectingError.STATE, before.state().label(), "修改，请先暂停");
        }
        if (before.version() != draft.version()) {
            throw new Fault(CollectingError.STALE);
        }
        CollectTask made = checked(actor, draft, units.get(before.unitId()), id, before.code());
        boolean sameSource = made.source().equals(before.source());
        CollectTask after = new CollectTask(
                id,
                before.code(),
                made.name(),
                before.unitId(),
                before.unitCode(),
                made.source(),
                made.dataset(),
                made.mode(),
                made.mappings(),
                made.schedule(),
                before.state(),
                before.stateReason(),
                sameSource ? before.structure() : List.of(),
                before.watermark(),
                before.nextRunAt(),
                before.failures(),
                before.createdBy(),
                before.version() + 1,
                before.demo());
        save(actor, after, sealed(id, draft.secret()));
        tell(actor, after, "exchange.task.change", "修改归集任务：" + after.name());
        return after;
    }

    @Transactional
    public CollectTask act(Actor actor, UUID id, TaskState.Action action, String reason) {
        if (!action.byPeople()) {
            throw new Fault(CollectingError.STATE, action.label(), "由人办理");
        }
        return move(actor, locked(actor, id, RUN), action, reason);
    }

    /** The platform stops a task that cannot go on by itself. */
    @Transactional
    public void halt(UUID id, String reason) {
        CollectTask task = store.lock(id).orElseThrow(() -> new Fault(CollectingError.UNKNOWN));
        if (task.state() == TaskState.ACTIVE) {
            move(Actor.SYSTEM, task, TaskState.Action.HALT, reason);
            TaskHalted halted = new TaskHalted(id, task.code(), task.dataset(), task.unitCode(), reason);
            feed.append(new Feed.Change(TaskHalted.TOPIC, id.toString(), 1, halted));
        }
    }

    private CollectTask move(Actor actor, CollectTask task, TaskState.Action action, String reason) {
        TaskState to = action.from(task.state())
                .orElseThrow(() -> new Fault(CollectingError.STATE, task.state().label(), action.label()));
        Instant now = clock.instant();
        CollectTask after = new CollectTask(
                task.id(),
                task.code(),
                task.name(),
                task.unitId(),
                task.unitCode(),
                task.source(),
                task.dataset(),
                task.mode(),
                task.mappings(),
                task.schedule(),
                to,
                reason,
                action == TaskState.Action.ACCEPT ? List.of() : task.structure(),
                task.watermark(),
                to == TaskState.ACTIVE ? task.schedule().next(now, clock.getZone()) : null,
                to == TaskState.ACTIVE ? 0 : task.failures(),
                task.createdBy(),
                task.version() + 1,
                task.demo());
        save(actor, after, null);
        String why = reason.isBlank() ? "" : "（" + reason + "）";
        tell(actor, after, "exchange.task." + action.name().toLowerCase(java.util.Locale.ROOT), action.label() + "归集任务：" + task.name() + why);
        return after;
    }

    private void save(Actor actor, CollectTask task, byte @Nullable [] secret) {
        if (!store.update(task, secret, actor, clock.instant())) {
            throw new Fault(CollectingError.STALE);
        }
    }

    private void tell(Actor actor, CollectTask task, String action, String summary) {
        audit.record(
                actor,
                new AuditEvent(
                        action,
                        "exchange.task",
                        task.id().toString(),
                        summary,
                        Map.of("code", task.code(), "dataset", task.dataset(), "version", task.version())));
    }

    /** @throws Fault {@code exchange.collecting-unknown} for one out of reach */
    CollectTask get(Actor actor, UUID id, String permission) {
        return reached(actor, store.find(id).orElseThrow(() -> new Fault(CollectingError.UNKNOWN)), permission);
    }

    private CollectTask locked(Actor actor, UUID id, String permission) {
        return reached(actor, store.lock(id).orElseThrow(() -> new Fault(CollectingError.UNKNOWN)), permission);
    }

    private CollectTask reached(Actor actor, CollectTask task, String permission) {
        if (!access.rows(actor, permission).covers(task.unitId(), null, null)) {
            throw new Fault(CollectingError.UNKNOWN);
        }
        return task;
    }

    /** Password or token of a source; only for the reading of it. */
    @Nullable String secret(UUID task) {
        byte[] sealed = store.secret(task);
        return sealed == null ? null : cipher.open(SECRET, task, sealed);
    }

    private byte @Nullable [] sealed(UUID task, @Nullable String secret) {
        return secret == null || secret.isEmpty() ? null : cipher.seal(SECRET, task, secret);
    }

    private Unit unit(Actor actor, Draft draft) {
        UUID own = actor.unitId();
        Unit unit = draft.unit() == null || draft.unit().isBlank()
                ? units.get(own == null ? new UUID(0, 0) : own)
                : units.byCode(draft.unit()).orElseThrow(() -> Fault.at("/unit", CollectingError.MISSING, "提供部门"));
        if (!access.rows(actor, DEFINE).covers(unit.id(), null, null)) {
            throw new Fault(CollectingError.UNKNOWN);
        }
        return unit;
    }

    private CollectTask checked(Actor actor, Draft draft, Unit unit, UUID id, String code) {
        if (draft.name() == null || draft.name().isBlank()) {
            throw Fault.at("/name", CollectingError.MISSING, "任务名称");
        }
        if (draft.source() == null || draft.target() == null || draft.mappings() == null || draft.mode() == null) {
            throw Fault.at("/source", CollectingError.MISSING, "来源、目标数据集、入库方式和列映射");
        }
        draft.source().check();
        Schedule schedule = new Schedule(draft.schedule() == null ? "" : draft.schedule());
        Dataset dataset = dataset(actor, draft, unit);
        mappings(draft, dataset);
        return new CollectTask(
                id,
                code,
                draft.name().strip(),
                unit.id(),
                unit.code(),
                draft.source(),
                dataset.name(),
                draft.source().sort() == SourceKind.LOG ? Landing.Mode.MERGE : draft.mode(),
                draft.mappings(),
                schedule,
                TaskState.DRAFT,
                "",
                List.of(),
                null,
                null,
                0,
                actor.personId(),
                1,
                false);
    }

    /** The target, declared if it is new. Whoever answers for a dataset is the only one to write into it. */
    private Dataset dataset(Actor actor, Draft draft, Unit unit) {
        Target target = draft.target();
        boolean backflow = draft.source().sort() == SourceKind.BACKFLOW;
        if (backflow != target.dataset().startsWith(BACKFLOW)) {
            throw Fault.at("/target/dataset", CollectingError.BACKFLOW_APART, target.dataset());
        }
        Dataset known = datasets.find(target.dataset()).orElse(null);
        if (known != null && !known.unitCode().equals(unit.code())) {
            throw Fault.at("/target/dataset", CollectingError.FOREIGN_DATASET, target.dataset());
        }
        if (target.columns() == null || target.columns().isEmpty()) {
            if (known == null) {
                throw Fault.at("/target/columns", CollectingError.MISSING, "目标数据集的列");
            }
            return known;
        }
        List<DataColumn> columns = new ArrayList<>(known == null ? List.of() : known.columns());
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(column.name()));
        for (TargetColumn column : target.columns()) {
            if (names.add(column.name())) {
                columns.add(new DataColumn(column.name(), column.title(), column.type(), column.personal()));
            }
        }
        if (backflow) {
            List.of(
                            DataColumn.of("origin", "来源", DataType.TEXT),
                            DataColumn.of("batch", "批次号", DataType.TEXT),
                            DataColumn.of("as_of", "数据截止日期", DataType.DATE))
                    .stream()
                    .filter(column -> names.add(column.name()))
                    .forEach(columns::add);
        }
        String title = target.title() == null || target.title().isBlank() ? draft.name() : target.title();
        List<String> key = known != null ? known.key() : target.key() == null ? List.of() : target.key();
        int buckets = known != null ? known.buckets() : key.isEmpty() ? 1 : 16;
        Dataset declared = new Dataset(
                target.dataset(), known == null ? title : known.title(), unit.code(), columns, key, buckets);
        datasets.declare(actor, declared);
        return declared;
    }

    private static void mappings(Draft draft, Dataset dataset) {
        if (draft.mappings().isEmpty()) {
            throw Fault.at("/mappings", CollectingError.MISSING, "至少一列映射");
        }
        boolean backflow = draft.source().sort() == SourceKind.BACKFLOW;
        Set<String> filled = new HashSet<>(backflow ? GIVEN : Set.of());
        for (int i = 0; i < draft.mappings().size(); i++) {
            ColumnMapping mapping = draft.mappings().get(i);
            boolean known = dataset.columns().stream().anyMatch(one -> one.name().equals(mapping.to()));
            if (mapping.from().isBlank() || !known) {
                throw Fault.at("/mappings/" + i, CollectingError.BAD_MAPPING, "“" + mapping.from() + "”→“" + mapping.to() + "”，目标数据集没有这一列");
            }
            if (!filled.add(mapping.to())) {
                throw Fault.at("/mappings/" + i, CollectingError.BAD_MAPPING, "目标列“" + mapping.to() + "”有两个来源");
            }
        }
        boolean merge = draft.mode() == Landing.Mode.MERGE || draft.source().sort() == SourceKind.LOG;
        if (merge && (dataset.key().isEmpty() || !filled.containsAll(dataset.key()))) {
            throw Fault.at("/mode", CollectingError.NO_KEY, dataset.name());
        }
    }
}
