package cn.gov.jiyuan.data.registers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Versions of electronic licences in the register. */
@Component
final class LicenceStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    LicenceStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void insertAll(List<LicenceVersion> versions) {
        template.batchUpdate(
                "insert into registers.licence_version (licence_id, version, valid_from, valid_to, identifier, number,"
                        + " type_code, type_name, holder_id, holder_shown, holder_kind, unit_id, unit_name, issued_on,"
                        + " starts_on, ends_on, state, topic, entry, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                versions.stream()
                        .map(v -> new @Nullable Object[] {
                            v.licenceId(),
                            v.version(),
                            v.from(),
                            v.to(),
                            v.identifier(),
                            v.number(),
                            v.typeCode(),
                            v.typeName(),
                            v.holderId(),
                            v.holderShown(),
                            v.holderKind(),
                            v.unitId(),
                            v.unitName(),
                            v.issuedOn(),
                            v.startsOn(),
                            v.endsOn(),
                            v.state(),
                            v.topic(),
                            v.entry(),
                            v.recordedAt().atOffset(ZoneOffset.UTC)
                        })
                        .toList());
    }

    /** The versions in force of these licences. */
    List<LicenceVersion> current(Collection<UUID> licences) {
        return jdbc.sql("select * from registers.licence_version where licence_id = any (?) and valid_to is null")
                .param(licences.toArray(UUID[]::new))
                .query((row, n) -> read(row))
                .list();
    }

    Optional<LicenceVersion> current(UUID licence) {
        return jdbc.sql("select * from registers.licence_version where licence_id = ? and valid_to is null")
                .param(licence)
                .query((row, n) -> read(row))
                .optional();
    }

    List<LicenceVersion> versions(UUID licence) {
        return jdbc.sql("select * from registers.licence_version where licence_id = ? order by version desc limit 200")
                .param(licence)
                .query((row, n) -> read(row))
                .list();
    }

    /** Current licences of these holders, the newest first. */
    List<LicenceVersion> heldBy(List<UUID> holders, int limit) {
        return jdbc.sql("select * from registers.licence_version where holder_id = any (?) and valid_to is null"
                        + " order by issued_on desc, licence_id limit ?")
                .param(holders.toArray(UUID[]::new))
                .param(limit)
                .query((row, n) -> read(row))
                .list();
    }

    void close(UUID licence, int version, LocalDate to) {
        jdbc.sql("update registers.licence_version set valid_to = ? where licence_id = ? and version = ?")
                .params(to, licence, version)
                .update();
    }

    private static LicenceVersion read(ResultSet row) throws SQLException {
        return new LicenceVersion(
                row.getObject("licence_id", UUID.class),
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("identifier"),
                row.getString("number"),
                row.getString("type_code"),
                row.getString("type_name"),
                row.getObject("holder_id", UUID.class),
                row.getString("holder_shown"),
                row.getString("holder_kind"),
                row.getObject("unit_id", UUID.class),
                row.getString("unit_name"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getString("state"),
                row.getString("topic"),
                row.getLong("entry"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }
}
