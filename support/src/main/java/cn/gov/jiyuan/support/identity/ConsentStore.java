package cn.gov.jiyuan.support.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of what people agreed to. */
final class ConsentStore {
    private final JdbcClient jdbc;

    record Given(UUID clientId, String clientName, UUID unitId, List<Scope> scopes, Instant at) {}

    ConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Set<String>> find(UUID clientId, UUID personId) {
        return jdbc.sql("select scopes from identity.consent where client_id = ? and person_id = ?")
                .params(clientId, personId)
                .query((row, n) -> Set.copyOf(ClientStore.texts(row, 1)))
                .optional();
    }

    void put(UUID clientId, UUID personId, Set<String> scopes, Instant at) {
        jdbc.sql(
                        "insert into identity.consent (client_id, person_id, scopes, given_at) values (?, ?, ?, ?)"
                                + " on conflict (person_id, client_id) do update set scopes = excluded.scopes, given_at = excluded.given_at")
                .params(
                        clientId,
                        personId,
                        scopes.stream().sorted().toArray(String[]::new),
                        at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean delete(UUID clientId, UUID personId) {
        return jdbc.sql("delete from identity.consent where client_id = ? and person_id = ?")
                        .params(clientId, personId)
                        .update()
                == 1;
    }

    List<Given> of(UUID personId, int limit) {
        return jdbc.sql("""
                        select k.client_id, c.name, c.unit_id, k.scopes, k.given_at
                          from identity.consent k join identity.client c on c.id = k.client_id
                         where k.person_id = ? order by k.given_at desc, k.client_id limit ?
                        """)
                .params(personId, limit)
                .query((row, n) -> new Given(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getObject(3, UUID.class),
                        ClientStore.texts(row, 4).stream()
                                .flatMap(id -> Scope.of(id).stream())
                                .sorted()
                                .toList(),
                        Objects.requireNonNull(row.getObject(5, OffsetDateTime.class))
                                .toInstant()))
                .list();
    }
}
