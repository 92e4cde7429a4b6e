package cn.gov.jiyuan.platform.indicators;

import cn.gov.jiyuan.kernel.quantity.Rate;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** One value per indicator and day; the last one of a day stays. */
final class HistoryStore {
    private static final String WHOLE = "*";
    private final JdbcTemplate jdbc;

    HistoryStore(DataSource dataSource) {
        jdbc = new JdbcTemplate(dataSource);
    }

    void keep(String indicator, LocalDate day, Rate rate) {
        jdbc.update(
                """
                insert into indicators.history (indicator, scope, day, numerator, denominator, excluded, as_of)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (indicator, scope, day) do update set numerator = excluded.numerator,
                       denominator = excluded.denominator, excluded = excluded.excluded, as_of = excluded.as_of
                """,
                indicator,
                WHOLE,
                day,
                rate.numerator(),
                rate.denominator(),
                rate.excluded(),
                rate.asOf().atOffset(ZoneOffset.UTC));
    }

    List<Indicators.Day> between(String indicator, LocalDate from, LocalDate to) {
        return jdbc.query(
                "select day, numerator, denominator, excluded, as_of from indicators.history"
                        + " where indicator = ? and scope = ? and day between ? and ? order by day",
                (row, n) -> new Indicators.Day(
                        row.getObject("day", LocalDate.class),
                        new Rate(
                                row.getLong("numerator"),
                                row.getLong("denominator"),
                                row.getLong("excluded"),
                                Objects.requireNonNull(row.getObject("as_of", OffsetDateTime.class))
                                        .toInstant())),
                indicator,
                WHOLE,
                from,
                to);
    }
}
