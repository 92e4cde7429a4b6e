package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.jobs.RecurringWork;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Tells clients that a session is over (后台退出通知). Each client has a line of its own, so that one that does not answer
 * holds up nobody else; it is tried again with growing pauses, and an administrator sees it.
 */
@Component
final class LogoutCourier implements RecurringWork {
    private static final Logger LOG = LoggerFactory.getLogger(LogoutCourier.class);
    private static final int PORTION = 100;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    private final LogoutStore store;
    private final ClientStore clients;
    private final LogoutTokens tokens;
    private final BackChannel channel;
    private final ClientEvents events;
    private final OpenidRules rules;
    private final Clock clock;

    LogoutCourier(
            JdbcClient jdbc,
            LogoutTokens tokens,
            BackChannel channel,
            ClientEvents events,
            OpenidRules rules,
            Clock clock) {
        this.store = new LogoutStore(jdbc);
        this.clients = new ClientStore(jdbc);
        this.tokens = tokens;
        this.channel = channel;
        this.events = events;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "identity.logout";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(1);
    }

    @Override
    public boolean run() {
        List<LogoutStore.Due> due = store.due(clock.instant(), PORTION);
        Map<UUID, List<LogoutStore.Due>> lines = due.stream().collect(Collectors.groupingBy(LogoutStore.Due::clientId));
        List<Thread> threads = new ArrayList<>();
        lines.forEach((client, line) ->
                threads.add(Thread.ofVirtual().name("identity.logout " + client).start(() -> deliver(client, line))));
        threads.forEach(LogoutCourier::join);
        return due.size() == PORTION;
    }

    /** After one failure the rest of the line waits, too: the other side is down, and each try costs seconds. */
    private void deliver(UUID clientId, List<LogoutStore.Due> line) {
        try {
            Client client = clients.byId(clientId).orElseThrow();
            String answer = "";
            for (LogoutStore.Due due : line) {
                answer = answer.isEmpty() ? send(client, due) : answer;
                note(client, due, answer);
            }
        } catch (RuntimeException e) {
            LOG.error("Notices of logout to client {} failed", clientId, e);
        }
    }

    private String send(Client client, LogoutStore.Due due) {
        String address = client.particulars().backchannelUri();
        if (address.isEmpty()) {
            return "通知地址已取消";
        }
        String token = URLEncoder.encode(tokens.make(client, due), StandardCharsets.UTF_8);
        return channel.post(URI.create(address), "logout_token=" + token);
    }

    private void note(Client client, LogoutStore.Due due, String answer) {
        int attempts = due.attempts() + 1;
        if (answer.isEmpty()) {
            store.delivered(due.id(), clock.instant());
        } else if (attempts >= rules.logoutAttempts()) {
            store.giveUp(due.id(), answer, clock.instant());
            events.happened(ClientEvent.LOGOUT_GIVEN_UP, client, "已试 " + attempts + " 次，" + answer);
        } else {
            store.postpone(
                    due.id(), answer, clock.instant().plus(FIRST_PAUSE.multipliedBy(1L << Math.min(attempts - 1, 12))));
            if (attempts == 1) {
                events.happened(ClientEvent.LOGOUT_UNANSWERED, client, answer + "，将自动重试");
            }
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
