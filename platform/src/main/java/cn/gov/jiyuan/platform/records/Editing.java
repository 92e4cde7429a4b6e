package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/** Saves edits (编辑): only what changed, only if nobody was faster; what moved meanwhile is laid before the editor. */
final class Editing {
    private final RecordDesk desk;
    private final RecordStore store;
    private final TableShapes shapes;
    private final Access access;
    private final PersonalCipher cipher;
    private final Audit audit;
    private final Feed feed;
    private final TransactionTemplate transactions;

    Editing(
            RecordDesk desk,
            RecordStore store,
            TableShapes shapes,
            Access access,
            PersonalCipher cipher,
            Audit audit,
            Feed feed,
            TransactionTemplate transactions) {
        this.desk = desk;
        this.store = store;
        this.shapes = shapes;
        this.access = access;
        this.cipher = cipher;
        this.audit = audit;
        this.feed = feed;
        this.transactions = transactions;
    }

    /** What the feed tells of an edit: which columns, never their values. */
    record Changed(List<String> columns) {}

    RecordRow save(Actor actor, RecordType type, Edit edit) {
        WritePart part = type.writing().orElseThrow(() -> new Fault(RecordsError.NOT_EDITABLE, type.name()));
        access.require(actor, type.permissions().write());
        return java.util.Objects.requireNonNull(transactions.execute(status -> {
            StoredRow before = desk.stored(actor, type, edit.id());
            Map<Column, String> changes = changes(type, part, before, edit);
            if (before.version() != edit.version()) {
                throw conflict(type, before, edit);
            }
            SqlText where = new Where(type, shapes.of(type), cipher)
                    .scope(access.rows(actor, type.permissions().write()))
                    .text();
            if (!changes.isEmpty()
                    && !store.update(type, desk.keyType(type), part, edit, assigned(type, edit, changes), where)) {
                throw lost(actor, type, edit);
            }
            note(actor, type, before, changes);
            return desk.one(actor, type, edit.id());
        }));
    }

    /** Either somebody saved between our reading and writing, or the row is out of the editor's reach. */
    private Fault lost(Actor actor, RecordType type, Edit edit) {
        StoredRow now = desk.stored(actor, type, edit.id());
        return now.version() == edit.version()
                ? new Fault(RecordsError.UNKNOWN_RECORD, type.name())
                : conflict(type, now, edit);
    }

    /** The columns whose value really changes; a mask sent back unchanged is no change. */
    private Map<Column, String> changes(RecordType type, WritePart part, StoredRow before, Edit edit) {
        Map<Column, String> changes = new LinkedHashMap<>();
        edit.values().forEach((id, value) -> {
            Column column = type.column(id)
                    .filter(c -> part.editable().contains(id))
                    .orElseThrow(() -> Fault.at("/values/" + id, RecordsError.NOT_EDITABLE, id));
            String entered = value.strip();
            if (!entered.equals(written(type, before, column)) && !entered.equals(shown(type, before, column))) {
                changes.put(column, checked(part, column, entered));
            }
        });
        return changes;
    }

    private String checked(WritePart part, Column column, String entered) {
        String value = entered;
        if (!entered.isEmpty() && column.kind() instanceof Kind.Moment) {
            if (!TableShape.fits("timestamp with time zone", entered)) {
                throw Fault.at("/values/" + column.id(), RecordsError.VALUE, column.label(), entered, "须为带时区的时间");
            }
        } else if (!entered.isEmpty()) {
            value = Values.canonical(column, entered);
        }
        WritePart.Check check = part.checks().get(column.id());
        if (check != null) {
            check.problem(value).ifPresent(problem -> {
                throw Fault.at("/values/" + column.id(), RecordsError.REFUSED, column.label(), problem);
            });
        }
        return value;
    }

