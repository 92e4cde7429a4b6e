package cn.gov.jiyuan.support.identity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** SQL of sessions as other systems know them. That a session ended is written by a trigger. */
final class OpenidSessionStore {
    private final JdbcClient jdbc;

    OpenidSessionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The id under which other systems know this session; empty if the session is over. */
    Optional<UUID> sid(String sessionId, UUID personId, String issuer) {
        jdbc.sql("""
                        insert into identity.openid_session (sid, session_primary_id, person_id, issuer, means)
                        select gen_random_uuid(), s.primary_id, ?, ?, coalesce(i.means, 'PASSWORD') from identity.session s
                          left join identity.sign_in i on i.session_id = s.session_id and i.ended_at is null
                         where s.session_id = ? and s.principal_name = ?
                        on conflict (session_primary_id) do nothing
                        """).params(personId, issuer, sessionId, personId.toString()).update();
        return jdbc.sql("""
                        select o.sid from identity.openid_session o
                          join identity.session s on s.primary_id = o.session_primary_id
                         where s.session_id = ? and o.ended_at is null
                        """).param(sessionId).query(UUID.class).optional();
    }

    /** The session of the portal behind it; empty if it is over. */
    Optional<String> session(UUID sid) {
        return jdbc.sql("select s.session_id from identity.openid_session o"
                        + " join identity.session s on s.primary_id = o.session_primary_id where o.sid = ?")
                .param(sid)
                .query(String.class)
                .optional();
    }

    Means means(UUID sid) {
        return jdbc.sql("select means from identity.openid_session where sid = ?")
                .param(sid)
                .query((row, n) -> Means.valueOf(row.getString(1)))
                .optional()
                .orElse(Means.PASSWORD);
    }

    /** Forgets sessions of which nothing is left. */
    void deleteEmpty(int limit) {
        jdbc.sql("""
                        delete from identity.openid_session o where sid in (
                            select sid from identity.openid_session s
                             where began_at < now() - interval '2 days'
                               and not exists (select 1 from identity.session l where l.primary_id = s.session_primary_id)
                               and not exists (select 1 from identity.openid_grant g where g.sid = s.sid)
                               and not exists (select 1 from identity.logout_delivery d where d.sid = s.sid)
                               and not exists (select 1 from identity.ticket t where t.sid = s.sid)
                             limit ?)
                        """).param(limit).update();
    }
}
