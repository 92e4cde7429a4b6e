package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.search.SearchDocument;
import java.io.OutputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Serves the lists: asks the policy, reads through {@link RecordStore}, shows through {@link Cells}. */
final class RecordDesk implements Records {
    private final Supplier<List<RecordType>> published;
    private final Sight sight;
    private final RecordStore store;
    private final TableShapes shapes;
    private final PersonalCipher cipher;
    private final Disclosure disclosure;
    private final Export export;
    private final Editing editing;
    private final History history;

    RecordDesk(
            Supplier<List<RecordType>> published,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions,
            Access access,
            PersonalCipher cipher,
            Audit audit,
            Feed feed) {
        this.published = published;
        this.cipher = cipher;
        store = new RecordStore(jdbc);
        shapes = new TableShapes(jdbc);
        sight = new Sight(access, shapes, cipher);
        disclosure = new Disclosure(access, audit, new TransactionTemplate(transactions));
        export = new Export(this, store, shapes, sight, disclosure, audit, transactions);
        editing = new Editing(this, store, shapes, access, cipher, audit, feed, new TransactionTemplate(transactions));
        history = new History(jdbc);
    }

    @Override
    public List<RecordType> types(Actor actor) {
        return byId().values().stream()
                .filter(type -> sight.mayRead(actor, type))
                .toList();
    }

    @Override
    public RecordType type(Actor actor, String id) {
        RecordType type = byId().get(id);
        if (type == null || !sight.mayRead(actor, type)) {
            throw new Fault(RecordsError.UNKNOWN_TYPE, id);
        }
        return type;
    }

    /** All published types by id. */
    private Map<String, RecordType> byId() {
        Map<String, RecordType> types = new TreeMap<>();
        for (RecordType type : published.get()) {
            if (types.put(type.id(), type) != null) {
                throw new Fault(RecordsError.DESCRIPTOR, type.id(), "编号重复");
            }
        }
        return types;
    }

    @Override
    public List<Column> columns(Actor actor, RecordType type) {
        return sight.columns(actor, type);
    }

    @Override
    public RecordPage page(Actor actor, RecordType type, RecordQuery query) {
        RecordQuery allowed = sight.allowed(actor, type, query);
        SqlText where = sight.where(actor, type, allowed).text();
        boolean backward = !allowed.before().isEmpty();
        String parameter = backward ? "before" : "after";
        String token = backward ? allowed.before() : allowed.after();
        Cursor cursor = token.isEmpty() ? null : Cursor.read(token, allowed.order(), parameter);
        Selection selection = new Selection(type, allowed.columns(), allowed.order());
        List<Keyset.Stretch> stretches =
                new Keyset(type, shapes.of(type), allowed.order()).stretches(cursor, backward, parameter);
        List<StoredRow> found = store.rows(type, selection, where, stretches, allowed.limit() + 1);
        boolean more = found.size() > allowed.limit();
        List<StoredRow> rows = more ? found.subList(0, allowed.limit()) : found;
        if (backward) {
            rows = rows.reversed();
        }
        boolean forwardMore = backward || more;
        boolean backMore = backward ? more : cursor != null;
        return new RecordPage(
                shown(type, rows, allowed.columns()),
                rows.isEmpty() || !forwardMore ? null : token(type, allowed, rows.getLast()),
                rows.isEmpty() || !backMore ? null : token(type, allowed, rows.getFirst()),
                allowed.totals() ? store.totals(type, where, totalled(allowed)) : null,
                sentence(type, allowed),
                allowed.link(type));
    }

    private static String token(RecordType type, RecordQuery query, StoredRow row) {
        Column column = type.column(query.order().column()).orElseThrow();
        Object value = row.value(column);
        return new Cursor(query.order().toString(), value == null ? null : Cells.written(column, value), row.key())
                .token();
    }

    @Override
    public Totals totals(Actor actor, RecordType type, RecordQuery query) {
        RecordQuery allowed = sight.allowed(actor, type, query);
        return store.totals(type, sight.where(actor, type, allowed).text(), totalled(allowed));
    }

    private static List<Column> totalled(RecordQuery query) {
        return query.columns().stream()
                .filter(c -> c.is(Column.Use.TOTALLED) && !c.isMasked())
                .toList();
    }

    @Override
    public List<Facet> facets(Actor actor, RecordType type, RecordQuery query) {
        RecordQuery allowed = sight.allowed(actor, type, query);
        return sight.columns(actor, type).stream()
                .filter(c -> c.kind() instanceof Kind.Code && !c.filters().isEmpty() && !c.isMasked())
                .map(column -> facet(actor, type, allowed, column))
                .toList();
    }

    private Facet facet(Actor actor, RecordType type, RecordQuery query, Column column) {
        SqlText where = sight.where(actor, type, query, column).text();
        Dictionary dictionary = ((Kind.Code) column.kind()).dictionary();
        String sqlType = shapes.of(type).column(type.id(), column.sql()).type();
        return new Facet(column.id(), column.label(), store.facet(type, where, column, sqlType, dictionary));
    }

    @Override
    public RecordRow one(Actor actor, RecordType type, String id) {
        return shown(type, List.of(stored(actor, type, id)), sight.columns(actor, type))
                .getFirst();
    }

