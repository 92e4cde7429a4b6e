package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.platform.database.BulkWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Subjects, the numbers they bore, and how they were merged and split. */
@Component
final class SubjectStore {
    private final JdbcClient jdbc;
    private final DataSource dataSource;

    SubjectStore(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    /** @param mergedInto null for one that stands for itself */
    record Subject(UUID id, String kind, @Nullable UUID mergedInto) {}

    record Identifier(
            String kind,
            String masked,
            LocalDate from,
            @Nullable LocalDate to) {}

    record Mapping(
            UUID id,
            String kind,
            UUID kept,
            UUID other,
            String reason,
            Instant doneAt,
            String doneBy,
            @Nullable Instant undoneAt,
            @Nullable String undoneBy) {}

    void insert(UUID id, String kind, Instant at, boolean demo) {
        jdbc.sql("insert into registers.subject (id, kind, created_at, is_demo) values (?, ?, ?, ?)"
                        + " on conflict (id) do nothing")
                .params(id, kind, at.atOffset(ZoneOffset.UTC), demo)
                .update();
    }

    /**
     * A subject that was not there.
     *
     * @param kind PERSON or LEGAL @param number kind of the number it bears
     */
    record Fresh(UUID id, String kind, String number, byte[] blind, String masked) {}

    void insertAll(List<Fresh> all, LocalDate from, Instant at, boolean demo) {
        try (BulkWriter writer = new BulkWriter(dataSource, "registers.subject (id, kind, created_at, is_demo)")) {
            all.forEach(one -> writer.row(one.id(), one.kind(), at.atOffset(ZoneOffset.UTC), demo));
            writer.end();
        }
        try (BulkWriter writer =
                new BulkWriter(dataSource, "registers.identifier (kind, blind, subject_id, masked, valid_from)")) {
            all.forEach(one -> writer.row(one.number(), one.blind(), one.id(), one.masked(), from));
            writer.end();
        }
    }

    /** A further number by which subjects are found; one that another bears is left out. */
    void bearAll(String kind, Map<UUID, String> numbers, Function<String, byte[]> blind, LocalDate from) {
        new JdbcTemplate(dataSource)
                .batchUpdate(
                        "insert into registers.identifier (kind, blind, subject_id, masked, valid_from)"
                                + " values (?, ?, ?, ?, ?) on conflict do nothing",
                        numbers.entrySet().stream()
                                .map(one -> new Object[] {
                                    kind, blind.apply(one.getValue()), one.getKey(), one.getValue(), from
                                })
                                .toList());
    }

    Optional<Subject> find(UUID id) {
        return jdbc.sql("select id, kind, merged_into from registers.subject where id = ?")
                .param(id)
                .query((row, n) ->
                        new Subject(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class)))
                .optional();
    }

