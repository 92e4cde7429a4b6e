package cn.gov.jiyuan.support.seals;

import cn.gov.jiyuan.contracts.seals.SealKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of schema {@code seals}. */
final class SealStore {
    private final JdbcClient jdbc;

    SealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A seal as registered. */
    record Seal(
            UUID id,
            String code,
            UUID unitId,
            SealKind kind,
            String name,
            byte[] blob,
            String keyName,
            State state,
            LocalDate validFrom,
            LocalDate validTo,
            int version) {}

    enum State {
        ACTIVE("启用"),
        SUSPENDED("停用"),
        REVOKED("注销");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    Optional<Seal> active(UUID unitId, SealKind kind) {
        return jdbc.sql("select * from seals.seal where unit_id = ? and kind = ? and state = 'ACTIVE'")
                .params(unitId, kind.name())
                .query((row, n) -> read(row))
                .optional();
    }

    Optional<Seal> find(UUID id) {
        return jdbc.sql("select * from seals.seal where id = ?")
                .param(id)
                .query((row, n) -> read(row))
                .optional();
    }

    private static Seal read(ResultSet row) throws SQLException {
        return new Seal(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getObject("unit_id", UUID.class),
                SealKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getBytes("blob"),
                row.getString("key_name"),
                State.valueOf(row.getString("state")),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getInt("version"));
    }

    void insert(Seal seal, Instant at, boolean demo) {
        jdbc.sql("""
                        insert into seals.seal (id, code, unit_id, kind, name, blob, key_name, state, valid_from,
                               valid_to, made_at, changed_at, is_demo)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        seal.id(),
                        seal.code(),
                        seal.unitId(),
                        seal.kind().name(),
                        seal.name(),
                        seal.blob(),
                        seal.keyName(),
                        seal.state().name(),
                        seal.validFrom(),
                        seal.validTo(),
                        utc(at),
                        utc(at),
                        demo)
                .update();
    }

    /** False if somebody changed the seal in between. */
    boolean changeState(UUID id, int version, State state, Instant at) {
        return jdbc.sql("update seals.seal set state = ?, version = version + 1, changed_at = ?"
                                + " where id = ? and version = ?")
                        .params(state.name(), utc(at), id, version)
                        .update()
                == 1;
    }

    /** Records one use. The count of uses is the number of these rows: a counter on the seal would make signers wait. */
    void used(UUID id, Seal seal, UUID caseId, String document, UUID signerId, String signer, Instant at, String sm3) {
        jdbc.sql("""
                        insert into seals.use (id, seal_id, unit_id, case_id, document, signer_id, signer, used_at, ofd_sm3)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(id, seal.id(), seal.unitId(), caseId, document, signerId, signer, utc(at), sm3)
                .update();
    }

    int nextCode() {
        return jdbc.sql("select nextval('seals.code')").query(Integer.class).single();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
