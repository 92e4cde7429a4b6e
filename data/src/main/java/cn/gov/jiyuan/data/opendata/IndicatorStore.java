package cn.gov.jiyuan.data.opendata;

import cn.gov.jiyuan.platform.access.RowScope;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts for the indicators: above the line, below it, left out. */
@Component("opendata.IndicatorStore")
final class IndicatorStore {
    private static final String OFFERED = "version_number > 0 and stopped_at is null"
            + " and state in ('published', 'expired', 'releasing')"
            + " and (cast(:units as uuid[]) is null or unit_id = any (:units))";

    private final JdbcClient jdbc;

    IndicatorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static UUID @Nullable [] units(RowScope scope) {
        List<UUID> units = OpendataConfiguration.units(scope);
        return units == null ? null : units.toArray(UUID[]::new);
    }

    /** Codes of resources that are open. */
    List<String> opened(RowScope scope) {
        return jdbc.sql("select distinct resource_code from opendata.dataset where " + OFFERED)
                .param("units", units(scope))
                .query(String.class)
                .list();
    }

    long[] machineReadable(RowScope scope) {
        return counts(
                "select count(*) filter (where exists (select 1 from opendata.version v join opendata.distribution f"
                        + " on f.version_id = v.id where v.dataset_id = d.id and v.number = d.version_number"
                        + " and f.format in ('CSV', 'JSON'))), count(*), 0 from opendata.dataset d where " + OFFERED,
                scope,
                null,
                null,
                null);
    }

    long[] timely(RowScope scope, LocalDate today) {
        return counts(
                "select count(*) filter (where next_due >= :day), count(next_due), count(*) - count(next_due)"
                        + " from opendata.dataset where " + OFFERED,
                scope,
                today,
                null,
                null);
    }

    long[] corrected(RowScope scope, OffsetDateTime from, OffsetDateTime now) {
        return counts(
                "select count(*) filter (where answered_at < due_at), count(*) filter (where answered_at is not null"
                        + " or due_at <= :now), count(*) filter (where answered_at is null and due_at > :now)"
                        + " from opendata.correction where sent_at >= :from"
                        + " and (cast(:units as uuid[]) is null or unit_id = any (:units))",
                scope,
                null,
                from,
                now);
    }

    long[] apiShare(RowScope scope, LocalDate from) {
        return counts(
                "select coalesce(sum(u.calls), 0), coalesce(sum(u.calls + u.downloads), 0), 0"
                        + " from opendata.usage_day u join opendata.dataset d on d.id = u.dataset_id"
                        + " where u.day >= :day and (cast(:units as uuid[]) is null or d.unit_id = any (:units))",
                scope,
                from,
                null,
                null);
    }

    private long[] counts(
            String sql,
            RowScope scope,
            @Nullable LocalDate day,
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime now) {
        return jdbc.sql(sql)
                .param("units", units(scope))
                .param("day", day)
                .param("from", from)
                .param("now", now)
                .query((row, n) -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)})
                .single();
    }
}
