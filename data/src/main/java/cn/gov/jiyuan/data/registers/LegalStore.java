package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.platform.database.BulkWriter;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Versions of legal entities. */
@Component
final class LegalStore {
    private static final String COLUMNS =
            "subject_id, version, valid_from, valid_to, uscc, name, kind, representative_id,"
                    + " representative, founded_on, capital, industry, scope, address, addr_id, area_code, status, sources,"
                    + " conflicts, records, reason, recorded_at, recorded_by, is_demo";
    private final JdbcClient jdbc;
    private final DataSource dataSource;

    LegalStore(JdbcClient jdbc, DataSource dataSource) {
        this.jdbc = jdbc;
        this.dataSource = dataSource;
    }

    void insertAll(List<LegalVersion> versions) {
        try (BulkWriter writer = new BulkWriter(dataSource, "registers.legal_version (" + COLUMNS + ")")) {
            versions.forEach(version -> writer.row(values(version)));
            writer.end();
        }
    }

    private static @Nullable Object[] values(LegalVersion v) {
        LegalFacts f = v.facts();
        return new @Nullable Object[] {
            v.subjectId(),
            v.version(),
            v.from(),
            v.to(),
            f.get("uscc"),
            f.get("name"),
            f.get("kind"),
            empty(f.get("representativeId")),
            f.get("representative"),
            empty(f.get("foundedOn")),
            f.get("capital").isEmpty()
                    ? null
                    : new BigDecimal(f.get("capital")).movePointRight(2).longValueExact(),
            f.get("industry"),
            f.get("scope"),
            f.get("address"),
            empty(f.get("addrId")),
            f.get("areaCode"),
            f.get("status"),
            JsonMapper.shared().writeValueAsString(v.sources()),
            v.conflicts(),
            v.records(),
            v.reason(),
            v.recordedAt().atOffset(ZoneOffset.UTC),
            v.recordedBy(),
            v.demo()
        };
    }

    private static @Nullable String empty(String value) {
        return value.isEmpty() ? null : value;
    }

    Optional<LegalVersion> current(UUID subject) {
        return jdbc.sql("select * from registers.legal_version where subject_id = ? and valid_to is null")
                .param(subject)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Current versions of many, by subject. */
    Map<UUID, LegalVersion> currents(List<UUID> subjects) {
        Map<UUID, LegalVersion> found = new HashMap<>();
        jdbc.sql("select * from registers.legal_version where subject_id = any (?) and valid_to is null")
                .param(subjects.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    found.put(row.getObject("subject_id", UUID.class), read(row));
                });
        return found;
    }

    Optional<LegalVersion> asOf(UUID subject, LocalDate on) {
        return jdbc.sql("""
                        select * from registers.legal_version
                         where subject_id = ? and valid_from <= ? and (valid_to is null or valid_to > ?)
                         order by version desc limit 1
                        """)
                .params(subject, on, on)
                .query((row, n) -> read(row))
                .optional();
    }

    List<LegalVersion> versions(UUID subject) {
        return jdbc.sql("select * from registers.legal_version where subject_id = ? order by version desc limit 200")
                .param(subject)
                .query((row, n) -> read(row))
                .list();
    }

    void close(UUID subject, int version, LocalDate to) {
        jdbc.sql("update registers.legal_version set valid_to = ? where subject_id = ? and version = ?")
                .params(to, subject, version)
                .update();
    }

    /** A version that ends. */
    record Ended(UUID subject, int version) {}

    void closeAll(List<Ended> versions, LocalDate to) {
        new JdbcTemplate(dataSource)
                .batchUpdate(
                        "update registers.legal_version set valid_to = ? where subject_id = ? and version = ?",
                        versions.stream()
                                .map(one -> new Object[] {to, one.subject(), one.version()})
                                .toList());
    }

    private static LegalVersion read(ResultSet row) throws SQLException {
        Map<String, String> facts = new LinkedHashMap<>();
        for (String text :
                List.of("uscc", "name", "kind", "representative", "industry", "scope", "address", "status")) {
            facts.put(text, row.getString(text));
        }
        facts.put("areaCode", row.getString("area_code"));
        put(facts, "representativeId", row.getString("representative_id"));
        put(facts, "foundedOn", row.getString("founded_on"));
        put(facts, "addrId", row.getString("addr_id"));
        long capital = row.getLong("capital");
        put(
                facts,
                "capital",
                row.wasNull() ? null : BigDecimal.valueOf(capital, 2).toPlainString());
        return new LegalVersion(
                row.getObject("subject_id", UUID.class),
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                new LegalFacts(facts),
                PersonStore.sources(row.getString("sources")),
                Arrays.asList((String[]) row.getArray("conflicts").getArray()),
                row.getInt("records"),
                row.getString("reason"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("recorded_by"),
                row.getBoolean("is_demo"));
    }

    private static void put(Map<String, String> facts, String field, @Nullable String value) {
        if (value != null) {
            facts.put(field, value);
        }
    }
}
