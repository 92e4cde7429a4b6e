package cn.gov.jiyuan.data.stewardship.quality;

import cn.gov.jiyuan.platform.access.RowScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Quality orders beside their cases. */
@Component
final class QualityOrderStore {
    private final JdbcClient jdbc;

    QualityOrderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An order. */
    record Order(
            UUID id,
            String number,
            String dataset,
            String ruleCode,
            String title,
            UUID unitId,
            String state,
            long failed,
            long total,
            long snapshot,
            boolean recurrent) {}

    Optional<Order> open(String dataset, String rule) {
        return jdbc.sql("""
                        select * from stewardship.quality_order
                         where dataset = ? and rule_code = ? and closed_at is null for update
                        """)
                .params(dataset, rule)
                .query(QualityOrderStore::order)
                .optional();
    }

    Optional<Order> find(UUID id) {
        return jdbc.sql("select * from stewardship.quality_order where id = ?")
                .param(id)
                .query(QualityOrderStore::order)
                .optional();
    }

    boolean closedSince(String dataset, String rule, OffsetDateTime since) {
        return jdbc.sql("""
                        select exists (select 1 from stewardship.quality_order
                         where dataset = ? and rule_code = ? and closed_at >= ?)
                        """).params(dataset, rule, since).query(Boolean.class).single();
    }

    void insert(Order order, Instant at) {
        jdbc.sql("""
                        insert into stewardship.quality_order (id, number, dataset, rule_code, title, unit_id, state,
                          failed, total, first_snapshot, last_snapshot, rounds, recurrent, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
                        """)
                .params(
                        order.id(),
                        order.number(),
                        order.dataset(),
                        order.ruleCode(),
                        order.title(),
                        order.unitId(),
                        order.state(),
                        order.failed(),
                        order.total(),
                        order.snapshot(),
                        order.snapshot(),
                        order.recurrent(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void measured(UUID id, long failed, long total, long snapshot) {
        jdbc.sql("""
                        update stewardship.quality_order set failed = ?, total = ?, last_snapshot = ?, rounds = rounds + 1
                         where id = ?
                        """).params(failed, total, snapshot, id).update();
    }

    void moved(UUID id, String state, @Nullable Instant due, @Nullable Instant closed) {
        jdbc.sql("update stewardship.quality_order set state = ?, due_at = ?, closed_at = ? where id = ?")
                .params(Arrays.asList(state, time(due), time(closed), id))
                .update();
    }

    /** Orders opened since a moment, and how many of them come back. */
    long[] recurring(RowScope scope, OffsetDateTime since) {
        return counted(scope, "count(*), count(*) filter (where recurrent)", since);
    }

    /** Orders opened since a moment whose term is over or that were closed, and how many of them were closed in time. */
    long[] inTime(RowScope scope, OffsetDateTime since, OffsetDateTime now) {
        return counted(
                scope,
                "count(*) filter (where closed_at is not null or due_at <= ?),"
                        + " count(*) filter (where closed_at is not null and (due_at is null or closed_at < due_at))",
                now,
                since);
    }

    private long[] counted(RowScope scope, String what, Object... arguments) {
        String rows = "select " + what + " from stewardship.quality_order where opened_at >= ?";
        List<Object> all = new ArrayList<>(List.of(arguments));
        return switch (scope) {
            case RowScope.All every -> row(rows, all);
            case RowScope.Units units -> {
                all.add(units.unitIds().toArray(UUID[]::new));
                yield row(rows + " and unit_id = any (?)", all);
            }
            default -> new long[] {0, 0};
        };
    }

    private long[] row(String sql, List<Object> arguments) {
        return jdbc.sql(sql)
                .params(arguments)
                .query((row, n) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static Order order(ResultSet row, int n) throws SQLException {
        return new Order(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("dataset"),
                row.getString("rule_code"),
                row.getString("title"),
                row.getObject("unit_id", UUID.class),
                row.getString("state"),
                row.getLong("failed"),
                row.getLong("total"),
                row.getLong("last_snapshot"),
                row.getBoolean("recurrent"));
    }
}
