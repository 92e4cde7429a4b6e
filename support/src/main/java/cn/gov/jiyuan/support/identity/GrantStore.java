package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of grants. Of tokens only keyed digests are kept, and of the rest a sealed body. */
final class GrantStore {
    private static final String COLUMN = "identity.openid_grant.body_sealed";

    private final JdbcClient jdbc;
    private final PersonalCipher cipher;

    /** By what a grant is found. */
    enum Token {
        STATE("state_blind"),
        CODE("code_blind"),
        ACCESS("access_blind"),
        REFRESH("refresh_blind"),
        SPENT("spent_blind"),
        ID("id_blind");

        private final String column;

        Token(String column) {
            this.column = column;
        }

        /** Used and unused refresh tokens must have the same digest. */
        private String domain() {
            return "identity.openid_grant." + (this == SPENT ? REFRESH : this).column;
        }
    }

    /** @param expiresAt null while the person has not answered yet */
    record Row(
            UUID id,
            UUID clientId,
            UUID personId,
            UUID sid,
            @Nullable Instant expiresAt,
            Map<Token, String> tokens,
            String body) {}

    record Found(UUID id, UUID clientId, String body, int version, boolean ended) {}

    GrantStore(JdbcClient jdbc, PersonalCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    Optional<Found> find(Token token, String value) {
        return find(token.column + " = ?", blind(token, value));
    }

    Optional<Found> find(UUID id) {
        return find("id = ?", id);
    }

    private Optional<Found> find(String condition, Object value) {
        return jdbc.sql(
                        "select id, client_id, body_sealed, version, ended_at is not null from identity.openid_grant where "
                                + condition)
                .param(value)
                .query(this::read)
                .optional();
    }

    private Found read(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        return new Found(
                id,
                row.getObject(2, UUID.class),
                cipher.open(COLUMN, id, row.getBytes(3)),
                row.getInt(4),
                row.getBoolean(5));
    }

    /** A grant of a session that ended meanwhile has ended, too. */
    void insert(Row row) {
        jdbc.sql("""
                        insert into identity.openid_grant (id, client_id, person_id, sid, state_blind, code_blind,
                            access_blind, refresh_blind, id_blind, body_sealed, version, expires_at, ended_at)
                        select ?, ?, ?, sid, ?::bytea, ?::bytea, ?::bytea, ?::bytea, ?::bytea, ?, 1, coalesce(?::timestamptz, now() + interval '30 minutes'), ended_at
                          from identity.openid_session where sid = ?
                        """)
                .param(row.id())
                .param(row.clientId())
                .param(row.personId())
                .param(blind(row, Token.STATE))
                .param(blind(row, Token.CODE))
                .param(blind(row, Token.ACCESS))
                .param(blind(row, Token.REFRESH))
                .param(blind(row, Token.ID))
                .param(cipher.seal(COLUMN, row.id(), row.body()))
                .param(utc(row.expiresAt()))
                .param(row.sid())
                .update();
    }

    /** False if the grant has ended or somebody else changed it first, as when a code is used twice at once. */
    boolean update(Row row, int version) {
        byte[] refresh = blind(row, Token.REFRESH);
        return jdbc.sql("""
                        update identity.openid_grant
                           set spent_blind = case when refresh_blind is distinct from ?::bytea then refresh_blind else spent_blind end,
                               state_blind = ?, code_blind = ?, access_blind = ?, refresh_blind = ?, id_blind = ?,
                               body_sealed = ?, expires_at = coalesce(?::timestamptz, expires_at), version = version + 1
                         where id = ? and version = ? and ended_at is null
                        """)
                        .param(refresh)
                        .param(blind(row, Token.STATE))
                        .param(blind(row, Token.CODE))
                        .param(blind(row, Token.ACCESS))
                        .param(refresh)
                        .param(blind(row, Token.ID))
                        .param(cipher.seal(COLUMN, row.id(), row.body()))
                        .param(utc(row.expiresAt()))
                        .param(row.id())
                        .param(version)
                        .update()
                == 1;
    }

    void delete(UUID id) {
        jdbc.sql("delete from identity.openid_grant where id = ?").param(id).update();
    }

    void end(UUID id) {
        jdbc.sql("update identity.openid_grant set ended_at = now() where id = ? and ended_at is null")
                .param(id)
                .update();
    }

    void endOfClient(UUID clientId) {
        jdbc.sql("update identity.openid_grant set ended_at = now() where client_id = ? and ended_at is null")
                .param(clientId)
                .update();
    }

    /** @return the sessions in which they were given */
    List<UUID> endOfPerson(UUID personId, UUID clientId) {
        return jdbc
                .sql(
                        "update identity.openid_grant set ended_at = now()"
                                + " where person_id = ? and client_id = ? and ended_at is null and code_blind is not null returning sid")
                .params(personId, clientId)
                .query(UUID.class)
                .list()
                .stream()
                .distinct()
                .toList();
    }

    int deleteExpired(int limit) {
        return jdbc.sql("delete from identity.openid_grant where id in (select id from identity.openid_grant"
                        + " where expires_at < now() - interval '1 day' limit ?)")
                .param(limit)
                .update();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private byte @Nullable [] blind(Row row, Token token) {
        String value = row.tokens().get(token);
        return value == null ? null : blind(token, value);
    }

    private byte[] blind(Token token, String value) {
        return cipher.blind(token.domain(), value);
    }
}
