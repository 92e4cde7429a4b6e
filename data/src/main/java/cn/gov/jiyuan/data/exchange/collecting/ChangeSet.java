package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.data.exchange.collecting.capture.LogMessage;
import cn.gov.jiyuan.data.exchange.collecting.reading.SourceColumn;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Changes of a table, put together by key: of several changes of one row the last one counts (变更归并). */
final class ChangeSet {
    private final CollectTask task;
    private final Dataset dataset;
    private final QuarantineStore store;
    private final RowMapper mapper;
    private final List<SourceColumn> columns;
    private final int[] keys;
    /** The row of each key as it is now; null for one that is gone. */
    private final Map<List<Object>, @Nullable Object @Nullable []> rows = new LinkedHashMap<>();

    private final List<Bad> bad = new ArrayList<>();
    private long in;

    private record Bad(@Nullable Object[] cells, List<Rejected.Problem> problems, Rejected.Reason reason) {}

    ChangeSet(CollectTask task, Dataset dataset, LogMessage.Relation shape, QuarantineStore store) {
        this.task = task;
        this.dataset = dataset;
        this.store = store;
        this.columns = shape.fields().stream()
                .map(field -> new SourceColumn(field.name(), "oid:" + field.type()))
                .toList();
        this.mapper = new RowMapper(dataset, task.mappings(), columns, Map.of());
        this.keys = new int[dataset.key().size()];
        for (int i = 0; i < keys.length; i++) {
            String key = dataset.key().get(i);
            keys[i] = dataset.columns().stream().map(one -> one.name()).toList().indexOf(key);
        }
    }

    /** @throws Fault {@code exchange.collecting-structure} if the table is not what it was */
    void check(List<SourceColumn> found) {
        List<String> missing = mapper.missing();
        if (!missing.isEmpty()) {
            throw new Fault(CollectingError.STRUCTURE, "缺少列“" + String.join("”“", missing) + "”");
        }
        Map<String, String> before = new HashMap<>();
        task.structure().forEach(column -> before.put(column.name(), column.type()));
        for (SourceColumn column : found) {
            String old = before.get(column.name());
            boolean mapped = task.mappings().stream().anyMatch(one -> one.from().equals(column.name()));
            if (mapped && old != null && !old.equals(column.type())) {
                throw new Fault(
                        CollectingError.STRUCTURE, "列“" + column.name() + "”的类型由 " + old + " 变为 " + column.type());
            }
        }
    }

    void takeOver(ChangeSet other) {
        rows.putAll(other.rows);
        bad.addAll(other.bad);
        in += other.in;
    }

    /** @param before the old row or key, null if it stayed @param after the new row, null if it is gone */
    void take(@Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after, Datasets datasets) {
        in++;
        List<Rejected.Problem> problems = new ArrayList<>();
        if (after == null) {
            remove(java.util.Objects.requireNonNull(before));
            return;
        }
        boolean partial = fillFrom(before, after);
        @Nullable Object[] old = partial ? known(after, datasets) : null;
        @Nullable Object[] row = mapper.map(withoutMarks(after), problems);
        if (partial && old != null) {
            restore(row, old, after);
        }
        List<Object> key = problems.isEmpty() ? key(row) : List.of();
        if (before != null) {
            List<Object> former = keyOf(before);
            if (!former.equals(key)) {
                rows.put(former, null);
            }
        }
        if (problems.isEmpty()) {
            rows.put(key, row);
        } else {
            bad.add(new Bad(after, problems, mapper.reason()));
        }
    }

    private void remove(@Nullable Object[] before) {
        rows.put(keyOf(before), null);
    }

    private List<Object> keyOf(@Nullable Object[] source) {
        return key(mapper.map(withoutMarks(source), new ArrayList<>()));
    }

