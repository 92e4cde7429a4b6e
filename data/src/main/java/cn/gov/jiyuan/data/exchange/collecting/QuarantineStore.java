package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.database.BulkWriter;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Rows that were not taken; what stood in them is kept sealed. */
@Component
final class QuarantineStore {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String SEALED = "exchange.reject.sealed";
    private static final int PORTION = 1_000;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final PersonalCipher cipher;

    QuarantineStore(DataSource dataSource, PersonalCipher cipher) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.cipher = cipher;
    }

    void add(List<Rejected> rows, Instant at) {
        try (BulkWriter writer = new BulkWriter(
                dataSource,
                "exchange.reject (id, batch_id, task_id, unit_id, line, reason, problems, shown, sealed, state, at,"
                        + " is_demo)")) {
            for (Rejected row : rows) {
                writer.row(
                        row.id(),
                        row.batchId(),
                        row.taskId(),
                        row.unitId(),
                        row.line(),
                        row.reason().name(),
                        JSON.writeValueAsString(row.problems()).replace("\\u0000", ""),
                        row.shown().replace("\0", ""),
                        cipher.seal(SEALED, row.id(), JSON.writeValueAsString(row.cells())),
                        row.state().name(),
                        at,
                        row.demo());
            }
            writer.end();
        }
    }

    void forget(UUID batch) {
        jdbc.update("delete from exchange.reject where batch_id = ?", batch);
    }

    Optional<Rejected> lock(UUID id) {
        return jdbc
                .query("select * from exchange.reject where id = ? for update", (row, n) -> rejected(row), id)
                .stream()
                .findFirst();
    }

    Optional<Rejected> find(UUID id) {
        return jdbc.query("select * from exchange.reject where id = ?", (row, n) -> rejected(row), id).stream()
                .findFirst();
    }

    /** All rows of a batch, in the order of the source, portion by portion. */
    void each(UUID batch, Consumer<Rejected> reader) {
        long line = -1;
        UUID last = new UUID(0, 0);
        List<Rejected> portion;
        do {
            portion = jdbc.query(
                    "select * from exchange.reject where batch_id = ? and (line, id) > (?, ?) order by line, id limit ?",
                    (row, n) -> rejected(row),
                    batch,
                    line,
                    last,
                    PORTION);
            for (Rejected row : portion) {
                reader.accept(row);
                line = row.line();
                last = row.id();
            }
        } while (portion.size() == PORTION);
    }

    void settle(UUID id, Rejected.State state, @Nullable UUID batch, Actor by, Instant at) {
        jdbc.update(
                "update exchange.reject set state = ?, corrected_in = ?, settled_name = ?, settled_at = ? where id = ?",
                state.name(),
                batch,
                by.name(),
                at.atOffset(ZoneOffset.UTC),
                id);
    }

    /** How many rows of a batch were rejected for each reason. */
    Map<String, Long> reasons(UUID batch) {
        Map<String, Long> reasons = new LinkedHashMap<>();
        jdbc.query(
                "select reason, count(*) from exchange.reject where batch_id = ? group by reason order by 2 desc",
                row -> {
                    reasons.put(Rejected.Reason.valueOf(row.getString(1)).label(), row.getLong(2));
                },
                batch);
        return reasons;
    }

    void removeDemo() {
        jdbc.update("delete from exchange.reject where is_demo");
    }

    private Rejected rejected(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Rejected(
                id,
                row.getObject("batch_id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getLong("line"),
                Rejected.Reason.valueOf(row.getString("reason")),
                JSON.readValue(row.getString("problems"), new TypeReference<List<Rejected.Problem>>() {}),
                row.getString("shown"),
                JSON.readValue(
                        cipher.open(SEALED, id, row.getBytes("sealed")),
                        new TypeReference<LinkedHashMap<String, String>>() {}),
                Rejected.State.valueOf(row.getString("state")),
                row.getObject("corrected_in", UUID.class),
                row.getBoolean("is_demo"));
    }
}
