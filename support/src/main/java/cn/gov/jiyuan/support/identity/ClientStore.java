package cn.gov.jiyuan.support.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of the systems whose users log in here. */
final class ClientStore {
    private static final String SELECT =
            "select id, client_id, name, unit_id, kind, redirect_uris, post_logout_uris, backchannel_uri, ticket_uri,"
                    + " scopes, secret_digest, state, secret_changed_at, version from identity.client ";

    private final JdbcClient jdbc;

    ClientStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Client> byId(UUID id) {
        return jdbc.sql(SELECT + "where id = ?")
                .param(id)
                .query(ClientStore::read)
                .optional();
    }

    Optional<Client> byClientId(String clientId) {
        return jdbc.sql(SELECT + "where client_id = ?")
                .param(clientId)
                .query(ClientStore::read)
                .optional();
    }

    /** Those that take tickets, by name. */
    List<Client> takingTickets(int limit) {
        return jdbc.sql(SELECT + "where ticket_uri <> '' and state = 'active' order by name, id limit ?")
                .param(limit)
                .query(ClientStore::read)
                .list();
    }

    void insert(Client client, Instant at) {
        Client.Particulars all = client.particulars();
        jdbc.sql("insert into identity.client (id, client_id, name, unit_id, kind, redirect_uris, post_logout_uris,"
                        + " backchannel_uri, ticket_uri, scopes, secret_digest, registered_at, secret_changed_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        client.id(),
                        client.clientId(),
                        all.name(),
                        all.unitId(),
                        all.kind().name(),
                        texts(all.redirectUris()),
                        texts(all.postLogoutUris()),
                        all.backchannelUri(),
                        all.ticketUri(),
                        scopes(all.scopes()),
                        client.secretDigest(),
                        utc(at),
                        utc(at))
                .update();
    }

    /** False if somebody else changed it first. */
    boolean change(UUID id, int version, Client.Particulars all) {
        return jdbc.sql("""
                        update identity.client
                           set name = ?, unit_id = ?, redirect_uris = ?, post_logout_uris = ?, backchannel_uri = ?,
                               ticket_uri = ?, scopes = ?, version = version + 1
                         where id = ? and version = ?
                        """)
                        .params(
                                all.name(),
                                all.unitId(),
                                texts(all.redirectUris()),
                                texts(all.postLogoutUris()),
                                all.backchannelUri(),
                                all.ticketUri(),
                                scopes(all.scopes()),
                                id,
                                version)
                        .update()
                == 1;
    }

    void changeSecret(UUID id, String digest, Instant at) {
        jdbc.sql(
                        "update identity.client set secret_digest = ?, secret_changed_at = ?, version = version + 1 where id = ?")
                .params(digest, utc(at), id)
                .update();
    }

    void changeState(UUID id, boolean active) {
        jdbc.sql("update identity.client set state = ?, version = version + 1 where id = ?")
                .params(active ? "active" : "suspended", id)
                .update();
    }

    private static Client read(ResultSet row, int number) throws SQLException {
        OffsetDateTime changed = row.getObject(13, OffsetDateTime.class);
        return new Client(
                row.getObject(1, UUID.class),
                row.getString(2),
                new Client.Particulars(
                        row.getString(3),
                        row.getObject(4, UUID.class),
                        Client.Kind.valueOf(row.getString(5)),
                        texts(row, 6),
                        texts(row, 7),
                        row.getString(8),
                        row.getString(9),
                        texts(row, 10).stream()
                                .flatMap(id -> Scope.of(id).stream())
                                .toList()),
                row.getString(11),
                row.getString(12).equals("active"),
                changed == null ? null : changed.toInstant(),
                row.getInt(14));
    }

    static List<String> texts(ResultSet row, int column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static String[] texts(List<String> all) {
        return all.toArray(String[]::new);
    }

    static String[] scopes(List<Scope> all) {
        return all.stream().map(Scope::id).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
