package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Turns the signing key when it is old enough, and forgets what has run out. */
@Component
final class OpenidCare implements RecurringWork {
    private static final int PORTION = 1000;
    private static final Duration NOTICES_KEPT = Duration.ofDays(90);

    private final SigningKeys keys;
    private final GrantStore grants;
    private final TicketStore tickets;
    private final LogoutStore logouts;
    private final OpenidSessionStore sessions;
    private final Clock clock;

    OpenidCare(JdbcClient jdbc, PersonalCipher cipher, SigningKeys keys, Clock clock) {
        this.keys = keys;
        this.grants = new GrantStore(jdbc, cipher);
        this.tickets = new TicketStore(jdbc, cipher);
        this.logouts = new LogoutStore(jdbc);
        this.sessions = new OpenidSessionStore(jdbc);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "identity.openid";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean run() {
        keys.turn();
        logouts.deleteOlder(clock.instant().minus(NOTICES_KEPT), PORTION);
        tickets.deleteExpired(PORTION);
        boolean more = grants.deleteExpired(PORTION) == PORTION;
        sessions.deleteEmpty(PORTION);
        return more;
    }
}
