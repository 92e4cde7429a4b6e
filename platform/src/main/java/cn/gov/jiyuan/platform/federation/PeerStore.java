package cn.gov.jiyuan.platform.federation;

import cn.gov.jiyuan.platform.instance.Instance.Level;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Peers, and the nonces that they used. */
final class PeerStore {
    private final JdbcTemplate jdbc;

    PeerStore(DataSource dataSource) {
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /** Registers a peer, or puts another registration in the place of a suspended one. @return false if an active one is there */
    boolean register(Peer peer, String by, Instant at) {
        return jdbc.update(
                        "insert into federation.peer (code, name, level, address, certificate, fingerprint, state,"
                                + " registered_by, registered_at, version, is_demo) values (?,?,?,?,?,?,'ACTIVE',?,?,1,?)"
                                + " on conflict (code) do update set name = excluded.name, level = excluded.level,"
                                + " address = excluded.address, certificate = excluded.certificate,"
                                + " fingerprint = excluded.fingerprint, state = 'ACTIVE',"
                                + " registered_by = excluded.registered_by, registered_at = excluded.registered_at,"
                                + " refusal = '', version = peer.version + 1 where peer.state = 'SUSPENDED'",
                        peer.code(),
                        peer.name(),
                        peer.level().name(),
                        peer.address().toString(),
                        PeerKey.encoded(peer.certificate()),
                        PeerKey.fingerprint(peer.certificate()),
                        by,
                        at.atOffset(ZoneOffset.UTC),
                        peer.demo())
                == 1;
    }

    /** @return false if it was so before */
    boolean state(String code, Peer.State state) {
        return jdbc.update(
                        "update federation.peer set state = ?, version = version + 1 where code = ? and state <> ?",
                        state.name(),
                        code,
                        state.name())
                == 1;
    }

    void heard(String code, Instant at) {
        jdbc.update(
                "update federation.peer set heard_at = greatest(heard_at, ?) where code = ?",
                at.atOffset(ZoneOffset.UTC),
                code);
    }

    void refused(String code, String why) {
        jdbc.update("update federation.peer set refusal = ? where code = ? and refusal <> ?", why, code, why);
    }

    Optional<Peer> find(String code) {
        return jdbc.query("select * from federation.peer where code = ?", (row, n) -> peer(row), code).stream()
                .findFirst();
    }

    List<Peer> active() {
        return jdbc.query("select * from federation.peer where state = 'ACTIVE' order by code", (row, n) -> peer(row));
    }

    /** @return false if the peer used it before */
    boolean use(String peer, String nonce, Instant at) {
        return jdbc.update(
                        "insert into federation.nonce (peer, nonce, seen_at) values (?, ?, ?) on conflict do nothing",
                        peer,
                        nonce,
                        at.atOffset(ZoneOffset.UTC))
                == 1;
    }

    void forgetNonces(Instant before) {
        jdbc.update("delete from federation.nonce where seen_at < ?", before.atOffset(ZoneOffset.UTC));
    }

    private static Peer peer(ResultSet row) throws SQLException {
        return new Peer(
                row.getString("code"),
                row.getString("name"),
                Level.valueOf(row.getString("level")),
                URI.create(row.getString("address")),
                PeerKey.ofDer(row.getBytes("certificate")),
                Peer.State.valueOf(row.getString("state")),
                row.getBoolean("is_demo"));
    }
}
