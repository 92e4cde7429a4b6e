package cn.gov.jiyuan.data.registers;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How well records were put together (归并质量), counted in pairs of records: of the pairs put together how many belong
 * together, and of those that belong how many were.
 *
 * @param together pairs put together that belong together
 * @param claimed pairs put together
 * @param belonging pairs that belong together
 */
record Resolution(long together, long claimed, long belonging) {
    /** Columns of the query. */
    static final List<String> COLUMNS = List.of("hit", "claimed", "belonging");

    /**
     * The query that counts.
     *
     * @param rows a relation of the records @param key what each was put under @param truth expression for the thing meant
     */
    static String sql(String rows, String key, String truth) {
        return """
                with t as (select %s as claim, %s as truth from %s),
                     claimed as (select count(*) as n from t group by claim),
                     belonging as (select count(*) as n from t group by truth),
                     hits as (select count(*) as n from t group by claim, truth)
                select (select cast(sum(n * (n - 1) // 2) as bigint) from hits) as hit,
                       (select cast(sum(n * (n - 1) // 2) as bigint) from claimed) as claimed,
                       (select cast(sum(n * (n - 1) // 2) as bigint) from belonging) as belonging
                """.formatted(key, truth, rows);
    }

    static Resolution of(Map<String, @Nullable Object> row) {
        return new Resolution(number(row.get("hit")), number(row.get("claimed")), number(row.get("belonging")));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    /** 查准率; 1 where nothing was put together. */
    double precision() {
        return claimed == 0 ? 1 : (double) together / claimed;
    }

    /** 查全率; 1 where nothing belongs together. */
    double recall() {
        return belonging == 0 ? 1 : (double) together / belonging;
    }

    String told() {
        return String.format(
                Locale.ROOT,
                "查准率 %.4f（%d/%d 对），查全率 %.4f（%d/%d 对）",
                precision(),
                together,
                claimed,
                recall(),
                together,
                belonging);
    }
}
