package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.kernel.error.Fault;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a result, taken out of the engine. */
record ResultRow(Map<String, Integer> places, List<@Nullable Object> values) implements DataSession.Row {
    static Map<String, Integer> places(ResultSet rows) throws SQLException {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            places.putIfAbsent(rows.getMetaData().getColumnLabel(i), i - 1);
        }
        return places;
    }

    static ResultRow of(ResultSet rows, Map<String, Integer> places, int width) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(width);
        for (int i = 1; i <= width; i++) {
            values.add(plain(rows.getObject(i)));
        }
        return new ResultRow(places, Collections.unmodifiableList(values));
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Timestamp moment -> moment.toLocalDateTime();
            case BigInteger number -> number.bitLength() < 64 ? (Object) number.longValue() : new BigDecimal(number);
            case Integer number -> number.longValue();
            case Short number -> number.longValue();
            case Byte number -> number.longValue();
            case Double number -> BigDecimal.valueOf(number);
            case Float number -> new BigDecimal(number.toString());
            case null, default -> value;
        };
    }

    @Override
    public @Nullable Object get(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new Fault(HubError.UNKNOWN_COLUMN, column, "查询结果");
        }
        return values.get(place);
    }
}
