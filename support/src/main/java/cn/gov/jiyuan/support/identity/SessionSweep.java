package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.parties.Posts;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ends sessions that ran out, and those in posts whose last day is over; forgets sign-ins that are old enough. */
@Component
final class SessionSweep implements RecurringWork {
    private static final int PORTION = 500;

    private final SignInStore store;
    private final SessionEnding ending;
    private final Posts registered;
    private final SignInRules rules;
    private final Clock clock;

    SessionSweep(
            JdbcClient jdbc,
            PersonalCipher cipher,
            SessionEnding ending,
            Posts registered,
            SignInRules rules,
            Clock clock) {
        this.store = new SignInStore(jdbc, cipher);
        this.ending = ending;
        this.registered = registered;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "identity.sessions";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean run() {
        List<String> expired = store.expired(PORTION);
        expired.forEach(session -> ending.session(session, SessionEnd.Reason.EXPIRED));
        endedPosts();
        store.deleteOlder(rules.signInsKeptSince());
        return expired.size() == PORTION;
    }

    private void endedPosts() {
        String official = ActingAs.OFFICIAL.name() + ":";
        List<String> portion = store.liveCapacities(official, "", PORTION);
        while (!portion.isEmpty()) {
            Set<UUID> posts = portion.stream()
                    .map(token -> UUID.fromString(token.substring(official.length())))
                    .collect(Collectors.toSet());
            posts.removeAll(registered.holding(posts, LocalDate.now(clock)));
            posts.forEach(post -> ending.capacity(new Capacity(ActingAs.OFFICIAL, post), SessionEnd.Reason.POST_ENDED));
            portion = store.liveCapacities(official, portion.getLast(), PORTION);
        }
    }
}
