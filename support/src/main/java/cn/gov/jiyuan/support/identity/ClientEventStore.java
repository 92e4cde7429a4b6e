package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.id.Ids;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of what happened between this platform and other systems. */
final class ClientEventStore {
    private final JdbcClient jdbc;

    ClientEventStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ClientEvent kind, String clientId, String name, String detail, byte @Nullable [] visitor, Instant at) {
        jdbc.sql("insert into identity.client_event (id, client_id, client_name, kind, detail, visitor_blind, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(Ids.next())
                .param(clientId)
                .param(name)
                .param(kind.name())
                .param(detail)
                .param(visitor)
                .param(at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Refusals of a client from an address. */
    long refusals(String clientId, byte[] visitor, Instant since) {
        return jdbc.sql("select count(*) from identity.client_event where visitor_blind = ? and at > ?"
                        + " and client_id = ? and kind not in ('REDIRECT_REFUSED', 'REQUEST_REFUSED')")
                .params(visitor, since.atOffset(ZoneOffset.UTC), clientId)
                .query(Long.class)
                .single();
    }

    /** Events from an address, whatever client it named: those that anybody's browser can bring about, or all others. */
    long refusals(byte[] visitor, boolean byBrowser, Instant since) {
        return jdbc.sql("select count(*) from identity.client_event where visitor_blind = ? and at > ?"
                        + " and (kind in ('REDIRECT_REFUSED', 'REQUEST_REFUSED')) = ?")
                .params(visitor, since.atOffset(ZoneOffset.UTC), byBrowser)
                .query(Long.class)
                .single();
    }
}
