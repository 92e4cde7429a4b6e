package cn.gov.jiyuan.platform.portal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of kept forms. */
final class KeptFormStore {
    static final String FIELDS = "portal.kept_form.fields";

    private final JdbcClient jdbc;

    KeptFormStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(UUID id, byte[] fields) {}

    boolean isFull(int most) {
        return jdbc.sql("select count(*) from (select 1 from portal.kept_form limit ?) counted")
                        .param(most)
                        .query(Integer.class)
                        .single()
                >= most;
    }

    void insert(UUID id, byte[] tokenBlind, byte[] fields, Instant expires) {
        jdbc.sql("insert into portal.kept_form (id, token_blind, fields_sealed, expires_at) values (?, ?, ?, ?)")
                .params(id, tokenBlind, fields, expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Row> find(byte[] tokenBlind, Instant now) {
        return jdbc.sql("select id, fields_sealed from portal.kept_form where token_blind = ? and expires_at > ?")
                .params(tokenBlind, now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Row(row.getObject(1, UUID.class), row.getBytes(2)))
                .optional();
    }

    void delete(byte[] tokenBlind) {
        jdbc.sql("delete from portal.kept_form where token_blind = ?")
                .param(tokenBlind)
                .update();
    }

    void deleteExpired(Instant now) {
        jdbc.sql("delete from portal.kept_form where expires_at <= ?")
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
