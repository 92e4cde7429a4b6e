package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.platform.database.BulkWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Versions of persons. */
@Component
final class PersonStore {
    static final String COLUMNS =
            "subject_id, version, valid_from, valid_to, name_sealed, name_blind, name_masked, id_sealed, id_blind,"
                    + " id_masked, birth_sealed, phone_sealed, phone_blind, address_sealed, addr_id, gender, area_code, marital,"
                    + " died_on, sources, conflicts, records, facts_blind, reason, recorded_at, recorded_by, is_demo";
    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final RegisterColumns columns;

    PersonStore(JdbcClient jdbc, DataSource dataSource, RegisterColumns columns) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.columns = columns;
    }

    /** Versions that share a transaction, by COPY. */
    void insertAll(List<PersonVersion> versions) {
        try (BulkWriter writer = new BulkWriter(dataSource, "registers.person_version (" + COLUMNS + ")")) {
            versions.forEach(version -> writer.row(values(version)));
            writer.end();
        }
    }

    private @Nullable Object[] values(PersonVersion v) {
        UUID id = v.subjectId();
        PersonFacts f = v.facts();
        return new @Nullable Object[] {
            id,
            v.version(),
            v.from(),
            v.to(),
            columns.seal(RegisterColumns.NAME, id, f.name()),
            columns.blind("name", f.name()),
            RegisterColumns.maskedName(f.name()),
            columns.seal(RegisterColumns.ID, id, f.idNumber()),
            columns.blind("id-number", f.idNumber()),
            RegisterColumns.maskedNumber(f.idNumber()),
            columns.seal(
                    RegisterColumns.BIRTH,
                    id,
                    f.birth() == null ? null : f.birth().toString()),
            columns.seal(RegisterColumns.PHONE, id, f.phone()),
            columns.blind("phone", f.phone()),
            columns.seal(RegisterColumns.ADDRESS, id, f.address()),
            f.addrId(),
            f.gender(),
            f.areaCode(),
            f.marital(),
            f.diedOn(),
            JsonMapper.shared().writeValueAsString(v.sources()),
            v.conflicts(),
            v.records(),
            columns.digest(f),
            v.reason(),
            v.recordedAt().atOffset(ZoneOffset.UTC),
            v.recordedBy(),
            v.demo()
        };
    }

    Optional<PersonVersion> current(UUID subject) {
        return jdbc.sql("select * from registers.person_version where subject_id = ? and valid_to is null")
                .param(subject)
                .query((row, n) -> opened(row))
                .optional();
    }

    /** What held on a day. */
    Optional<PersonVersion> asOf(UUID subject, LocalDate on) {
        return jdbc.sql("""
                        select * from registers.person_version
                         where subject_id = ? and valid_from <= ? and (valid_to is null or valid_to > ?)
                         order by version desc limit 1
                        """)
                .params(subject, on, on)
                .query((row, n) -> opened(row))
                .optional();
    }

    List<PersonVersion> versions(UUID subject) {
        return jdbc.sql("select * from registers.person_version where subject_id = ? order by version desc limit 200")
                .param(subject)
                .query((row, n) -> opened(row))
                .list();
    }

    void close(UUID subject, int version, LocalDate to) {
        jdbc.sql("update registers.person_version set valid_to = ? where subject_id = ? and version = ?")
                .params(to, subject, version)
                .update();
    }

    /** Digest and number of the current version of many. */
    Map<UUID, Standing> standing(List<UUID> subjects) {
        Map<UUID, Standing> found = new HashMap<>();
        jdbc.sql("select subject_id, version, facts_blind, died_on, recorded_by from registers.person_version"
                        + " where subject_id = any (?) and valid_to is null")
                .param(subjects.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    found.put(
                            row.getObject(1, UUID.class),
                            new Standing(
                                    row.getInt(2),
                                    row.getBytes(3),
                                    row.getObject(4, LocalDate.class),
                                    row.getString(5)));
                });
        return found;
    }

    record Standing(int version, byte[] digest, @Nullable LocalDate diedOn, String recordedBy) {}

    List<UUID> livingAt(UUID address, int limit) {
        return jdbc.sql(
                        "select subject_id from registers.person_version where addr_id = ? and valid_to is null limit ?")
                .params(address, limit)
                .query(UUID.class)
                .list();
    }

    private PersonVersion opened(ResultSet row) throws SQLException {
        UUID id = row.getObject("subject_id", UUID.class);
        String birth = columns.open(RegisterColumns.BIRTH, id, row.getBytes("birth_sealed"));
        PersonFacts facts = new PersonFacts(
                columns.open(RegisterColumns.NAME, id, row.getBytes("name_sealed")),
                columns.open(RegisterColumns.ID, id, row.getBytes("id_sealed")),
                birth == null ? null : LocalDate.parse(birth),
                row.getString("gender"),
                columns.open(RegisterColumns.PHONE, id, row.getBytes("phone_sealed")),
                columns.open(RegisterColumns.ADDRESS, id, row.getBytes("address_sealed")),
                row.getObject("addr_id", UUID.class),
                row.getString("area_code"),
                row.getString("marital"),
                row.getObject("died_on", LocalDate.class));
        return new PersonVersion(
                id,
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                facts,
                sources(row.getString("sources")),
                Arrays.asList((String[]) row.getArray("conflicts").getArray()),
                row.getInt("records"),
                row.getString("reason"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                row.getBoolean("is_demo"));
    }

    static Map<String, String> sources(String json) {
        Map<String, String> sources = new HashMap<>();
        JsonMapper.shared()
                .readTree(json)
                .properties()
                .forEach(one -> sources.put(one.getKey(), one.getValue().asString()));
        return sources;
    }
}
