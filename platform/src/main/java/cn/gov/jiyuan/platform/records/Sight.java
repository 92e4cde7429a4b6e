package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.util.List;

/**
 * What an actor may see of a record type: which rows, which columns, and by which filters. A filter must not reveal what
 * the mask hides: without the permission to unmask, masked columns are only found by their whole value.
 */
final class Sight {
    private final Access access;
    private final TableShapes shapes;
    private final PersonalCipher cipher;

    Sight(Access access, TableShapes shapes, PersonalCipher cipher) {
        this.access = access;
        this.shapes = shapes;
        this.cipher = cipher;
    }

    boolean mayRead(Actor actor, RecordType type) {
        return access.may(actor, type.permissions().read());
    }

    List<Column> columns(Actor actor, RecordType type) {
        return type.columns().stream().filter(c -> mayKnow(actor, c)).toList();
    }

    private boolean mayKnow(Actor actor, Column column) {
        String needed = column.protection().permission();
        return needed.isEmpty() || access.may(actor, needed);
    }

    /** The query without columns that the actor may not know; refuses filters that would reveal them. */
    RecordQuery allowed(Actor actor, RecordType type, RecordQuery query) {
        access.require(actor, type.permissions().read());
        query.conditions().forEach(condition -> demand(actor, type, condition));
        Column ordering = type.column(query.order().column()).orElseThrow();
        demandKnown(actor, type, ordering, "sort");
        if (ordering.isMasked() && !mayUnmask(actor, type)) {
            throw Fault.at("/sort", RecordsError.MASKED, ordering.label());
        }
        return new RecordQuery(
                query.conditions(),
                query.text(),
                query.order(),
                query.columns().stream().filter(c -> mayKnow(actor, c)).toList(),
                query.limit(),
                query.after(),
                query.before(),
                query.totals());
    }

    private void demand(Actor actor, RecordType type, Condition condition) {
        Column column = condition.column();
        demandKnown(actor, type, column, column.id());
        boolean harmless = condition instanceof Condition.OneOf || condition instanceof Condition.Empty;
        if (column.isMasked() && !harmless && !mayUnmask(actor, type)) {
            throw Fault.at("/" + column.id(), RecordsError.MASKED, column.label());
        }
    }

    private void demandKnown(Actor actor, RecordType type, Column column, String pointer) {
        if (!mayKnow(actor, column)) {
            throw Fault.at("/" + pointer, RecordsError.UNKNOWN_COLUMN, type.name(), column.id());
        }
    }

    private boolean mayUnmask(Actor actor, RecordType type) {
        return access.may(actor, type.permissions().unmask());
    }

    /** Rows that the actor may read. */
    Where where(Actor actor, RecordType type) {
        access.require(actor, type.permissions().read());
        return new Where(type, shapes.of(type), cipher)
                .scope(access.rows(actor, type.permissions().read()));
    }

    /** Rows that the actor may read and the query asks for. */
    Where where(Actor actor, RecordType type, RecordQuery query) {
        return words(actor, type, query, where(actor, type).conditions(query.conditions()));
    }

    /** The same without the filter on one column. */
    Where where(Actor actor, RecordType type, RecordQuery query, Column leftAside) {
        List<Condition> others = query.conditions().stream()
                .filter(c -> !c.column().equals(leftAside))
                .toList();
        return words(actor, type, query, where(actor, type).conditions(others));
    }

    /** Rows that the actor may also take away. */
    Where exportable(Actor actor, RecordType type, RecordQuery query) {
        access.require(actor, type.permissions().export());
        return where(actor, type, query)
                .scope(access.rows(actor, type.permissions().export()));
    }

    private Where words(Actor actor, RecordType type, RecordQuery query, Where where) {
        boolean reveals = mayUnmask(actor, type);
        List<Column> found = columns(actor, type).stream()
                .filter(c -> c.is(Column.Use.FOUND))
                .toList();
        return where.words(
                query.text(),
                found.stream().filter(c -> reveals || !c.isMasked()).toList(),
                found.stream().filter(c -> !reveals && c.isMasked()).toList());
    }
}
