package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the patrol of update cycles looks at, and the lights it sets. */
@Component
final class PatrolStore {
    private static final String WATCHED = "select id, code, name, unit_id, unit_name, area_code, cycle, published_on,"
            + " last_batch_at, light, is_demo from catalogue.resource where dataset is not null and version > 0"
            + " and cycle is not null and state not in ('suspended', 'cancelled', 'discarded')";
    private final JdbcClient jdbc;

    PatrolStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /** A published entry with a dataset behind it. */
    record Watched(
            UUID id,
            String code,
            String name,
            UUID unitId,
            String unitName,
            String areaCode,
            UpdateCycle cycle,
            LocalDate publishedOn,
            @Nullable Instant lastBatchAt,
            Light light,
            boolean demo) {}

    List<Watched> watched(@Nullable UUID after, int limit) {
        return jdbc.sql(WATCHED + " and id > ? order by id limit ?")
                .params(after == null ? new UUID(0, 0) : after, limit)
                .query((row, n) -> watched(row))
                .list();
    }

    Optional<Watched> one(UUID id) {
        return jdbc.sql(WATCHED + " and id = ?")
                .param(id)
                .query((row, n) -> watched(row))
                .optional();
    }

    private static Watched watched(ResultSet row) throws SQLException {
        return new Watched(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getString("area_code"),
                UpdateCycle.valueOf(row.getString("cycle")),
                row.getObject("published_on", LocalDate.class),
                ResourceStore.instant(row, "last_batch_at"),
                Light.valueOf(row.getString("light")),
                row.getBoolean("is_demo"));
    }

    void light(UUID id, Light light, Instant at) {
        jdbc.sql("update catalogue.resource set light = ?, light_at = ? where id = ?")
                .params(light.name(), Timestamp.from(at), id)
                .update();
    }

    /** Open work orders about an entry. */
    List<UUID> openOrders(String code) {
        return jdbc.sql("select id from catalogue.work_order where code = ? and kind = 'LAG' and closed_at is null")
                .param(code)
                .query(UUID.class)
                .list();
    }

    Instant last(String name) {
        return jdbc.sql("select at from catalogue.patrol where name = ?")
                .param(name)
                .query((row, n) -> row.getTimestamp("at").toInstant())
                .optional()
                .orElse(Instant.EPOCH);
    }

    void last(String name, Instant at) {
        jdbc.sql("insert into catalogue.patrol (name, at) values (?, ?)"
                        + " on conflict (name) do update set at = excluded.at")
                .params(name, Timestamp.from(at))
                .update();
    }
}
