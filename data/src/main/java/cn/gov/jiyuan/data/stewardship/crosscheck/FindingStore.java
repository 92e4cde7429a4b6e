package cn.gov.jiyuan.data.stewardship.crosscheck;

import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Runs and findings; subjects and values are encrypted, subjects are found by blind index. */
@Component
final class FindingStore {
    private static final String TABLE = "stewardship.finding.";
    static final String BLIND = "crosscheck-subject";
    private final JdbcClient jdbc;
    private final PersonalCipher cipher;

    FindingStore(JdbcClient jdbc, PersonalCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    Optional<Finding> open(String item, String subject) {
        return jdbc.sql("""
                        select * from stewardship.finding
                         where item = ? and subject_blind = ? and closed_at is null for update
                        """)
                .params(item, cipher.blind(BLIND, subject))
                .query(this::finding)
                .optional();
    }

    List<Finding> open(String item) {
        return jdbc.sql("select * from stewardship.finding where item = ? and closed_at is null order by id")
                .param(item)
                .query(this::finding)
                .list();
    }

    Optional<Finding> find(UUID id) {
        return jdbc.sql("select * from stewardship.finding where id = ?")
                .param(id)
                .query(this::finding)
                .optional();
    }

    /** False if another finding of the item and subject is open. */
    boolean insert(Finding finding, String others, Instant at) {
        return jdbc.sql("""
                        insert into stewardship.finding (id, number, item, title, unit_id, subject, subject_blind,
                          source_value, golden, other_values, evidence, confidence, kind, state, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        on conflict (item, subject_blind) where closed_at is null do nothing
                        """)
                        .params(
                                finding.id(),
                                finding.number(),
                                finding.item(),
                                finding.title(),
                                finding.unitId(),
                                sealed("subject", finding.id(), finding.subject()),
                                cipher.blind(BLIND, finding.subject()),
                                sealed("source_value", finding.id(), finding.sourceValue()),
                                sealed("golden", finding.id(), finding.golden()),
                                sealed("other_values", finding.id(), others),
                                sealed(
                                        "evidence",
                                        finding.id(),
                                        JsonMapper.shared().writeValueAsString(finding.evidence())),
                                finding.confidence(),
                                finding.kind().name(),
                                finding.state(),
                                at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void moved(UUID id, String state, @Nullable Instant closed) {
        jdbc.sql("update stewardship.finding set state = ?, closed_at = ? where id = ?")
                .params(Arrays.asList(state, closed == null ? null : closed.atOffset(ZoneOffset.UTC), id))
                .update();
    }

    void conclude(UUID id, Finding.Conclusion conclusion) {
        jdbc.sql("update stewardship.finding set conclusion = ? where id = ?")
                .params(conclusion.name(), id)
                .update();
    }

    /** What a run came to. */
    record Run(
            long subjects, long comparable, long agreeing, long conflicting, long filled, long tied, List<?> sources) {}

    UUID insert(Authority authority, Run run, Instant at) {
        UUID id = Ids.next();
        jdbc.sql("""
                        insert into stewardship.crosscheck_run (id, item, title, unit_id, subjects, comparable, agreeing,
                          conflicting, filled, tied, sources, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb), ?)
                        """)
                .params(
                        id,
                        authority.item(),
                        authority.title(),
                        authority.source().unitId(),
                        run.subjects(),
                        run.comparable(),
                        run.agreeing(),
                        run.conflicting(),
                        run.filled(),
                        run.tied(),
                        JsonMapper.shared().writeValueAsString(run.sources()),
                        at.atOffset(ZoneOffset.UTC))
                .update();
        return id;
    }

    /** What the last check of an item came to. */
    record Checked(
            long subjects, long comparable, long agreeing, long conflicting, long filled, long tied, Instant at) {}

    Optional<Checked> checked(String item) {
        return jdbc.sql("select * from stewardship.crosscheck_run where item = ? order by at desc limit 1")
                .param(item)
                .query((row, n) -> new Checked(
                        row.getLong("subjects"),
                        row.getLong("comparable"),
                        row.getLong("agreeing"),
                        row.getLong("conflicting"),
                        row.getLong("filled"),
                        row.getLong("tied"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** Findings of an item that are not settled, of units within the scope. */
    long open(String item, RowScope scope) {
        return jdbc
                .sql(
                        "select unit_id, count(*) from stewardship.finding where item = ? and closed_at is null group by unit_id")
                .param(item)
                .query((row, n) -> scope.covers(row.getObject(1, UUID.class), null, null) ? row.getLong(2) : 0L)
                .list()
                .stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private byte[] sealed(String column, UUID row, String clear) {
        return cipher.seal(TABLE + column, row, clear);
    }

    private String opened(ResultSet row, String column) throws SQLException {
        return cipher.open(TABLE + column, row.getObject("id", UUID.class), row.getBytes(column));
    }

    private Finding finding(ResultSet row, int n) throws SQLException {
        return new Finding(
                row.getObject("id", UUID.class),
                row.getString("number"),
                row.getString("item"),
                row.getString("title"),
                row.getObject("unit_id", UUID.class),
                opened(row, "subject"),
                opened(row, "source_value"),
                opened(row, "golden"),
                JsonMapper.shared().readValue(opened(row, "evidence"), new TypeReference<List<Golden.Evidence>>() {}),
                row.getDouble("confidence"),
                Finding.Kind.valueOf(row.getString("kind")),
                row.getString("state"));
    }
}
