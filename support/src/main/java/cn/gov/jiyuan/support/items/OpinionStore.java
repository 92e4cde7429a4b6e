package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code items.opinion}: who did what with a version, and what he said. */
@Component
class OpinionStore {
    private final JdbcClient jdbc;

    OpinionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param label what was done, in Chinese */
    record Opinion(
            String action,
            String label,
            String byName,
            String unitName,
            Instant at,
            @Nullable String note) {}

    void add(UUID versionId, VersionAction action, Actor actor, Instant at, @Nullable String note) {
        jdbc.sql("""
                        insert into items.opinion (id, version_id, action, by_id, by_name, unit_name, at, note)
                        values (:id, :version, :action, :by, :name, :unit, :at, :note)
                        """)
                .param("id", Ids.next())
                .param("version", versionId)
                .param("action", action.name())
                .param("by", actor.personId())
                .param("name", actor.name())
                .param("unit", actor.unitName() == null ? "" : actor.unitName())
                .param("at", Timestamp.from(at))
                .param("note", note)
                .update();
    }

    List<Opinion> of(UUID versionId) {
        return jdbc.sql("""
                        select action, by_name, unit_name, at, note from items.opinion
                         where version_id = :version order by at, id
                        """)
                .param("version", versionId)
                .query((row, n) -> new Opinion(
                        row.getString("action"),
                        VersionAction.valueOf(row.getString("action")).label(),
                        row.getString("by_name"),
                        row.getString("unit_name"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("note")))
                .list();
    }

    /** Who has had the version in hand since it was last submitted. */
    List<UUID> handlers(UUID versionId) {
        return jdbc.sql("""
                        select by_id from items.opinion o
                         where version_id = :version and id >= (select max(id::text)::uuid from items.opinion
                               where version_id = :version and action = 'SUBMIT')
                        """).param("version", versionId).query(UUID.class).list();
    }
}
