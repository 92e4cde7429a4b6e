package cn.gov.jiyuan.platform.records;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which columns a statement reads, and how a row of its result becomes a {@link StoredRow}. */
final class Selection {
    private final List<Column> columns;
    private final String text;
    private final boolean unit;
    private final boolean owner;
    private final boolean area;
    private final boolean version;

    /** The given columns and those that key, label, links and order need besides. */
    Selection(RecordType type, List<Column> wanted, Order order) {
        Set<Column> all = new LinkedHashSet<>(wanted);
        all.add(type.label());
        type.column(order.column()).ifPresent(all::add);
        type.columns().stream()
                .filter(c -> type.links().stream().anyMatch(link -> link.path().contains("{" + c.id() + "}")))
                .forEach(all::add);
        columns = List.copyOf(all);
        ScopeColumns scope = type.scope();
        unit = !scope.unit().isEmpty();
        owner = !scope.owner().isEmpty();
        area = !scope.area().isEmpty();
        version = type.writing().isPresent();
        StringBuilder select = new StringBuilder(SqlText.quoted(type.key()));
        type.writing().ifPresent(part -> select.append(", ").append(SqlText.quoted(part.version())));
        for (String column : List.of(scope.unit(), scope.owner(), scope.area())) {
            select.append(column.isEmpty() ? "" : ", " + SqlText.quoted(column));
        }
        columns.forEach(column -> select.append(", ").append(expression(column)));
        text = select.toString();
    }

    private static String expression(Column column) {
        return column.kind() instanceof Kind.JsonPath(List<String> path)
                ? SqlText.quoted(column.sql()) + " #>> '" + SqlText.array(path) + "'"
                : SqlText.quoted(column.sql());
    }

    String text() {
        return text;
    }

    StoredRow read(ResultSet row) throws SQLException {
        int place = 1;
        String key = row.getString(place++);
        long versionNumber = version ? row.getLong(place++) : 0;
        UUID unitId = unit ? row.getObject(place++, UUID.class) : null;
        UUID ownerId = owner ? row.getObject(place++, UUID.class) : null;
        String areaCode = area ? row.getString(place++) : null;
        Map<String, @Nullable Object> values = HashMap.newHashMap(columns.size());
        for (Column column : columns) {
            values.put(column.id(), value(row, place++, column.kind()));
        }
        return new StoredRow(key, versionNumber, unitId, ownerId, areaCode, values);
    }

    static @Nullable Object value(ResultSet row, int place, Kind kind) throws SQLException {
        return switch (kind) {
            case Kind.Text text -> row.getString(place);
            case Kind.Code code -> row.getString(place);
            case Kind.Reference reference -> row.getString(place);
            case Kind.JsonPath path -> row.getString(place);
            case Kind.Number number -> number(row, place);
            case Kind.Money money -> number(row, place);
            case Kind.Date date -> row.getObject(place, LocalDate.class);
            case Kind.Moment moment -> row.getObject(place, OffsetDateTime.class);
            case Kind.Flag flag -> row.getObject(place, Boolean.class);
            case Kind.Personal personal -> row.getBytes(place);
        };
    }

    private static @Nullable BigDecimal number(ResultSet row, int place) throws SQLException {
        return row.getBigDecimal(place);
    }
}
