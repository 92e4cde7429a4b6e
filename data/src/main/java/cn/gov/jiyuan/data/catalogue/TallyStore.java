package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.access.ScopeColumns;
import cn.gov.jiyuan.platform.indicators.Indicator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts entries and returns within a scope. */
@Component
final class TallyStore {
    private final JdbcClient jdbc;

    TallyStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    Indicator.Counts complete(RowScope scope) {
        return counts("living and complete", "living", "not living", scope);
    }

    Indicator.Counts mounted(RowScope scope) {
        return counts("due_mounting and dataset is not null", "due_mounting", "living and not due_mounting", scope);
    }

    Indicator.Counts timely(RowScope scope) {
        return counts("living and light = 'GREEN'", "living and light <> 'NONE'", "living and light = 'NONE'", scope);
    }

    private Indicator.Counts counts(String above, String below, String excluded, RowScope scope) {
        List<Object> arguments = new ArrayList<>();
        String within = ScopeColumns.UNIT.and(scope, arguments);
        return jdbc.sql("select count(*) filter (where " + above + "), count(*) filter (where " + below
                        + "), count(*) filter (where " + excluded + ") from catalogue.resource where true" + within)
                .params(arguments)
                .query((row, n) -> new Indicator.Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }

    /** Returns that were due, or came, and those that came in time. */
    Indicator.Counts returnedInTime(RowScope scope, LocalDate today) {
        List<Object> arguments = new ArrayList<>(List.of(today, today));
        String within = ScopeColumns.UNIT.and(scope, arguments);
        return jdbc.sql("select count(*) filter (where submitted_at is not null and not overdue),"
                        + " count(*) filter (where submitted_at is not null or due_on < ?),"
                        + " count(*) filter (where submitted_at is null and due_on >= ?)"
                        + " from catalogue.census_return where true" + within)
                .params(arguments)
                .query((row, n) -> new Indicator.Counts(row.getLong(1), row.getLong(2), row.getLong(3)))
                .single();
    }
}
