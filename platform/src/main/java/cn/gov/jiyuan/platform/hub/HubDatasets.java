package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/** The datasets: rows in files, what belongs together in the database. */
final class HubDatasets implements Datasets {
    private final HubStore store;
    private final HubSettings settings;
    private final DataFolder folder;
    private final DataKeys keys;
    private final Publication publication;
    private final Supplier<List<LandingGate>> gates;
    private final TransactionOperations transactions;
    private final Audit audit;
    private final Clock clock;

    HubDatasets(
            HubStore store,
            HubSettings settings,
            DataFolder folder,
            DataKeys keys,
            Publication publication,
            Supplier<List<LandingGate>> gates,
            TransactionOperations transactions,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.folder = folder;
        this.keys = keys;
        this.publication = publication;
        this.gates = gates;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void declare(Actor actor, Dataset dataset) {
        transactions.executeWithoutResult(status -> {
            Optional<Dataset> known = find(dataset.name());
            if (known.isEmpty()) {
                store.insert(dataset, clock.instant());
            } else if (known.get().equals(dataset)) {
                return;
            } else {
                refuseUnlessLonger(known.get(), dataset);
                store.extend(dataset, known.get().columns().size());
            }
            audit.record(
                    actor,
                    new AuditEvent(
                            "hub.dataset.declare",
                            "hub.dataset",
                            dataset.name(),
                            "登记数据集“" + dataset.title() + "”，"
                                    + dataset.columns().size() + " 个数据项",
                            Map.of("unit", dataset.unitCode())));
        });
    }

    private static void refuseUnlessLonger(Dataset known, Dataset told) {
        int size = known.columns().size();
        boolean longer =
                told.columns().size() >= size && told.key().equals(known.key()) && told.buckets() == known.buckets();
        for (int i = 0; longer && i < size; i++) {
            DataColumn old = known.columns().get(i);
            DataColumn now = told.columns().get(i);
            longer = old.name().equals(now.name()) && old.type() == now.type();
        }
        if (!longer) {
            throw new Fault(HubError.BAD_COLUMNS, told.name());
        }
    }

    @Override
    public Optional<Dataset> find(String name) {
        return store.find(name);
    }

    @Override
    public Dataset get(String name) {
        return find(name).orElseThrow(() -> new Fault(HubError.UNKNOWN, name));
    }

    @Override
    public List<Dataset> list(@Nullable String after, int limit) {
        return store.names(after, limit).stream().map(this::get).toList();
    }

    @Override
    public Landing land(Actor actor, String dataset, String batch, Landing.Mode mode) {
        Dataset target = get(dataset);
        if (mode == Landing.Mode.MERGE && target.key().isEmpty()) {
            throw new Fault(HubError.BAD_COLUMNS, dataset);
        }
        return begun(new Batching(actor, target, UUID.randomUUID(), batch, mode, keys.make(), false));
    }

    private OpenLanding begun(Batching batching) {
        DuckStore engine = new DuckStore(settings, folder.scratch());
        try {
            return new OpenLanding(batching, engine, store, folder, keys, gates.get(), publication);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    @Override
    public List<HeldBatch> held(@Nullable String dataset, int limit) {
        return store.held(dataset, limit);
    }

    @Override
    public Snapshot release(Actor actor, UUID batch, String reason) {
        return java.util.Objects.requireNonNull(transactions.execute(status -> {
            HubStore.Batch held = locked(batch);
            Dataset dataset = get(held.dataset());
            String key = keys.open(batch);
            try (OpenLanding landing =
                    begun(new Batching(actor, dataset, batch, held.number(), held.mode(), key, true))) {
                landing.takeHeld(store.heldParts(batch));
                Landing.Landed landed = landing.commit();
                store.settle(batch, "RELEASED", reason);
                told(actor, held, "hub.batch.release", "放行", reason);
                return java.util.Objects.requireNonNull(landed.snapshot());
            }
        }));
    }

    @Override
    public void discard(Actor actor, UUID batch, String reason) {
        transactions.executeWithoutResult(status -> {
            HubStore.Batch held = locked(batch);
            store.settle(batch, "DISCARDED", reason);
            publication.discarded(held, batch, reason);
            told(actor, held, "hub.batch.discard", "弃用", reason);
        });
    }

    private HubStore.Batch locked(UUID batch) {
        return store.lockHeld(batch).orElseThrow(() -> new Fault(HubError.NOT_HELD));
    }

    private void told(Actor actor, HubStore.Batch batch, String action, String verb, String reason) {
        audit.record(
                actor,
                new AuditEvent(
                        action,
                        "hub.dataset",
                        batch.dataset(),
                        verb + "被拦截的批次“" + batch.number() + "”：" + reason,
                        Map.of("batch", batch.number(), "rows", batch.rows())));
    }

    @Override
    public Optional<Snapshot> current(String dataset) {
        long number = store.current(dataset);
        return number == 0 ? Optional.empty() : store.snapshot(dataset, number);
    }

    @Override
    public Snapshot snapshot(String dataset, long number) {
        return store.snapshot(dataset, number).orElseThrow(() -> new Fault(HubError.UNKNOWN_SNAPSHOT, dataset, number));
    }

    @Override
    public List<Snapshot> snapshots(String dataset, int limit) {
        return store.snapshots(dataset, limit);
    }

    @Override
    public List<RowPlace> places(Snapshot snapshot, String column, Object value, int limit) {
        Dataset dataset = get(snapshot.dataset());
        dataset.column(column);
        Map<UUID, List<Part>> byBatch = store.parts(snapshot.dataset(), snapshot.number()).stream()
                .collect(Collectors.groupingBy(Part::batch, LinkedHashMap::new, Collectors.toList()));
        List<RowPlace> found = new ArrayList<>();
        try (DuckStore engine = new DuckStore(settings, folder.scratch())) {
            byBatch.forEach((batch, parts) -> {
                keys.teach(engine, batch);
                List<Long> rows = engine.query(
                        SnapshotSql.places(parts, batch, folder, column, limit), List.of(value), HubDatasets::numbers);
                if (!rows.isEmpty()) {
                    boolean whole = parts.size() == 1;
                    rows.forEach(row -> found.add(store.place(batch, whole ? row + 1 : null)));
                }
            });
        }
        return found.stream().limit(limit).toList();
    }

    private static List<Long> numbers(ResultSet rows) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        while (rows.next()) {
            numbers.add(rows.getLong(1));
        }
        return numbers;
    }

    @Override
    public DataSession open(String dataset) {
        return open(Map.of("data", current(dataset).orElseThrow(() -> new Fault(HubError.EMPTY, dataset))));
    }

    @Override
    public DataSession open(Map<String, Snapshot> views) {
        Map<String, String> queries = new LinkedHashMap<>();
        Set<String> files = new HashSet<>();
        Set<UUID> batches = new HashSet<>();
        views.forEach((name, snapshot) -> {
            List<Part> parts = store.parts(snapshot.dataset(), snapshot.number());
            parts.forEach(part -> {
                files.add(folder.absolute(part.path()));
                batches.add(part.batch());
            });
            queries.put(name, SnapshotSql.of(get(snapshot.dataset()), parts, folder));
        });
        DuckStore engine = new DuckStore(settings, folder.scratch());
        try {
            batches.forEach(batch -> keys.teach(engine, batch));
            return new OpenSession(engine, queries, files);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }
}
