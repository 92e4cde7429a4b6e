package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.access.ScopeColumns;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads matters from the view that the engine of cases publishes: for search and indicators. */
@Component
final class MatterStore {
    private static final ScopeColumns SCOPED = new ScopeColumns("unit_id", "applicant_id", "area_code");

    private static final int PORTION = 5_000;

    private final JdbcTemplate jdbc;

    MatterStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** What the index holds of a matter. */
    record Row(
            UUID id,
            String number,
            String title,
            UUID unitId,
            UUID applicantId,
            @Nullable String areaCode) {}

    /** Hands over all numbered matters by id, portion by portion. */
    void each(Consumer<Row> sink) {
        UUID after = new UUID(0, 0);
        List<Row> rows;
        do {
            rows = jdbc.query(
                    "select id, number, title, unit_id, applicant_id, area_code from onestop.matter where id > ?"
                            + " order by id limit " + PORTION,
                    (row, n) -> new Row(
                            row.getObject("id", UUID.class),
                            row.getString("number"),
                            row.getString("title"),
                            row.getObject("unit_id", UUID.class),
                            row.getObject("applicant_id", UUID.class),
                            row.getString("area_code")),
                    after);
            rows.stream().filter(row -> row.number() != null).forEach(sink);
            after = rows.isEmpty() ? after : rows.getLast().id();
        } while (rows.size() == PORTION);
    }

    /** Open matters of a state whose term is over, the longest overdue first. */
    List<UUID> overdueIn(String state, Instant now, int limit) {
        return jdbc.query(
                "select id from onestop.matter where state = ? and closed_at is null and due_at <= ?"
                        + " order by due_at limit ?",
                (row, n) -> row.getObject("id", UUID.class),
                state,
                now.atOffset(ZoneOffset.UTC),
                limit);
    }

    /** Matters submitted in [from, to). */
    long submitted(RowScope scope, OffsetDateTime from, OffsetDateTime to) {
        return count("select count(*) from onestop.matter where opened_at >= ? and opened_at < ?", scope, from, to);
    }

    /** Matters that ended in [from, to) without a decision: refused admission, withdrawn, lapsed, terminated. */
    long undecided(RowScope scope, OffsetDateTime from, OffsetDateTime to) {
        return count(
                "select count(*) from onestop.matter where closed_at >= ? and closed_at < ? and decided_at is null",
                scope,
                from,
                to);
    }

    /** Matters decided in [from, to). */
    long decided(RowScope scope, OffsetDateTime from, OffsetDateTime to) {
        return count("select count(*) from onestop.matter where decided_at >= ? and decided_at < ?", scope, from, to);
    }

    /** Those of {@link #decided} whose promised and legal clocks both ended in time. */
    long onTime(RowScope scope, OffsetDateTime from, OffsetDateTime to) {
        return decided(scope, from, to)
                - count(
                        "select count(distinct case_id) from cases.clock_list where type = 'onestop.matter'"
                                + " and decided_at >= ? and decided_at < ? and clock in ('promised', 'legal') and late",
                        scope,
                        from,
                        to);
    }

    private static final String FINISHED =
            "select count(*) from onestop.matter where closed_at >= ? and closed_at < ? and result";

    /** Matters of items open online that ended with a result in [from, to). */
    long finished(RowScope scope, OffsetDateTime from, OffsetDateTime to) {
        return count(FINISHED + " and online", scope, from, to);
    }

    /** Those of {@link #finished} in which no step was taken in person. */
    long whollyOnline(RowScope scope, OffsetDateTime from, OffsetDateTime to) {
        return count(FINISHED + " and online and offline is null", scope, from, to);
    }

    /** Matters that ended in [from, to) and are not among {@link #finished}. */
    long notFinished(RowScope scope, OffsetDateTime from, OffsetDateTime to) {
        return count(
                "select count(*) from onestop.matter where closed_at >= ? and closed_at < ? and not (result and online)",
                scope,
                from,
                to);
    }

    /** How many matters were accepted on one day and decided on another. */
    record Span(LocalDate accepted, LocalDate decided, long count) {}

    /** Matters of one item decided in [from, to), by their days. */
    List<Span> spans(RowScope scope, OffsetDateTime from, OffsetDateTime to) {
        List<Object> arguments = new ArrayList<>(List.of(from, to));
        String where = SCOPED.and(scope, arguments);
        return jdbc.query(
                "select (accepted_at at time zone 'Asia/Shanghai')::date as accepted,"
                        + " (decided_at at time zone 'Asia/Shanghai')::date as decided, count(*) as matters"
                        + " from onestop.matter where decided_at >= ? and decided_at < ? and accepted_at is not null"
                        + where + " group by 1, 2",
                (row, n) -> new Span(
                        row.getObject("accepted", LocalDate.class),
                        row.getObject("decided", LocalDate.class),
                        row.getLong("matters")),
                arguments.toArray());
    }

    private long count(String select, RowScope scope, OffsetDateTime from, OffsetDateTime to) {
        List<Object> arguments = new ArrayList<>(List.of(from, to));
        String where = SCOPED.and(scope, arguments);
        Long found = jdbc.queryForObject(select + where, Long.class, arguments.toArray());
        return found == null ? 0 : found;
    }
}
