package cn.gov.jiyuan.data.themes.lab;

import cn.gov.jiyuan.data.themes.topic.RowReach;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rows of jobs. */
@Component
final class MiningStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final JdbcTemplate jdbc;

    MiningStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    void insert(MiningJob job, UUID unit, boolean demo) {
        jdbc.update(
                "insert into themes.mining_job (id, workspace_id, title, algorithm, dataset, snapshot, parameters, reach,"
                        + " state, rerun_of, unit_id, by_id, by_name, submitted_at, is_demo)"
                        + " values (?,?,?,?,?,?,?::jsonb,?::jsonb,?,?,?,?,?,?,?)",
                job.id(),
                job.workspaceId(),
                job.title(),
                job.spec().algorithm().name(),
                job.spec().dataset(),
                job.snapshot(),
                JSON.writeValueAsString(job.spec()),
                JSON.writeValueAsString(job.reach()),
                job.state().name(),
                job.rerunOf(),
                unit,
                job.byId(),
                job.byName(),
                job.submittedAt().atOffset(ZoneOffset.UTC),
                demo);
    }

    void done(UUID id, String result, String digest, Instant at) {
        jdbc.update(
                "update themes.mining_job set state = 'DONE', result = ?::jsonb, digest = ?, ended_at = ? where id = ?",
                result,
                digest,
                at.atOffset(ZoneOffset.UTC),
                id);
    }

    void failed(UUID id, String problem, Instant at) {
        jdbc.update(
                "update themes.mining_job set state = 'FAILED', problem = ?, ended_at = ? where id = ?",
                problem,
                at.atOffset(ZoneOffset.UTC),
                id);
    }

    Optional<MiningJob> find(UUID id) {
        return jdbc.query("select * from themes.mining_job where id = ?", (row, n) -> job(row), id).stream()
                .findFirst();
    }

    List<MiningJob> of(UUID workspace) {
        return jdbc.query(
                "select * from themes.mining_job where workspace_id = ? order by submitted_at desc, id desc limit 100",
                (row, n) -> job(row),
                workspace);
    }

    private static MiningJob job(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new MiningJob(
                row.getObject("id", UUID.class),
                row.getObject("workspace_id", UUID.class),
                row.getString("title"),
                JSON.readValue(row.getString("parameters"), MiningSpec.class),
                row.getLong("snapshot"),
                JSON.readValue(row.getString("reach"), RowReach.class),
                MiningJob.State.valueOf(row.getString("state")),
                result == null ? null : JSON.readTree(result),
                row.getString("digest"),
                row.getString("problem"),
                row.getObject("rerun_of", UUID.class),
                row.getObject("by_id", UUID.class),
                row.getString("by_name"),
                Objects.requireNonNull(instant(row, "submitted_at")),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