    private List<Object> key(@Nullable Object[] row) {
        List<Object> key = new ArrayList<>(keys.length);
        for (int place : keys) {
            Object value = row[place];
            if (value == null) {
                throw new Fault(
                        CollectingError.STRUCTURE,
                        "变更日志中没有主键列“" + dataset.columns().get(place).title() + "”，请把来源表的复制标识（replica identity）设为包含它");
            }
            key.add(value);
        }
        return key;
    }

    /** Fills what the log left out from the old row, where the log gives it. @return whether something is still missing */
    private static boolean fillFrom(@Nullable Object @Nullable [] before, @Nullable Object[] after) {
        boolean missing = false;
        for (int i = 0; i < after.length; i++) {
            if (after[i] == LogMessage.UNCHANGED) {
                Object old = before == null ? null : before[i];
                after[i] = old == null || old == LogMessage.UNCHANGED ? LogMessage.UNCHANGED : old;
                missing |= after[i] == LogMessage.UNCHANGED;
            }
        }
        return missing;
    }

    private static @Nullable Object[] withoutMarks(@Nullable Object[] cells) {
        @Nullable Object[] bare = cells.clone();
        for (int i = 0; i < bare.length; i++) {
            bare[i] = bare[i] == LogMessage.UNCHANGED ? null : bare[i];
        }
        return bare;
    }

    /** The row as it is here: among the changes not yet landed, else in the dataset. */
    private @Nullable Object @Nullable [] known(@Nullable Object[] after, Datasets datasets) {
        List<Object> key = keyOf(after);
        if (rows.containsKey(key)) {
            return rows.get(key);
        }
        if (datasets.current(dataset.name()).isEmpty()) {
            return null;
        }
        String where = dataset.key().stream().map(name -> '"' + name + "\" = ?").collect(Collectors.joining(" and "));
        String names = dataset.columns().stream()
                .map(column -> '"' + column.name() + '"')
                .collect(Collectors.joining(", "));
        try (DataSession session = datasets.open(dataset.name())) {
            List<DataSession.Row> found = session.all("select " + names + " from data where " + where, key.toArray());
            return found.isEmpty() ? null : found.getFirst().values().toArray();
        }
    }

    private void restore(@Nullable Object[] row, @Nullable Object[] old, @Nullable Object[] after) {
        for (ColumnMapping mapping : task.mappings()) {
            for (int i = 0; i < after.length && i < columns.size(); i++) {
                if (after[i] == LogMessage.UNCHANGED && columns.get(i).name().equals(mapping.from())) {
                    int place = dataset.columns().stream()
                            .map(one -> one.name())
                            .toList()
                            .indexOf(mapping.to());
                    row[place] = old[place];
                }
            }
        }
    }

    int size() {
        return rows.size() + bad.size();
    }

    List<SourceColumn> structure() {
        return columns;
    }

    void land(Landing landing) {
        rows.forEach((key, row) -> {
            if (row == null) {
                landing.removeRow(key.toArray());
            } else {
                landing.row(row);
            }
        });
    }

    Batch.Counts counts(String checksum) {
        long removed = rows.values().stream().filter(row -> row == null).count();
        return new Batch.Counts(in, rows.size() - removed, bad.size(), removed, 0, checksum, "");
    }

    void quarantine(Batch batch, Instant at) {
        List<Rejected> rejected = new ArrayList<>();
        for (Bad one : bad) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < one.cells().length; i++) {
                Object cell = one.cells()[i];
                cells.put(columns.get(i).name(), cell == null || cell == LogMessage.UNCHANGED ? "" : cell.toString());
            }
            rejected.add(new Rejected(
                    Ids.next(),
                    batch.id(),
                    task.id(),
                    task.unitId(),
                    rejected.size() + 1L,
                    one.reason(),
                    one.problems(),
                    Intake.shown(cells, mapper),
                    cells,
                    Rejected.State.WAITING,
                    null,
                    batch.demo()));
        }
        if (!rejected.isEmpty()) {
            store.add(rejected, at);
        }
    }

    void clear() {
        rows.clear();
        bad.clear();
        in = 0;
    }
}
