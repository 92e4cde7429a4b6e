package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.error.Fault;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an order into stretches that an index on (column, key) serves one after the other: the rows with a value, then
 * those without. Rows that come or go elsewhere never shift a page.
 */
final class Keyset {
    private final String column;
    private final String columnType;
    private final String key;
    private final String keyType;
    private final boolean required;
    private final boolean descending;

    Keyset(RecordType type, TableShape shape, Order order) {
        Column ordering = type.column(order.column()).orElseThrow();
        TableShape.SqlColumn real = shape.column(type.id(), ordering.sql());
        column = SqlText.quoted(ordering.sql());
        columnType = real.type();
        required = real.required();
        key = SqlText.quoted(type.key());
        keyType = shape.column(type.id(), type.key()).type();
        descending = order.descending();
    }

    /** The stretches from a place onward, or backward; all of them without a place. */
    List<Stretch> stretches(@Nullable Cursor cursor, boolean backward, String parameter) {
        if (cursor != null && !fits(cursor)) {
            throw Fault.at("/" + parameter, RecordsError.CURSOR);
        }
        boolean down = descending != backward;
        List<Stretch> stretches = new ArrayList<>();
        if (cursor == null || cursor.value() != null || backward) {
            boolean placed = cursor != null && cursor.value() != null;
            stretches.add(withValue(placed ? cursor : null, down));
        }
        if (!required && (cursor == null || cursor.value() == null || !backward)) {
            boolean placed = cursor != null && cursor.value() == null;
            Stretch without = withoutValue(placed ? cursor : null, down);
            stretches.add(backward ? 0 : stretches.size(), without);
        }
        return stretches;
    }

    private Stretch withValue(@Nullable Cursor cursor, boolean down) {
        SqlText condition = new SqlText().add(required ? "" : " AND " + column + " IS NOT NULL");
        String value = cursor == null ? null : cursor.value();
        if (cursor != null && value != null) {
            condition.add(
                    " AND (" + column + ", " + key + ") " + (down ? "<" : ">") + " (cast(? AS " + columnType
                            + "), cast(? AS " + keyType + "))",
                    value,
                    cursor.key());
        }
        String direction = down ? " DESC" : " ASC";
        return new Stretch(condition, " ORDER BY " + column + direction + ", " + key + direction);
    }

    private Stretch withoutValue(@Nullable Cursor cursor, boolean down) {
        SqlText condition = new SqlText().add(" AND " + column + " IS NULL");
        if (cursor != null) {
            condition.add(" AND " + key + (down ? " < " : " > ") + "cast(? AS " + keyType + ")", cursor.key());
        }
        return new Stretch(condition, " ORDER BY " + key + (down ? " DESC" : " ASC"));
    }

    private boolean fits(Cursor cursor) {
        return TableShape.fits(keyType, cursor.key())
                && (cursor.value() == null || TableShape.fits(columnType, cursor.value()));
    }

    /** @param condition begins with AND where it is not empty */
    record Stretch(SqlText condition, String order) {}
}
