package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Versions of meanings; rows are added and approved, never changed. */
@Component
final class MeaningStore {
    private static final LocalDate BEGINNING = LocalDate.of(2000, 1, 1);
    private final JdbcTemplate jdbc;

    MeaningStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** The first version ships with the software. */
    void adopt(TopicSchema topic, IndicatorSpec spec, Instant now) {
        insert(topic.id(), spec, 1, BEGINNING, spec.meaning(), true, Actor.SYSTEM, now);
    }

    void draft(
            TopicSchema topic,
            IndicatorSpec spec,
            int version,
            LocalDate from,
            Meaning.Terms terms,
            Actor by,
            Instant now) {
        insert(topic.id(), spec, version, from, terms, false, by, now);
    }

    private void insert(
            String topic,
            IndicatorSpec spec,
            int version,
            LocalDate from,
            Meaning.Terms terms,
            boolean approved,
            Actor by,
            Instant now) {
        jdbc.update(
                "insert into themes.meaning (id, topic, indicator, title, version, effective_from, numerator, denominator,"
                        + " excluded, numerator_text, denominator_text, exclusions_text, basis, state, drafted_by,"
                        + " drafted_name, drafted_at, approved_name, approved_at)"
                        + " values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) on conflict do nothing",
                Ids.next(),
                topic,
                spec.id(),
                spec.title(),
                version,
                from,
                terms.numerator(),
                terms.denominator(),
                terms.excluded(),
                terms.numeratorText(),
                terms.denominatorText(),
                terms.exclusionsText(),
                terms.basis(),
                approved ? "APPROVED" : "DRAFT",
                by.personId(),
                by.name(),
                now.atOffset(ZoneOffset.UTC),
                approved ? by.name() : null,
                approved ? now.atOffset(ZoneOffset.UTC) : null);
    }

    void approve(UUID id, Actor by, Instant now) {
        jdbc.update(
                "update themes.meaning set state = 'APPROVED', approved_name = ?, approved_at = ? where id = ?",
                by.name(),
                now.atOffset(ZoneOffset.UTC),
                id);
    }

    /** All versions of a theme, drafts too. */
    List<Meaning> of(String topic) {
        return jdbc.query(
                "select * from themes.meaning where topic = ? order by indicator, version",
                (row, n) -> meaning(row),
                topic);
    }

    /** Locked, so that two people do not take one version or approve it twice. */
    List<Meaning> lock(String topic, String indicator) {
        return jdbc.query(
                "select * from themes.meaning where topic = ? and indicator = ? order by version for update",
                (row, n) -> meaning(row),
                topic,
                indicator);
    }

    Optional<Meaning> find(String topic, String indicator, int version) {
        return of(topic).stream()
                .filter(meaning -> meaning.indicator().equals(indicator) && meaning.version() == version)
                .findFirst();
    }

    private static Meaning meaning(ResultSet row) throws SQLException {
        return new Meaning(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getString("indicator"),
                row.getInt("version"),
                Objects.requireNonNull(row.getObject("effective_from", LocalDate.class)),
                new Meaning.Terms(
                        row.getString("numerator"),
                        row.getString("denominator"),
                        row.getString("excluded"),
                        row.getString("numerator_text"),
                        row.getString("denominator_text"),
                        row.getString("exclusions_text"),
                        row.getString("basis")),
                "APPROVED".equals(row.getString("state")),
                row.getObject("drafted_by", UUID.class),
                row.getString("drafted_name"),
                row.getString("approved_name"));
    }
}