    @Override
    public RecordRow inClear(Actor actor, RecordType type, String id, String purpose) {
        disclosure.demand(actor, type, purpose);
        StoredRow row = stored(actor, type, id);
        List<Column> columns = sight.columns(actor, type);
        disclosure.demandWithin(actor, type, row);
        disclosure.record(actor, type, columns, List.of(row), purpose);
        return shown(type, List.of(row), columns, stored -> true).getFirst();
    }

    /** The row as the table holds it, if it is there and the actor may see it. */
    StoredRow stored(Actor actor, RecordType type, String id) {
        SqlText where = sight.where(actor, type).text();
        Selection selection = new Selection(type, sight.columns(actor, type), type.order());
        String keyType = keyType(type);
        if (!TableShape.fits(keyType, id) || id.indexOf('\0') >= 0) {
            throw new Fault(RecordsError.UNKNOWN_RECORD, type.name());
        }
        return store.one(type, selection, where, keyType, id)
                .orElseThrow(() -> new Fault(RecordsError.UNKNOWN_RECORD, type.name()));
    }

    @Override
    public List<HistoryEntry> history(Actor actor, RecordType type, String id) {
        StoredRow row = stored(actor, type, id);
        List<Column> columns = sight.columns(actor, type);
        return history.of(type, row, columns, new Cells(type, cipher), labels());
    }

    @Override
    public long export(Actor actor, RecordType type, RecordQuery query, ExportOptions options, OutputStream out) {
        return export.write(actor, type, query, options, out);
    }

    @Override
    public RecordRow update(Actor actor, RecordType type, Edit edit) {
        return editing.save(actor, type, edit);
    }

    @Override
    public String sentence(RecordType type, RecordQuery query) {
        ReferenceLabels labels = labels();
        query.conditions().forEach(condition -> {
            if (condition instanceof Condition.OneOf(Column column, List<String> values)
                    && column.kind() instanceof Kind.Reference(String target)) {
                labels.fetch(target, Set.copyOf(values));
            }
        });
        return FilterSentence.of(
                query,
                (columnId, key) -> type.column(columnId)
                        .map(Column::kind)
                        .filter(Kind.Reference.class::isInstance)
                        .map(kind -> labels.label(((Kind.Reference) kind).type(), key))
                        .orElse(key));
    }

    @Override
    public Map<String, SearchDocument> documents(RecordType type, List<String> ids) {
        String keyType = keyType(type);
        List<String> possible =
                ids.stream().filter(id -> TableShape.fits(keyType, id)).toList();
        Map<String, SearchDocument> documents = new LinkedHashMap<>();
        store.some(type, Documents.selection(type), keyType, possible)
                .forEach(row -> documents.put(row.key(), Documents.of(type, row)));
        return Collections.unmodifiableMap(documents);
    }

    @Override
    public void eachDocument(RecordType type, Consumer<SearchDocument> consumer) {
        export.eachRow(type, Documents.selection(type), row -> consumer.accept(Documents.of(type, row)));
    }

    /** Rows as shown masked. */
    List<RecordRow> shown(RecordType type, List<StoredRow> rows, List<Column> columns) {
        return shown(type, rows, columns, row -> false);
    }

    private List<RecordRow> shown(
            RecordType type,
            List<StoredRow> rows,
            List<Column> columns,
            java.util.function.Predicate<StoredRow> clear) {
        ReferenceLabels labels = labels();
        labels.fetch(columns, rows);
        Cells cells = new Cells(type, cipher);
        return rows.stream()
                .map(row -> shown(type, row, columns, clear.test(row), cells, labels))
                .toList();
    }

    private RecordRow shown(
            RecordType type, StoredRow row, List<Column> columns, boolean clear, Cells cells, ReferenceLabels labels) {
        Map<String, Cell> shown = LinkedHashMap.newLinkedHashMap(columns.size());
        columns.forEach(column -> shown.put(column.id(), cells.cell(row, column, clear, labels)));
        String label = cells.cell(row, type.label(), clear, labels).text();
        return new RecordRow(row.key(), label, row.version(), Collections.unmodifiableMap(shown), Links.of(type, row));
    }

    Cells cells(RecordType type) {
        return new Cells(type, cipher);
    }

    ReferenceLabels labels() {
        return new ReferenceLabels(this::labelsOf);
    }

    private Map<String, String> labelsOf(String typeId, Set<String> keys) {
        RecordType type = byId().get(typeId);
        if (type == null) {
            return Map.of();
        }
        String keyType = keyType(type);
        Selection selection = new Selection(type, List.of(), type.order());
        Cells cells = new Cells(type, cipher);
        Map<String, String> labels = new LinkedHashMap<>();
        store.some(
                        type,
                        selection,
                        keyType,
                        keys.stream().filter(k -> TableShape.fits(keyType, k)).toList())
                .forEach(row -> labels.put(
                        row.key(),
                        cells.cell(row, type.label(), false, labels()).text()));
        return labels;
    }

    String keyType(RecordType type) {
        return shapes.of(type).column(type.id(), type.key()).type();
    }
}
