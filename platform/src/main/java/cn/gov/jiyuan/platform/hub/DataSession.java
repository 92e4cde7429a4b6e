package cn.gov.jiyuan.platform.hub;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A place to read snapshots by SQL (DuckDB's dialect): it sees the snapshots it was opened with and nothing else, neither
 * files nor network, and cannot write. Memory and time are bounded. For one thread.
 */
public interface DataSession extends AutoCloseable {
    /**
     * Reads the rows of a query one by one.
     *
     * @param sql one SELECT; {@code ?} takes the parameters
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code hub.not-a-query} for anything but one SELECT, {@code hub.query-failed}
     *     with the engine's words and place, {@code hub.query-too-long} past the time allowed
     */
    void each(String sql, List<?> parameters, Consumer<Row> reader);

    /** All rows; for results that are known to be small. */
    List<Row> all(String sql, @Nullable Object... parameters);

    /** The one row of a query. */
    Row one(String sql, @Nullable Object... parameters);

    /** Names and types of the columns of a query, without running it. */
    List<ResultColumn> columns(String sql);

    @Override
    void close();

    /** A column of a result, named as the query names it. */
    record ResultColumn(String name, DataType type) {}

    /** A row of a result. */
    interface Row {
        /** Value as of {@link DataType}. */
        @Nullable
        Object get(String column);

        default @Nullable String text(String column) {
            Object value = get(column);
            return value == null ? null : value.toString();
        }

        /** @return 0 for an empty value */
        default long number(String column) {
            Object value = get(column);
            return value instanceof Number number ? number.longValue() : 0;
        }

        /** All values, in the order of the query. */
        List<@Nullable Object> values();
    }
}
