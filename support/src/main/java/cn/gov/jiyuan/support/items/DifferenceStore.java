package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.kernel.id.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code items.difference} and {@code items.province_row}, and the two lists side by side. */
@Component
class DifferenceStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    DifferenceStore(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
        this.batches = new JdbcTemplate(dataSource);
    }

    /** One item here and there; null where there is none. @param cells the province's row as JSON */
    record Pair(
            String code,
            @Nullable String cells,
            @Nullable String name,
            @Nullable String type,
            @Nullable String promise,
            int visits,
            boolean online,
            @Nullable UUID unitId,
            String unitName) {}

    /** A row of the province's list. @param cells its text by the names of {@link ImportColumn} */
    record Listed(int line, boolean good, String code, Map<String, String> cells) {}

    void add(UUID batch, List<Listed> rows) {
        batches.batchUpdate(
                "insert into items.province_row (batch_id, line, good, code, cells)"
                        + " values (?, ?, ?, ?, cast(? as jsonb))",
                rows,
                Math.max(1, rows.size()),
                (statement, row) -> {
                    statement.setObject(1, batch);
                    statement.setInt(2, row.line());
                    statement.setBoolean(3, row.good());
                    statement.setString(4, row.code());
                    statement.setString(5, ContentJson.JSON.writeValueAsString(row.cells()));
                });
    }

    /** Items that one of the lists has; a row of the province that could not be read does not make ours superfluous. */
    List<Pair> pairs(UUID batch) {
        return jdbc.sql("""
                        select coalesce(p.code, i.code) as code, p.cells::text as cells, i.name, i.type, i.promise,
                               coalesce(i.visits, 0) as visits, coalesce(i.online, false) as online,
                               i.unit_id, coalesce(i.unit_name, '') as unit_name
                          from (select code, cells from items.province_row where batch_id = :batch and good) p
                          full join (select * from items.item where state in ('IN_FORCE', 'SUSPENDED')) i on i.code = p.code
                         where p.code is not null or not exists (
                               select 1 from items.province_row b where b.batch_id = :batch and not b.good and b.code = i.code)
                         order by 1
                        """)
                .param("batch", batch)
                .query((row, n) -> new Pair(
                        row.getString("code"),
                        row.getString("cells"),
                        row.getString("name"),
                        row.getString("type"),
                        row.getString("promise"),
                        row.getInt("visits"),
                        row.getBoolean("online"),
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name")))
                .list();
    }

    /** Opens a ticket unless one is open; an open one takes the new finding. */
    void open(
            UUID batch,
            Differences.Kind kind,
            Pair pair,
            String name,
            @Nullable UUID unitId,
            String unitName,
            String detail,
            Instant at) {
        jdbc.sql("""
                        insert into items.difference (id, batch_id, kind, code, name, unit_id, unit_name, detail, state, found_at)
                        values (:id, :batch, :kind, :code, :name, :unit, :unitName, :detail, 'OPEN', :at)
                        on conflict (kind, code) where state = 'OPEN'
                        do update set batch_id = excluded.batch_id, detail = excluded.detail, name = excluded.name
                        """)
                .param("id", Ids.next())
                .param("batch", batch)
                .param("kind", kind.name())
                .param("code", pair.code())
                .param("name", name)
                .param("unit", unitId)
                .param("unitName", unitName)
                .param("detail", detail)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Closes tickets that the newest comparison no longer finds. @return how many */
    int settleOthers(UUID batch, Instant at) {
        return jdbc.sql("""
                        update items.difference set state = 'SETTLED', settled_at = :at, settled_by = '系统', note = '再次比对已经一致'
                         where state = 'OPEN' and batch_id <> :batch
                        """)
                .param("at", Timestamp.from(at))
                .param("batch", batch)
                .update();
    }

    /** An open ticket. */
    record Ticket(
            UUID id,
            String kind,
            String code,
            String name,
            @Nullable UUID unitId,
            String state) {}

    Optional<Ticket> find(UUID id) {
        return jdbc.sql("select id, kind, code, name, unit_id, state from items.difference where id = ?")
                .param(id)
                .query((row, n) -> new Ticket(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        row.getString("code"),
                        row.getString("name"),
                        row.getObject("unit_id", UUID.class),
                        row.getString("state")))
                .optional();
    }

    /** @return false if somebody settled it before */
    boolean settle(UUID id, String by, String note, Instant at) {
        return jdbc.sql("""
                                update items.difference set state = 'SETTLED', settled_at = :at, settled_by = :by, note = :note
                                 where id = :id and state = 'OPEN'
                                """)
                        .param("at", Timestamp.from(at))
                        .param("by", by)
                        .param("note", note)
                        .param("id", id)
                        .update()
                == 1;
    }
}
