package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** SQL of claims of guardianship. */
final class GuardianshipStore {
    private static final String WARD = "identity.guardianship.ward";

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;

    GuardianshipStore(JdbcClient jdbc, PersonalCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** The minor as the guardian states him. */
    record Ward(String name, String idNumber) {}

    record Claim(
            UUID caseId,
            UUID guardianId,
            Ward ward,
            Kinship kinship,
            Instant filedAt,
            @Nullable UUID wardId) {}

    void insert(Claim claim) {
        jdbc.sql("insert into identity.guardianship (case_id, guardian_id, ward_sealed, ward_blind, kinship, filed_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        claim.caseId(),
                        claim.guardianId(),
                        cipher.seal(WARD, claim.caseId(), JsonMapper.shared().writeValueAsString(claim.ward())),
                        blind(claim.ward().idNumber()),
                        claim.kinship().name(),
                        claim.filedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Claim> find(UUID caseId) {
        return jdbc.sql("select * from identity.guardianship where case_id = ?")
                .param(caseId)
                .query((row, n) -> read(row))
                .optional();
    }

    List<Claim> of(UUID guardian) {
        return jdbc.sql("select * from identity.guardianship where guardian_id = ? order by filed_at desc limit 50")
                .param(guardian)
                .query((row, n) -> read(row))
                .list();
    }

    List<UUID> casesFor(UUID guardian, String wardIdNumber) {
        return jdbc.sql("select case_id from identity.guardianship where guardian_id = ? and ward_blind = ?")
                .params(guardian, blind(wardIdNumber))
                .query(UUID.class)
                .list();
    }

    void verified(UUID caseId, UUID ward) {
        jdbc.sql("update identity.guardianship set ward_id = ? where case_id = ?")
                .params(ward, caseId)
                .update();
    }

    private byte[] blind(String idNumber) {
        return cipher.blind("id-number", idNumber);
    }

    private Claim read(ResultSet row) throws SQLException {
        UUID id = row.getObject("case_id", UUID.class);
        return new Claim(
                id,
                row.getObject("guardian_id", UUID.class),
                JsonMapper.shared().readValue(cipher.open(WARD, id, row.getBytes("ward_sealed")), Ward.class),
                Kinship.valueOf(row.getString("kinship")),
                row.getTimestamp("filed_at").toInstant(),
                row.getObject("ward_id", UUID.class));
    }
}
