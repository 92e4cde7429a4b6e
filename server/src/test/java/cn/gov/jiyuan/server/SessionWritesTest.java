package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whoever turns the pages does not write to his session with each of them. */
class SessionWritesTest extends ServerTest {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    @Test
    void theLastAccessIsNotedOnceAMinute() {
        Browser citizen = someoneAs("citizen");
        String session = newest();

        long before = Instant.now().toEpochMilli() - MINUTE / 2;
        lastSeen(session, before);
        assertThat(citizen.get("/my").status()).isEqualTo(200);
        assertThat(citizen.getJson("/api/session").status()).isEqualTo(200);
        assertThat(lastSeen(session)).as("half a minute ago is good enough").isEqualTo(before);

        lastSeen(session, before - MINUTE);
        long now = Instant.now().toEpochMilli();
        assertThat(citizen.get("/my").status()).isEqualTo(200);
        assertThat(lastSeen(session)).isGreaterThanOrEqualTo(now);
        assertThat(expiry(session))
                .isEqualTo(lastSeen(session) + Duration.ofHours(8).toMillis());
    }

    @Test
    void aSessionThatWasLeftForEightHoursIsOver() {
        Browser citizen = someoneAs("citizen");
        String session = newest();
        long now = Instant.now().toEpochMilli();
        lastSeen(session, now - Duration.ofHours(8).toMillis() + MINUTE);
        assertThat(citizen.get("/my").path()).isEqualTo("/my");
        lastSeen(session, now - Duration.ofHours(8).toMillis() - 1);
        assertThat(citizen.get("/my").path()).startsWith("/login");
    }

    @Test
    void aPageGoesOutWholeThoughTheSessionCannotBeWritten() {
        Browser citizen = someoneAs("citizen");
        String whole = citizen.get("/my").text();
        String session = newest();
        long old = Instant.now().toEpochMilli() - 2 * MINUTE;
        lastSeen(session, old);
        refuseWrites(session);
        try {
            Answer page = citizen.get("/my");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.text()).isEqualTo(whole);
            assertThat(lastSeen(session)).isEqualTo(old);
        } finally {
            jdbc.sql("drop trigger unwritable on identity.session").update();
            jdbc.sql("drop function identity.unwritable()").update();
        }
        citizen.get("/my");
        assertThat(lastSeen(session)).as("the next request notes it").isGreaterThan(old);
    }

    private void refuseWrites(String session) {
        jdbc.sql("""
                create function identity.unwritable() returns trigger language plpgsql as $$
                begin raise exception 'not now'; end $$
                """).update();
        jdbc.sql("create trigger unwritable before update on identity.session for each row when (old.session_id = '"
                        + session + "') execute function identity.unwritable()")
                .update();
    }

    private String newest() {
        return jdbc.sql("select session_id from identity.session order by creation_time desc limit 1")
                .query(String.class)
                .single();
    }

    private long lastSeen(String session) {
        return jdbc.sql("select last_access_time from identity.session where session_id = ?")
                .param(session)
                .query(Long.class)
                .single();
    }

    private long expiry(String session) {
        return jdbc.sql("select expiry_time from identity.session where session_id = ?")
                .param(session)
                .query(Long.class)
                .single();
    }

    private void lastSeen(String session, long at) {
        jdbc.sql("update identity.session set last_access_time = ? where session_id = ?")
                .params(at, session)
                .update();
    }
}
