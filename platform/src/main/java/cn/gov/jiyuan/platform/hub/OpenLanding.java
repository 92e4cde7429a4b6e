package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.kernel.error.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A batch on its way: rows gather in the engine's table {@code incoming}, or go straight to files where a query brings
 * all of them; files are written aside and only the publication names them.
 */
final class OpenLanding implements Landing {
    private static final int EARLIER = 20;
    private final Batching batching;
    private final Dataset dataset;
    private final DuckStore engine;
    private final HubStore store;
    private final DataFolder folder;
    private final DataKeys keys;
    private final List<LandingGate> gates;
    private final Publication publication;
    private final PartWriter writer;
    private final List<Part> written = new ArrayList<>();
    private @Nullable RowAppender appender;
    private long size;
    private boolean ended;

    OpenLanding(
            Batching batching,
            DuckStore engine,
            HubStore store,
            DataFolder folder,
            DataKeys keys,
            List<LandingGate> gates,
            Publication publication) {
        this.batching = batching;
        this.dataset = batching.dataset();
        this.engine = engine;
        this.store = store;
        this.folder = folder;
        this.keys = keys;
        this.gates = gates;
        this.publication = publication;
        this.writer = new PartWriter(engine, batching, folder);
        keys.teach(engine, batching.id(), batching.key());
        engine.run("create table incoming as " + SqlText.empty(dataset));
        engine.run("alter table incoming add column _n bigint");
        engine.run("alter table incoming add column _gone boolean");
    }

    @Override
    public void row(@Nullable Object... values) {
        appender().row(values, size);
        size++;
    }

    @Override
    public void removeRow(Object... key) {
        if (batching.mode() != Mode.MERGE || key.length != dataset.key().size()) {
            throw new Fault(HubError.BAD_COLUMNS, dataset.name());
        }
        appender().gone(key, size);
        size++;
    }

    private RowAppender appender() {
        if (appender == null) {
            appender = new RowAppender(engine, dataset);
        }
        return appender;
    }

    private void flush() {
        if (appender != null) {
            appender.close();
            appender = null;
        }
    }

    @Override
    public void rows(String select, Map<String, Snapshot> sources) {
        flush();
        Set<UUID> taught = new HashSet<>();
        sources.forEach((name, snapshot) -> {
            List<Part> parts = store.parts(snapshot.dataset(), snapshot.number());
            parts.stream().map(Part::batch).filter(taught::add).forEach(batch -> keys.teach(engine, batch));
            Dataset source =
                    store.find(snapshot.dataset()).orElseThrow(() -> new Fault(HubError.UNKNOWN, snapshot.dataset()));
            engine.run("create or replace view " + SqlText.name(name) + " as " + SnapshotSql.of(source, parts, folder));
        });
        String query = QueryCheck.checked(engine, select);
        if (batching.mode() == Mode.MERGE) {
            size += engine.change("insert into incoming by name select *, " + size + " as _n from (" + query + ")");
            return;
        }
        List<Part> parts = writer.write(SqlText.empty(dataset) + " union all by name select * from (" + query + ")");
        written.addAll(parts);
        size += parts.stream().mapToLong(Part::rows).sum();
    }

    @Override
    public void files(Path source, String key) {
        flush();
        engine.run("pragma add_parquet_key('source', '" + key + "')");
        String query = "select * from read_parquet("
                + SqlText.literal(source.resolve("*.parquet").toString())
                + ", hive_partitioning = false, encryption_config = {footer_key: 'source'})";
        if (batching.mode() == Mode.MERGE) {
            size += engine.change("insert into incoming by name select *, " + size + " as _n from (" + query + ")");
            return;
        }
        List<Part> parts = writer.write(SqlText.empty(dataset) + " union all by name " + query);
        written.addAll(parts);
        size += parts.stream().mapToLong(Part::rows).sum();
    }

    /** Takes what was set aside when the batch was held. */
    void takeHeld(List<Part> parts) {
        parts.forEach(part -> size += engine.change("insert into incoming by name select * from "
                + SnapshotSql.files(List.of(folder.absolute(part.path())), batching.id())));
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public String digest() {
        flush();
        String columns = SqlText.names(dataset);
        String all = "select " + columns + ", coalesce(_gone, false) as _gone from incoming"
                + (written.isEmpty()
                        ? ""
                        : " union all by name select " + columns + ", false as _gone from ("
                                + SnapshotSql.of(dataset, written, folder) + ")");
        return engine.ask(
                "select count(*), coalesce(sum(hash(" + columns + ", _gone)), 0)::varchar from (" + all + ")", rows -> {
                    rows.next();
                    return "d1-" + rows.getLong(1) + "-" + rows.getString(2);
                });
    }

    @Override
    public Landed commit() {
        String digest = digest();
        Optional<HubStore.Batch> earlier =
                batching.released() ? Optional.empty() : store.batch(dataset.name(), batching.number());
        if (earlier.isPresent()) {
            return again(earlier.get(), digest);
        }
        refuseMissingKeys();
        Optional<String> reason = reasonToHold();
        Landed landed;
        if (reason.isPresent()) {
            List<Part> aside = new ArrayList<>(written);
            aside.addAll(writer.whole("select * from incoming"));
            folder.force(aside);
            publication.hold(batching, digest, size, reason.get(), aside);
            landed = new Landed(batching.id(), null, false, reason.get(), digest);
        } else {
            Snapshot made = publication.publish(batching, digest, size, change());
            landed = new Landed(batching.id(), made, false, null, digest);
        }
        ended = true;
        return landed;
    }

    private Landed again(HubStore.Batch earlier, String digest) {
        if (!earlier.digest().equals(digest)) {
            throw new Fault(HubError.BATCH_DIFFERS, batching.number());
        }
        String held = earlier.state().equals("HELD") ? earlier.reason() : null;
        return new Landed(earlier.id(), store.ofBatch(earlier.id()).orElse(null), true, held, digest);
    }

    private Optional<String> reasonToHold() {
        if (batching.released() || gates.isEmpty()) {
            return Optional.empty();
        }
        LandingGate.Facts facts = new LandingGate.Facts(
                batching.number(), batching.mode(), size, store.earlier(dataset.name(), batching.mode(), EARLIER));
        return gates.stream()
                .flatMap(gate -> gate.check(dataset, facts).stream())
                .findFirst();
    }

    private void refuseMissingKeys() {
        if (batching.mode() != Mode.MERGE) {
            return;
        }
        String missing = dataset.key().stream()
                .map(column -> SqlText.name(column) + " is null")
                .collect(Collectors.joining(" or "));
        long count = engine.count("select count(*) from incoming where " + missing);
        if (count > 0) {
            throw new Fault(HubError.NO_KEY, count);
        }
    }

    private Change change() {
        if (batching.mode() == Mode.MERGE) {
            return new Merging(dataset, engine, store, folder, keys, writer).change();
        }
        // Rows keep their order, so that the place of each in its batch can be told.
        engine.run("set preserve_insertion_order = true");
        written.addAll(writer.write("select " + SqlText.names(dataset) + " from incoming"));
        folder.force(written);
        return new Change(0, List.copyOf(written), List.of(), size, 0);
    }

    @Override
    public void close() {
        try {
            flush();
        } finally {
            engine.close();
            if (!ended && !batching.released()) {
                folder.deleteFolder(writer.place());
            }
        }
    }

    Path place() {
        return writer.place();
    }
}
