package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.platform.database.BulkWriter;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Cards and their versions. */
@Component
final class CardStore {
    private static final String COLUMNS = "id, number, rule_code, rule_version, rule_title, level, score, counted,"
            + " subject_id, stage, matter_number, matter_title, unit_id, area_code, handler_id, what, violated_at,"
            + " issued_at, state, explain_due, explained_at, explanation, result, ended_at, version, is_demo";
    private static final String VERSION_COLUMNS =
            "card_id, version, at, by_name, state, level, score, counted, explanation, result";

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;

    CardStore(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Only one transaction at a time gives out cards: feed and sweep may find the same thing at once. */
    void lock() {
        jdbc.query("select 1 from oversight.sweep where name = 'cards' for update", row -> {});
    }

    /** Cards of these cases or units. */
    List<Card> of(Collection<UUID> subjects) {
        return jdbc.query("select * from oversight.card where subject_id = any (?)", (row, n) -> card(row), (Object)
                subjects.toArray(UUID[]::new));
    }

    Optional<Card> find(UUID id) {
        return jdbc.query("select * from oversight.card where id = ?", (row, n) -> card(row), id).stream()
                .findFirst();
    }

    void insert(Card card) {
        jdbc.update(
                "insert into oversight.card (" + COLUMNS
                        + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                card.id(),
                card.number(),
                card.ruleCode(),
                card.ruleVersion(),
                card.ruleTitle(),
                card.level().name(),
                card.score(),
                card.counted(),
                card.subjectId(),
                card.stage(),
                card.matterNumber(),
                card.matterTitle(),
                card.unitId(),
                card.areaCode(),
                card.handlerId(),
                card.what(),
                time(card.violatedAt()),
                time(card.issuedAt()),
                card.state(),
                time(card.explainDue()),
                time(card.explainedAt()),
                card.explanation(),
                card.result(),
                time(card.endedAt()),
                card.version(),
                card.demo());
    }

    /** Writes what an action changed and keeps the version. */
    void update(Card card, String by, Instant at) {
        jdbc.update(
                "update oversight.card set counted = ?, state = ?, explain_due = ?, explained_at = ?, explanation = ?,"
                        + " result = ?, ended_at = ?, version = ? where id = ?",
                card.counted(),
                card.state(),
                time(card.explainDue()),
                time(card.explainedAt()),
                card.explanation(),
                card.result(),
                time(card.endedAt()),
                card.version(),
                card.id());
        jdbc.update(
                "insert into oversight.card_version (" + VERSION_COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?)",
                card.id(),
                card.version(),
                time(at),
                by,
                card.state(),
                card.level().name(),
                card.score(),
                card.counted(),
                card.explanation(),
                card.result());
    }

    /** A card of the past with all its versions. */
    record Past(Card card, List<Version> versions) {}

    /** One version of a card of the past. */
    record Version(Card card, String by, Instant at) {}

    void copy(Collection<Past> cards) {
        try (BulkWriter out = new BulkWriter(dataSource, "oversight.card (" + COLUMNS + ")")) {
            cards.forEach(past -> row(out, past.card()));
            out.end();
        }
        try (BulkWriter out = new BulkWriter(dataSource, "oversight.card_version (" + VERSION_COLUMNS + ")")) {
            for (Past past : cards) {
                for (Version version : past.versions()) {
                    Card card = version.card();
                    out.row(
                            card.id(),
                            card.version(),
                            version.at(),
                            version.by(),
                            card.state(),
                            card.level().name(),
                            card.score(),
                            card.counted(),
                            card.explanation(),
                            card.result());
                }
            }
            out.end();
        }
    }

    private static void row(BulkWriter out, Card card) {
        out.row(
                card.id(),
                card.number(),
                card.ruleCode(),
                card.ruleVersion(),
                card.ruleTitle(),
                card.level().name(),
                card.score(),
                card.counted(),
                card.subjectId(),
                card.stage(),
                card.matterNumber(),
                card.matterTitle(),
                card.unitId(),
                card.areaCode(),
                card.handlerId(),
                card.what(),
                card.violatedAt(),
                card.issuedAt(),
                card.state(),
                card.explainDue(),
                card.explainedAt(),
                card.explanation(),
                card.result(),
                card.endedAt(),
                card.version(),
                card.demo());
    }

    void removeDemo() {
        jdbc.update(
                "delete from oversight.card_version where card_id in (select id from oversight.card where is_demo)");
        jdbc.update("delete from oversight.card where is_demo");
    }

    /** Cards of a unit that count, issued in [from, to). */
    record Sum(int yellow, int red, BigDecimal score) {}

    Sum sum(UUID unit, OffsetDateTime from, OffsetDateTime to) {
        return java.util.Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) filter (where level = 'YELLOW'), count(*) filter (where level = 'RED'),"
                        + " coalesce(sum(score), 0) from oversight.card"
                        + " where unit_id = ? and issued_at >= ? and issued_at < ? and counted",
                (row, n) -> new Sum(row.getInt(1), row.getInt(2), row.getBigDecimal(3)),
                unit,
                from,
                to));
    }

    /** Units with cards issued in [from, to). */
    List<UUID> units(OffsetDateTime from, OffsetDateTime to) {
        return jdbc.query(
                "select distinct unit_id from oversight.card where issued_at >= ? and issued_at < ?",
                (row, n) -> row.getObject(1, UUID.class),
                from,
                to);
    }

    /** Months, first days, in which a unit had red cards that count, since a day. */
    List<LocalDate> redMonths(UUID unit, OffsetDateTime since) {
        return jdbc.query(
                "select distinct date_trunc('month', issued_at at time zone 'Asia/Shanghai')::date as month"
                        + " from oversight.card where unit_id = ? and issued_at >= ? and level = 'RED' and counted"
                        + " order by 1",
                (row, n) -> row.getObject("month", LocalDate.class),
                unit,
                since);
    }

    static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static Card card(ResultSet row) throws SQLException {
        return new Card(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("rule_code"),
                row.getInt("rule_version"),
                row.getString("rule_title"),
                Level.valueOf(row.getString("level")),
                row.getBigDecimal("score"),
                row.getBoolean("counted"),
                row.getObject("subject_id", UUID.class),
                row.getString("stage"),
                row.getString("matter_number"),
                row.getString("matter_title"),
                row.getObject("unit_id", UUID.class),
                row.getString("area_code"),
                row.getObject("handler_id", UUID.class),
                row.getString("what"),
                row.getObject("violated_at", OffsetDateTime.class).toInstant(),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                row.getString("state"),
                instant(row, "explain_due"),
                instant(row, "explained_at"),
                row.getString("explanation"),
                row.getString("result"),
                instant(row, "ended_at"),
                row.getInt("version"),
                row.getBoolean("is_demo"));
    }
}
