package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.kernel.error.Fault;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/** Puts rows into the table {@code incoming}; a row with a wrong value is refused as a whole. */
final class RowAppender implements AutoCloseable {
    private final Dataset dataset;
    private final DuckDBAppender appender;

    RowAppender(DuckStore engine, Dataset dataset) {
        this.dataset = dataset;
        try {
            this.appender = engine.connection().createAppender("main", "incoming");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void row(@Nullable Object[] values, long number) {
        if (values.length != dataset.columns().size()) {
            throw new Fault(HubError.BAD_COLUMNS, dataset.name());
        }
        @Nullable Object[] fit = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            fit[i] = fit(values[i], dataset.columns().get(i));
        }
        append(fit, number, false);
    }

    void gone(Object[] key, long number) {
        Map<String, Object> known = new HashMap<>();
        for (int i = 0; i < key.length; i++) {
            known.put(dataset.key().get(i), key[i]);
        }
        @Nullable
        Object[] values = dataset.columns().stream()
                .map(column -> fit(known.get(column.name()), column))
                .toArray();
        append(values, number, true);
    }

    private static @Nullable Object fit(@Nullable Object value, DataColumn column) {
        if (value == null) {
            return null;
        }
        Object fit = switch (column.type()) {
            case TEXT -> value instanceof String ? value : null;
            case INTEGER ->
                value instanceof Number number && !(value instanceof BigDecimal) ? (Object) number.longValue() : null;
            case DECIMAL -> decimal(value);
            case DATE -> value instanceof LocalDate ? value : null;
            case MOMENT -> value instanceof LocalDateTime ? value : null;
            case FLAG -> value instanceof Boolean ? value : null;
        };
        if (fit == null) {
            throw new Fault(HubError.BAD_VALUE, column.title(), column.type().label());
        }
        return fit;
    }

    private static @Nullable Object decimal(Object value) {
        BigDecimal number = switch (value) {
            case BigDecimal exact -> exact;
            case Long whole -> BigDecimal.valueOf(whole);
            case Integer whole -> BigDecimal.valueOf(whole);
            default -> null;
        };
        return number == null || number.precision() - number.scale() > 32
                ? null
                : number.setScale(6, RoundingMode.HALF_UP);
    }

    private void append(@Nullable Object[] values, long number, boolean gone) {
        try {
            appender.beginRow();
            for (Object value : values) {
                append(value);
            }
            appender.append(number);
            appender.append(gone);
            appender.endRow();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void append(@Nullable Object value) throws SQLException {
        switch (value) {
            case null -> appender.appendNull();
            case String text -> appender.append(text);
            case Long number -> appender.append(number.longValue());
            case BigDecimal number -> appender.append(number);
            case LocalDate date -> appender.append(date);
            case LocalDateTime moment -> appender.append(moment);
            case Boolean flag -> appender.append(flag.booleanValue());
            default -> throw new IllegalStateException(value.getClass().getName());
        }
    }

    @Override
    public void close() {
        try {
            appender.close();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Fault failed(SQLException e) {
        return Fault.caused(e, HubError.STORAGE, String.valueOf(e.getMessage()));
    }
}
