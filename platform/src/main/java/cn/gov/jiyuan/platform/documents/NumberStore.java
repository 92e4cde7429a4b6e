package cn.gov.jiyuan.platform.documents;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code documents.number_series} and {@code documents.number_counter}. */
final class NumberStore {
    private final JdbcClient jdbc;

    NumberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void register(String unit, String series, String pattern) {
        jdbc.sql("""
                        INSERT INTO documents.number_series (unit, series, pattern) VALUES (?, ?, ?)
                        ON CONFLICT (unit, series) DO UPDATE SET pattern = excluded.pattern""").params(unit, series, pattern).update();
    }

    Optional<String> pattern(String unit, String series) {
        return jdbc.sql("SELECT pattern FROM documents.number_series WHERE unit = ? AND series = ?")
                .params(unit, series)
                .query(String.class)
                .optional();
    }

    /** Holds the row until the transaction ends, so that a rollback gives the number back. */
    long next(String unit, String series, int year) {
        return jdbc.sql("""
                        INSERT INTO documents.number_counter (unit, series, year, last) VALUES (?, ?, ?, 1)
                        ON CONFLICT (unit, series, year) DO UPDATE SET last = number_counter.last + 1
                        RETURNING last""").params(unit, series, year).query(Long.class).single();
    }
}
