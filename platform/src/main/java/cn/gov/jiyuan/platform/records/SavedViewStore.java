package cn.gov.jiyuan.platform.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Rows of {@code records.saved_view}. */
final class SavedViewStore {
    private static final String COLUMNS = "id, type, name, query, owner_id, owner_name, unit_id";
    private static final int SHOWN = 100;
    private final JdbcTemplate jdbc;

    SavedViewStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One's own first, then those of the unit, each by name. */
    List<SavedView> of(UUID owner, @Nullable UUID unit, String type) {
        return jdbc.query(
                "select " + COLUMNS + " from records.saved_view where type = ? and (owner_id = ? or unit_id = ?)"
                        + " order by (owner_id = ?) desc, name limit " + SHOWN,
                (row, n) -> view(row),
                type,
                owner,
                unit,
                owner);
    }

    /** How many the owner has of a list beside the one of this name. */
    int others(UUID owner, String type, String name) {
        Integer count = jdbc.queryForObject(
                "select count(*) from records.saved_view where owner_id = ? and type = ? and name <> ?",
                Integer.class,
                owner,
                type,
                name);
        return count == null ? 0 : count;
    }

    /** Saves it; an earlier one of the same owner and name gives way. */
    UUID save(SavedView view, Instant at) {
        return Objects.requireNonNull(jdbc.queryForObject(
                """
                insert into records.saved_view (id, type, name, query, owner_id, owner_name, unit_id, saved_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (owner_id, type, name) do update
                    set query = excluded.query, unit_id = excluded.unit_id, saved_at = excluded.saved_at
                returning id
                """,
                UUID.class,
                view.id(),
                view.type(),
                view.name(),
                view.query(),
                view.ownerId(),
                view.ownerName(),
                view.unitId(),
                at.atOffset(ZoneOffset.UTC)));
    }

    /** Removes one's own. @return what it was; empty if there is none */
    Optional<SavedView> remove(UUID id, UUID owner) {
        return jdbc
                .query(
                        "delete from records.saved_view where id = ? and owner_id = ? returning " + COLUMNS,
                        (row, n) -> view(row),
                        id,
                        owner)
                .stream()
                .findFirst();
    }

    private static SavedView view(ResultSet row) throws SQLException {
        return new SavedView(
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("name"),
                row.getString("query"),
                row.getObject("owner_id", UUID.class),
                row.getString("owner_name"),
                row.getObject("unit_id", UUID.class));
    }
}
