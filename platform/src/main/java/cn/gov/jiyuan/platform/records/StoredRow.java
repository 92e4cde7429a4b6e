package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.platform.access.RowScope;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row as the table holds it, before masks and labels; personal values still sealed. */
record StoredRow(
        String key,
        long version,
        @Nullable UUID unit,
        @Nullable UUID owner,
        @Nullable String area,
        Map<String, @Nullable Object> values) {

    boolean within(RowScope scope) {
        return scope.covers(unit, owner, area);
    }

    @Nullable
    Object value(Column column) {
        return values.get(column.id());
    }
}
