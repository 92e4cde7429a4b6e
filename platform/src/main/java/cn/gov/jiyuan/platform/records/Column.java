package cn.gov.jiyuan.platform.records;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One column of a record type (列). Made by a factory for its kind, then refined; each method returns a new column.
 *
 * @param id its name in URL and JSON
 * @param label its Chinese name
 * @param sql the column of the table or view
 * @param kind what it holds
 * @param element code of the standard data element (数据元), empty if there is none
 * @param protection who may know it
 * @param filters how it may be filtered
 * @param uses what else it serves for
 */
public record Column(
        String id,
        String label,
        String sql,
        Kind kind,
        String element,
        Protection protection,
        Set<Filter> filters,
        Set<Use> uses) {

    /** What a column serves for beyond being shown. */
    public enum Use {
        /** A list shows it unless asked otherwise. */
        LISTED,
        /** A list may be ordered by it. */
        SORTED,
        /** {@code q=} and full text search look into it. */
        FOUND,
        /** A list shows its sum. */
        TOTALLED
    }

    public Column {
        filters = Set.copyOf(filters);
        uses = Set.copyOf(uses);
    }

    public static Column text(String id, String label) {
        return of(id, label, new Kind.Text());
    }

    public static Column code(String id, String label, Dictionary dictionary) {
        return of(id, label, new Kind.Code(dictionary));
    }

    public static Column number(String id, String label) {
        return of(id, label, new Kind.Number());
    }

    public static Column money(String id, String label) {
        return of(id, label, new Kind.Money());
    }

    public static Column date(String id, String label) {
        return of(id, label, new Kind.Date());
    }

    public static Column moment(String id, String label) {
        return of(id, label, new Kind.Moment());
    }

    public static Column flag(String id, String label) {
        return of(id, label, new Kind.Flag());
    }

    /** The key of a record of another type, shown by that record's label. */
    public static Column reference(String id, String label, String type) {
        return of(id, label, new Kind.Reference(type));
    }

    /** A text at a path inside the {@code jsonb} column that {@link #from} names. */
    public static Column json(String id, String label, String... path) {
        return of(id, label, new Kind.JsonPath(List.of(path)));
    }

    /** An encrypted column; masked as given until unmasked. */
    public static Column personal(String id, String label, Mask mask) {
        return of(id, label, new Kind.Personal("", "", "")).classified(Classification.PERSONAL, mask);
    }

    private static Column of(String id, String label, Kind kind) {
        Protection internal = new Protection(Classification.INTERNAL, Mask.ALL, "");
        return new Column(id, label, snake(id), kind, "", internal, Set.of(), Set.of(Use.LISTED));
    }

    /** The SQL column, where it is not the id in snake case. */
    public Column from(String sqlColumn) {
        return new Column(id, label, sqlColumn, kind, element, protection, filters, uses);
    }

    /** For a personal column: where its blind index is, so that it can be looked for by its whole value. */
    public Column blind(String blindColumn, String domain) {
        return with(new Kind.Personal(personal().sealedAs(), blindColumn, domain))
                .filtered(Filter.EQUALS);
    }

    /** For a personal column read through a view: {@code schema.table.column} under which it was sealed. */
    public Column sealedAs(String column) {
        return with(
                new Kind.Personal(column, personal().blindColumn(), personal().blindDomain()));
    }

    /** The code of the standard data element. */
    public Column element(String code) {
        return new Column(id, label, sql, kind, code, protection, filters, uses);
    }

    public Column classified(Classification level, Mask mask) {
        return with(new Protection(level, mask, protection.permission()));
    }

    /** Anyone may know it. */
    public Column open() {
        return classified(Classification.PUBLIC, protection.mask());
    }

    /** Seen only by holders of a permission beyond that of the record. */
    public Column onlyFor(String permission) {
        return with(new Protection(protection.level(), protection.mask(), permission));
    }

    public Column filtered(Filter... how) {
        Set<Filter> all = EnumSet.noneOf(Filter.class);
        all.addAll(filters);
        all.addAll(List.of(how));
        return new Column(id, label, sql, kind, element, protection, all, uses);
    }

    public Column sorted() {
        return used(Use.SORTED, true);
    }

    /** Found by {@code q=} and by full text search. */
    public Column findable() {
        return used(Use.FOUND, true);
    }

    public Column totalled() {
        return used(Use.TOTALLED, true);
    }

    /** Shown only where asked for and on the record's own page. */
    public Column unlisted() {
        return used(Use.LISTED, false);
    }

    boolean is(Use use) {
        return uses.contains(use);
    }

    boolean isMasked() {
        return protection.level().masked();
    }

    private Column used(Use use, boolean yes) {
        Set<Use> all = EnumSet.noneOf(Use.class);
        all.addAll(uses);
        if (yes) {
            all.add(use);
        } else {
            all.remove(use);
        }
        return new Column(id, label, sql, kind, element, protection, filters, all);
    }

    private Column with(Kind other) {
        return new Column(id, label, sql, other, element, protection, filters, uses);
    }

    private Column with(Protection other) {
        return new Column(id, label, sql, kind, element, other, filters, uses);
    }

    private Kind.Personal personal() {
        if (kind instanceof Kind.Personal personal) {
            return personal;
        }
        throw new IllegalArgumentException("Column " + id + " is not a personal column");
    }

    private static String snake(String id) {
        return id.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
