package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes whole lists row by row (导出). Only a few run at once on a node, so that they never starve its other work. */
final class Export {
    private static final int AT_ONCE = 3;
    private static final int PORTION = 500;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final RecordDesk desk;
    private final RecordStore store;
    private final TableShapes shapes;
    private final Sight sight;
    private final Disclosure disclosure;
    private final Audit audit;
    private final TransactionTemplate reading;
    private final TransactionTemplate auditing;

    Export(
            RecordDesk desk,
            RecordStore store,
            TableShapes shapes,
            Sight sight,
            Disclosure disclosure,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.store = store;
        this.shapes = shapes;
        this.sight = sight;
        this.disclosure = disclosure;
        this.audit = audit;
        reading = new TransactionTemplate(transactions);
        reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        reading.setReadOnly(true);
        auditing = new TransactionTemplate(transactions);
        auditing.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    long write(Actor actor, RecordType type, RecordQuery query, ExportOptions options, OutputStream out) {
        RecordQuery allowed = sight.allowed(actor, type, query);
        SqlText where = sight.exportable(actor, type, allowed).text();
        if (!options.purpose().isEmpty()) {
            disclosure.demand(actor, type, options.purpose());
        }
        if (!places.tryAcquire()) {
            throw new Fault(RecordsError.BUSY, AT_ONCE);
        }
        try {
            return write(new Run(actor, type, allowed, options, desk.sentence(type, allowed)), where, out);
        } finally {
            places.release();
        }
    }

    private record Run(Actor actor, RecordType type, RecordQuery query, ExportOptions options, String sentence) {}

    private long write(Run run, SqlText where, OutputStream out) {
        note(run, "records.export-begun", "开始导出" + run.type().name() + "（" + run.sentence() + "）", Map.of());
        Portions portions = new Portions(run, out);
        boolean done = false;
        try {
            reading.executeWithoutResult(status -> store.stream(
                    run.type(),
                    new Selection(run.type(), run.query().columns(), run.query().order()),
                    where,
                    new Keyset(run.type(), shapes.of(run.type()), run.query().order()).stretches(null, false, ""),
                    portions));
            portions.end();
            done = true;
            return portions.written;
        } finally {
            note(
                    run,
                    done ? "records.exported" : "records.export-broken",
                    (done ? "导出了" : "导出中断，已输出") + run.type().name() + " " + portions.written + " 行（" + run.sentence()
                            + "）",
                    Map.of("rows", portions.written));
        }
    }

    private void note(Run run, String action, String summary, Map<String, ?> more) {
        Map<String, Object> detail = new java.util.TreeMap<>(more);
        detail.put("filter", run.query().link(run.type()));
        detail.put("format", run.options().format().suffix());
        detail.put("purpose", run.options().purpose());
        detail.put("columns", run.query().columns().stream().map(Column::id).toList());
        auditing.executeWithoutResult(status -> audit.record(
                run.actor(), new AuditEvent(action, "record-type", run.type().id(), summary, detail)));
    }

    /** All rows of a type for the platform itself, without the mask of anyone: the selection must hold nothing masked. */
    void eachRow(RecordType type, Selection selection, Consumer<StoredRow> consumer) {
        List<Keyset.Stretch> stretches =
                List.of(new Keyset.Stretch(new SqlText(), " ORDER BY " + SqlText.quoted(type.key())));
        reading.executeWithoutResult(
                status -> store.stream(type, selection, new SqlText().add("true"), stretches, consumer));
    }

    /** Collects some rows, fetches their labels at once, records what is shown in clear, then writes them. */
    private final class Portions implements Consumer<StoredRow> {
        private final Run run;
        private final Sheet sheet;
        private final Cells cells;
        private final ReferenceLabels labels;
        private final List<StoredRow> waiting = new ArrayList<>(PORTION);
        private long written;

        Portions(Run run, OutputStream out) {
            this.run = run;
            sheet = Sheet.of(run.type(), run.query().columns(), run.options(), out);
            cells = desk.cells(run.type());
            labels = desk.labels();
        }

        @Override
        public void accept(StoredRow row) {
            waiting.add(row);
            if (waiting.size() == PORTION) {
                flush();
            }
        }

        void end() {
            flush();
            try {
                sheet.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void flush() {
            List<Column> columns = run.query().columns();
            labels.fetch(columns, waiting);
            List<StoredRow> inClear = run.options().purpose().isEmpty()
                    ? List.of()
                    : waiting.stream()
                            .filter(row -> disclosure.covers(run.actor(), run.type(), row))
                            .toList();
            if (!inClear.isEmpty()) {
                auditing.executeWithoutResult(status -> disclosure.record(
                        run.actor(), run.type(), columns, inClear, run.options().purpose()));
            }
            java.util.Set<StoredRow> clear = java.util.Collections.newSetFromMap(new java.util.IdentityHashMap<>());
            clear.addAll(inClear);
            try {
                for (StoredRow row : waiting) {
                    boolean shown = clear.contains(row);
                    sheet.row(columns.stream()
                            .map(column -> cells.cell(row, column, shown, labels))
                            .toList());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            written += waiting.size();
            waiting.clear();
        }
    }
}
