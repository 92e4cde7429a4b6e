package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.platform.cases.CaseType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is under way under an item (在办件), asked before it is changed or cancelled. Read from the list that the engine
 * of cases publishes, so that the catalogue needs no system that handles matters.
 */
@Component
class UnderWayStore {
    private final JdbcClient jdbc;
    private final ObjectProvider<CaseType> types;

    UnderWayStore(JdbcClient jdbc, ObjectProvider<CaseType> types) {
        this.jdbc = jdbc;
        this.types = types;
    }

    /**
     * A matter not yet closed.
     *
     * @param state state in Chinese
     * @param dueAt when it must be decided, null while no clock runs
     */
    record Underway(
            UUID id,
            String number,
            String title,
            String state,
            Instant openedAt,
            @Nullable Instant dueAt) {}

    /** Matters not yet closed under any version of an item, oldest first. */
    List<Underway> of(String itemCode, int limit) {
        return jdbc.sql("select id, number, title, type, state, opened_at, due_at from cases.matter_list"
                        + " where subject_ref like ? and closed_at is null and number is not null"
                        + " order by opened_at, id limit ?")
                .params(itemCode.replaceAll("[^0-9A-Z]", "") + " v%", limit)
                .query((row, n) -> read(row))
                .list();
    }

    private Underway read(ResultSet row) throws SQLException {
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        return new Underway(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                label(row.getString("type"), row.getString("state")),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                due == null ? null : due.toInstant());
    }

    private String label(String type, String state) {
        return types.stream()
                .filter(known -> known.id().equals(type))
                .findFirst()
                .map(known -> known.state(state).label())
                .orElse(state);
    }
}