    Optional<Subject> lock(UUID id) {
        return jdbc.sql("select id, kind, merged_into from registers.subject where id = ? for update")
                .param(id)
                .query((row, n) ->
                        new Subject(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class)))
                .optional();
    }

    /** The subject that stands for this one. */
    UUID root(UUID id) {
        return jdbc.sql("""
                        with recursive up (id, merged_into) as (
                            select id, merged_into from registers.subject where id = ?
                            union select s.id, s.merged_into from registers.subject s join up on s.id = up.merged_into)
                        select id from up where merged_into is null
                        """).param(id).query(UUID.class).optional().orElse(id);
    }

    /** This subject and all that were merged into it. */
    List<UUID> family(UUID root) {
        return jdbc.sql("""
                        with recursive down (id) as (
                            select ?::uuid
                            union select s.id from registers.subject s join down on s.merged_into = down.id)
                        select id from down
                        """).param(root).query(UUID.class).list();
    }

    void merge(UUID id, @Nullable UUID into) {
        jdbc.sql("update registers.subject set merged_into = ? where id = ?")
                .param(into)
                .param(id)
                .update();
    }

    /** False if another subject bears the number now. */
    boolean bear(String kind, byte[] blind, UUID subject, String masked, LocalDate from) {
        try {
            jdbc.sql("""
                            insert into registers.identifier (kind, blind, subject_id, masked, valid_from)
                            values (?, ?, ?, ?, ?)
                            on conflict (kind, blind, subject_id) do update set valid_to = null
                            """).params(kind, blind, subject, masked, from).update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    void lay(String kind, byte[] blind, UUID subject, LocalDate to) {
        jdbc.sql("update registers.identifier set valid_to = ? where kind = ? and blind = ? and subject_id = ?")
                .params(to, kind, blind, subject)
                .update();
    }

    /** Who bears the number now, or else bore it last. */
    Optional<UUID> bearer(String kind, byte[] blind) {
        return jdbc.sql("select subject_id from registers.identifier where kind = ? and blind = ?"
                        + " order by valid_to desc nulls first limit 1")
                .params(kind, blind)
                .query(UUID.class)
                .optional();
    }

    /** Bearers now, by the number's blind index in hexadecimal. */
    Map<String, UUID> bearers(String kind, List<byte[]> blinds) {
        Map<String, UUID> found = new HashMap<>();
        jdbc.sql("select encode(blind, 'hex'), subject_id from registers.identifier"
                        + " where kind = ? and blind = any (?) and valid_to is null")
                .param(kind)
                .param(blinds.toArray(byte[][]::new))
                .query((ResultSet row) -> {
                    found.put(row.getString(1), row.getObject(2, UUID.class));
                });
        return found;
    }

    static String hex(byte[] blind) {
        return HexFormat.of().formatHex(blind);
    }

    List<Identifier> identifiers(List<UUID> subjects) {
        return jdbc.sql("select kind, masked, valid_from, valid_to from registers.identifier"
                        + " where subject_id = any (?) and kind <> 'KEY' order by valid_from, masked")
                .param(subjects.toArray(UUID[]::new))
                .query((row, n) -> new Identifier(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, LocalDate.class),
                        row.getObject(4, LocalDate.class)))
                .list();
    }

    /** Blind indexes, in hexadecimal, of the keys that pipelines gave to these. */
    List<String> keys(List<UUID> subjects) {
        return jdbc.sql("select encode(blind, 'hex') from registers.identifier"
                        + " where subject_id = any (?) and kind = 'KEY'")
                .param(subjects.toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    void insert(Mapping mapping) {
        jdbc.sql("insert into registers.mapping (id, kind, kept, other, reason, done_at, done_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        mapping.id(),
                        mapping.kind(),
                        mapping.kept(),
                        mapping.other(),
                        mapping.reason(),
                        mapping.doneAt().atOffset(ZoneOffset.UTC),
                        mapping.doneBy())
                .update();
    }

    Optional<Mapping> lockMapping(UUID id) {
        return jdbc.sql("select * from registers.mapping where id = ? for update")
                .param(id)
                .query((row, n) -> mapping(row))
                .optional();
    }

    void undo(UUID id, Instant at, String by, String reason) {
        jdbc.sql("update registers.mapping set undone_at = ?, undone_by = ?, undo_reason = ? where id = ?")
                .params(at.atOffset(ZoneOffset.UTC), by, reason, id)
                .update();
    }

    List<Mapping> mappings(List<UUID> subjects) {
        return jdbc.sql("select * from registers.mapping where kept = any (?) or other = any (?) order by done_at")
                .params(subjects.toArray(UUID[]::new), subjects.toArray(UUID[]::new))
                .query((row, n) -> mapping(row))
                .list();
    }

    private static Mapping mapping(ResultSet row) throws SQLException {
        OffsetDateTime undone = row.getObject("undone_at", OffsetDateTime.class);
        return new Mapping(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("kept", UUID.class),
                row.getObject("other", UUID.class),
                row.getString("reason"),
                row.getObject("done_at", OffsetDateTime.class).toInstant(),
                row.getString("done_by"),
                undone == null ? null : undone.toInstant(),
                row.getString("undone_by"));
    }

    /** Matters of these parties, whichever name and number they bore then. */
    List<Matter> matters(List<UUID> subjects) {
        return jdbc.sql("""
                        select id, number, title, state, opened_at from cases.matter_list
                         where applicant_id = any (?) order by opened_at desc limit 200
                        """)
                .param(subjects.toArray(UUID[]::new))
                .query((row, n) -> new Matter(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    record Matter(UUID id, String number, String title, String state, Instant openedAt) {}
}
