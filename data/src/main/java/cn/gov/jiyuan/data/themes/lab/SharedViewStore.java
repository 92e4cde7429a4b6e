package cn.gov.jiyuan.data.themes.lab;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rows of saved views. */
@Component
final class SharedViewStore {
    private final JdbcTemplate jdbc;

    SharedViewStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    void insert(SharedView view, boolean demo) {
        jdbc.update(
                "insert into themes.saved_view (id, workspace_id, title, chart, query, masking, units, owner_id, owner_name,"
                        + " unit_id, made_at, is_demo) values (?,?,?,?,?::jsonb,?,?,?,?,?,?,?)",
                view.id(),
                view.workspaceId(),
                view.title(),
                view.chart().name(),
                JsonMapper.shared().writeValueAsString(view.query()),
                view.masking().name(),
                view.units().toArray(UUID[]::new),
                view.ownerId(),
                view.ownerName(),
                view.unitId(),
                view.madeAt().atOffset(ZoneOffset.UTC),
                demo);
    }

    void share(UUID id, List<UUID> units) {
        jdbc.update("update themes.saved_view set units = ? where id = ?", units.toArray(UUID[]::new), id);
    }

    void delete(UUID id) {
        jdbc.update("delete from themes.saved_view where id = ?", id);
    }

    Optional<SharedView> find(UUID id) {
        return jdbc.query("select * from themes.saved_view where id = ?", (row, n) -> view(row), id).stream()
                .findFirst();
    }

    /** Somebody's own and those shared with his unit. */
    List<SharedView> seenBy(UUID person, @Nullable UUID unit) {
        return jdbc.query(
                "select * from themes.saved_view where owner_id = ? or units @> array[?]::uuid[] order by made_at desc limit 200",
                (row, n) -> view(row),
                person,
                unit);
    }

    private static SharedView view(ResultSet row) throws SQLException {
        return new SharedView(
                row.getObject("id", UUID.class),
                row.getObject("workspace_id", UUID.class),
                row.getString("title"),
                SharedView.Chart.valueOf(row.getString("chart")),
                JsonMapper.shared().readValue(row.getString("query"), QuerySpec.class),
                Masking.valueOf(row.getString("masking")),
                Arrays.asList((UUID[]) row.getArray("units").getArray()),
                row.getObject("owner_id", UUID.class),
                row.getString("owner_name"),
                row.getObject("unit_id", UUID.class),
                Objects.requireNonNull(row.getObject("made_at", OffsetDateTime.class))
                        .toInstant());
    }
}
