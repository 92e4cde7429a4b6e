package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.data.exchange.collecting.reading.SourceColumn;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Rows in quarantine are looked at, corrected and handed in again, or given up (更正重报). */
@Component
class Corrections {
    static final String CORRECT = "exchange.reject.correct";
    private static final int MOST = 1_000;

    private final QuarantineStore store;
    private final BatchStore batches;
    private final TaskStore tasks;
    private final Collector collector;
    private final Outcomes outcomes;
    private final Datasets datasets;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Corrections(
            QuarantineStore store,
            BatchStore batches,
            TaskStore tasks,
            Collector collector,
            Outcomes outcomes,
            Datasets datasets,
            Access access,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.batches = batches;
        this.tasks = tasks;
        this.collector = collector;
        this.outcomes = outcomes;
        this.datasets = datasets;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param cells all cells of the row, corrected */
    record Corrected(UUID id, Map<String, String> cells) {}

    /** A row as it came, for whoever corrects it; the look is recorded. */
    @Transactional
    public Rejected look(Actor actor, UUID id) {
        Rejected row = reached(actor, store.find(id));
        audit.record(
                actor,
                new AuditEvent(
                        "exchange.reject.look",
                        "exchange.reject",
                        id.toString(),
                        "查看拒收行原值：第 " + row.line() + " 行",
                        Map.of("batch", row.batchId().toString())));
        return row;
    }

    /**
     * Lands corrected rows of one batch as a batch of their own.
     *
     * @throws Fault {@code exchange.collecting-still-wrong} if one of them still is; then none is landed
     */
    @Transactional
    public Batch correct(Actor actor, List<Corrected> corrected) {
        if (corrected.isEmpty() || corrected.size() > MOST) {
            throw new Fault(CollectingError.MISSING, "1 至 " + MOST + " 行");
        }
        List<Rejected> rows = new ArrayList<>();
        Set<UUID> owners = new HashSet<>();
        for (Corrected one : corrected) {
            Rejected row = waiting(reached(actor, store.lock(one.id())));
            rows.add(row);
            owners.add(row.batchId());
        }
        if (owners.size() > 1) {
            throw new Fault(CollectingError.BAD_SOURCE, "一次只能更正同一批次的行");
        }
        Batch first = batches.find(rows.getFirst().batchId()).orElseThrow(() -> new Fault(CollectingError.UNKNOWN));
        CollectTask task = tasks.find(first.taskId()).orElseThrow(() -> new Fault(CollectingError.UNKNOWN));
        Batch batch = again(actor, task, first);
        batches.insert(batch);
        land(actor, task, batch, corrected);
        rows.forEach(row -> store.settle(row.id(), Rejected.State.CORRECTED, batch.id(), actor, clock.instant()));
        return batches.find(batch.id()).orElseThrow();
    }

    private void land(Actor actor, CollectTask task, Batch batch, List<Corrected> corrected) {
        Dataset dataset = datasets.get(task.dataset());
        Intake.Terms terms = collector.terms(task, batch);
        try (Landing landing =
                datasets.land(actor, dataset.name(), task.landingNumber(batch.number()), batch.mode())) {
            for (int i = 0; i < corrected.size(); i++) {
                landing.row(mapped(task, dataset, terms, corrected.get(i).cells(), i));
            }
            batches.patient();
            Landing.Landed landed = landing.commit();
            long count = corrected.size();
            outcomes.good(
                    actor,
                    batch,
                    new Batch.Counts(count, count, 0, 0, 0, landed.digest(), ""),
                    landed.held() == null ? Batch.State.DONE : Batch.State.HELD,
                    Collector.version(landed),
                    "更正批次 " + batch.number() + " 的拒收行 " + count + " 行");
        }
    }

    private static @Nullable Object[] mapped(
            CollectTask task, Dataset dataset, Intake.Terms terms, Map<String, String> cells, int place) {
        List<SourceColumn> columns = cells.keySet().stream().map(SourceColumn::untyped).toList();
        RowMapper mapper = new RowMapper(dataset, task.mappings(), columns, terms.constants());
        List<Rejected.Problem> problems = new ArrayList<>();
        Map<String, String> local = new LinkedHashMap<>(cells);
        AreaRule rule = terms.area();
        if (rule != null) {
            String code = cells.getOrDefault(rule.column(), "").strip();
            String own = AreaRule.isCode(code) ? rule.local(code) : null;
            if (own == null) {
                problems.add(new Rejected.Problem(rule.column(), "不是本地区划"));
            } else {
                local.put(rule.column(), own);
            }
        }
        @Nullable Object[] row = mapper.map(local.values().toArray(), problems);
        if (!problems.isEmpty()) {
            throw Fault.at(
                    "/rows/" + place,
                    CollectingError.STILL_WRONG,
                    problems.stream().map(Rejected.Problem::toString).collect(Collectors.joining("；")));
        }
        return row;
    }

    /** Corrected rows are added to what was landed, also where the batch had replaced everything. */
    private Batch again(Actor actor, CollectTask task, Batch first) {
        boolean keyed = !datasets.get(task.dataset()).key().isEmpty();
        UUID id = Ids.next();
        return new Batch(
                id,
                task.id(),
                task.name(),
                task.unitId(),
                first.number() + "-R" + id.toString().substring(24),
                task.dataset(),
                keyed ? Landing.Mode.MERGE : Landing.Mode.APPEND,
                Batch.State.RUNNING,
                first.origin(),
                first.asOf(),
                null,
                null,
                "",
                null,
                "",
                Batch.Counts.NONE,
                0,
                null,
                null,
                "",
                null,
                null,
                actor.personId(),
                actor.name(),
                clock.instant(),
                null,
                first.id(),
                first.demo());
    }

    @Transactional
    public void drop(Actor actor, UUID id, String reason) {
        if (reason.isBlank()) {
            throw Fault.at("/reason", CollectingError.MISSING, "作废理由");
        }
        Rejected row = waiting(reached(actor, store.lock(id)));
        store.settle(id, Rejected.State.DROPPED, null, actor, clock.instant());
        audit.record(
                actor,
                new AuditEvent(
                        "exchange.reject.drop",
                        "exchange.reject",
                        id.toString(),
                        "作废拒收行：第 " + row.line() + " 行（" + reason + "）",
                        new HashMap<>(Map.of("batch", row.batchId().toString()))));
    }

    private Rejected reached(Actor actor, java.util.Optional<Rejected> found) {
        Rejected row = found.orElseThrow(() -> new Fault(CollectingError.UNKNOWN));
        if (!access.rows(actor, CORRECT).covers(row.unitId(), null, null)) {
            throw new Fault(CollectingError.UNKNOWN);
        }
        return row;
    }

    private static Rejected waiting(Rejected row) {
        if (row.state() != Rejected.State.WAITING) {
            throw new Fault(CollectingError.SETTLED, row.state().label());
        }
        return row;
    }
}