    private Map<String, SqlText> assigned(RecordType type, Edit edit, Map<Column, String> changes) {
        Map<String, SqlText> assigned = new LinkedHashMap<>();
        changes.forEach((column, value) -> {
            if (column.kind() instanceof Kind.Personal personal) {
                seal(type, edit, column, personal, value, assigned);
            } else {
                assigned.put(column.sql(), value(type, column, value));
            }
        });
        return assigned;
    }

    private void seal(
            RecordType type,
            Edit edit,
            Column column,
            Kind.Personal personal,
            String value,
            Map<String, SqlText> into) {
        boolean empty = value.isEmpty();
        into.put(
                column.sql(),
                empty
                        ? new SqlText().add("NULL")
                        : new SqlText().add("?", (Object)
                                cipher.seal(desk.cells(type).sealedAs(column), UUID.fromString(edit.id()), value)));
        if (!personal.blindColumn().isEmpty()) {
            into.put(
                    personal.blindColumn(),
                    empty
                            ? new SqlText().add("NULL")
                            : new SqlText().add("?", (Object)
                                    cipher.blind(personal.blindDomain(), value.toUpperCase(Locale.ROOT))));
        }
    }

    private SqlText value(RecordType type, Column column, String value) {
        TableShape.SqlColumn real = shapes.of(type).column(type.id(), column.sql());
        if (value.isEmpty()) {
            if (real.required()) {
                throw Fault.at("/values/" + column.id(), RecordsError.REFUSED, column.label(), "不能为空");
            }
            return new SqlText().add("NULL");
        }
        if (!TableShape.fits(real.type(), value)) {
            throw Fault.at("/values/" + column.id(), RecordsError.VALUE, column.label(), value, "不是有效的值");
        }
        return new SqlText().add("cast(? AS " + real.type() + ")", value);
    }

    private EditConflict conflict(RecordType type, StoredRow now, Edit edit) {
        List<Difference> differences = new ArrayList<>();
        java.util.Set<String> touched =
                new java.util.LinkedHashSet<>(edit.seen().keySet());
        touched.addAll(edit.values().keySet());
        for (Column column : type.columns()) {
            if (touched.contains(column.id())) {
                String stored = shown(type, now, column);
                String seen = edit.seen().getOrDefault(column.id(), "");
                String yours = edit.values().getOrDefault(column.id(), seen);
                if (!yours.equals(stored) || !seen.equals(stored)) {
                    differences.add(new Difference(
                            column.id(),
                            column.label(),
                            label(column, seen),
                            label(column, yours),
                            label(column, stored)));
                }
            }
        }
        return new EditConflict(type, now.version(), differences);
    }

    private static String label(Column column, String value) {
        return column.kind() instanceof Kind.Code(Dictionary dictionary) && !value.isEmpty()
                ? dictionary.label(value)
                : value;
    }

    private String written(RecordType type, StoredRow row, Column column) {
        Object value = row.value(column);
        return value == null ? "" : desk.cells(type).clear(row, column, value);
    }

    /** As the editor was shown it: masked where the column is. */
    private String shown(RecordType type, StoredRow row, Column column) {
        String value = written(type, row, column);
        return column.isMasked() ? column.protection().mask().of(value) : value;
    }

    private void note(Actor actor, RecordType type, StoredRow before, Map<Column, String> changes) {
        if (changes.isEmpty()) {
            return;
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        changes.forEach((column, value) -> detail.put(
                column.id(),
                Map.of(
                        "before",
                        shown(type, before, column),
                        "after",
                        column.isMasked() ? column.protection().mask().of(value) : value)));
        String labels = changes.keySet().stream().map(Column::label).collect(Collectors.joining("、"));
        audit.record(
                actor,
                new AuditEvent("records.update", type.id(), before.key(), "修改了" + type.name() + "的" + labels, detail));
        List<String> columns = changes.keySet().stream().map(Column::id).toList();
        feed.append(new Feed.Change(type.id() + ".changed", before.key(), 1, new Changed(columns)));
    }
}
