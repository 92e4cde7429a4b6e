package cn.gov.jiyuan.data.themes.lab;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Rows of workspaces. */
@Component
final class WorkspaceStore {
    private final JdbcTemplate jdbc;

    WorkspaceStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    void insert(Workspace w, boolean demo) {
        jdbc.update(
                "insert into themes.workspace (id, title, purpose, datasets, masking, starts, ends, state, unit_id, owner_id,"
                        + " owner_name, made_at, is_demo) values (?,?,?,?,?,?,?,?,?,?,?,?,?)",
                w.id(),
                w.title(),
                w.purpose(),
                w.datasets().toArray(String[]::new),
                w.masking().name(),
                w.starts(),
                w.ends(),
                w.state().name(),
                w.unitId(),
                w.ownerId(),
                w.ownerName(),
                w.madeAt().atOffset(ZoneOffset.UTC),
                demo);
    }

    void decide(UUID id, Workspace.State state, String opinion, String by, Instant at) {
        jdbc.update(
                "update themes.workspace set state = ?, opinion = ?, decided_name = ?, decided_at = ? where id = ?",
                state.name(),
                opinion,
                by,
                at.atOffset(ZoneOffset.UTC),
                id);
    }

    Optional<Workspace> find(UUID id) {
        return jdbc.query("select * from themes.workspace where id = ?", (row, n) -> workspace(row), id).stream()
                .findFirst();
    }

    Optional<Workspace> lock(UUID id) {
        return jdbc
                .query("select * from themes.workspace where id = ? for update", (row, n) -> workspace(row), id)
                .stream()
                .findFirst();
    }

    List<Workspace> of(UUID owner) {
        return jdbc.query(
                "select * from themes.workspace where owner_id = ? order by made_at desc limit 100",
                (row, n) -> workspace(row),
                owner);
    }

    List<Workspace> waiting() {
        return jdbc.query(
                "select * from themes.workspace where state = 'REQUESTED' order by made_at limit 100",
                (row, n) -> workspace(row));
    }

    void removeDemo() {
        jdbc.update("delete from themes.saved_view where is_demo");
        jdbc.update("delete from themes.mining_job where is_demo");
        jdbc.update("delete from themes.workspace where is_demo");
    }

    private static Workspace workspace(ResultSet row) throws SQLException {
        Array datasets = row.getArray("datasets");
        return new Workspace(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("purpose"),
                Arrays.asList((String[]) datasets.getArray()),
                Masking.valueOf(row.getString("masking")),
                Objects.requireNonNull(row.getObject("starts", LocalDate.class)),
                Objects.requireNonNull(row.getObject("ends", LocalDate.class)),
                Workspace.State.valueOf(row.getString("state")),
                row.getString("opinion"),
                row.getObject("unit_id", UUID.class),
                row.getObject("owner_id", UUID.class),
                row.getString("owner_name"),
                Objects.requireNonNull(row.getObject("made_at", OffsetDateTime.class))
                        .toInstant(),
                row.getString("decided_name"));
    }
}
