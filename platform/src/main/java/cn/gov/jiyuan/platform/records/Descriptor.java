package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Access;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A record type as the workbench needs it to draw list, filters and form for one actor.
 *
 * @param mayExport whether the actor may take rows away
 * @param mayUnmask whether he may see personal data in clear, for a purpose
 * @param mayWrite whether he may edit rows here
 */
record Descriptor(
        String id,
        String name,
        String label,
        String sort,
        List<ColumnView> columns,
        List<DrillLink> links,
        boolean searchable,
        boolean history,
        boolean mayExport,
        boolean mayUnmask,
        boolean mayWrite) {

    record ColumnView(
            String id,
            String label,
            String kind,
            Map<String, String> codes,
            String reference,
            String element,
            String classification,
            boolean masked,
            boolean listed,
            Set<Filter> filters,
            boolean sortable,
            boolean editable) {}

    static Descriptor of(Actor actor, RecordType type, List<Column> columns, Access access) {
        return new Descriptor(
                type.id(),
                type.name(),
                type.label().id(),
                type.order().toString(),
                columns.stream().map(column -> view(type, column)).toList(),
                type.links(),
                columns.stream().anyMatch(c -> c.is(Column.Use.FOUND)),
                type.versions().isPresent(),
                access.may(actor, type.permissions().export()),
                access.may(actor, type.permissions().unmask()),
                type.writing().isPresent()
                        && access.may(actor, type.permissions().write()));
    }

    private static ColumnView view(RecordType type, Column column) {
        return new ColumnView(
                column.id(),
                column.label(),
                kind(column.kind()),
                column.kind() instanceof Kind.Code(Dictionary dictionary) ? dictionary.labels() : Map.of(),
                column.kind() instanceof Kind.Reference(String target) ? target : "",
                column.element(),
                column.protection().level().label(),
                column.isMasked(),
                column.is(Column.Use.LISTED),
                column.filters(),
                column.is(Column.Use.SORTED),
                type.writing()
                        .map(part -> part.editable().contains(column.id()))
                        .orElse(false));
    }

    static String kind(Kind kind) {
        return switch (kind) {
            case Kind.Text text -> "text";
            case Kind.Code code -> "code";
            case Kind.Number number -> "number";
            case Kind.Money money -> "money";
            case Kind.Date date -> "date";
            case Kind.Moment moment -> "moment";
            case Kind.Flag flag -> "flag";
            case Kind.Personal personal -> "text";
            case Kind.Reference reference -> "reference";
            case Kind.JsonPath path -> "text";
        };
    }
}
