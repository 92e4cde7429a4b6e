package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one place through which sessions end (会话终止), whatever the reason. The row of the session goes, so that the next
 * request on any node is nobody's, and every {@link SessionEnd} is told in the same transaction.
 */
@Component
final class SessionEnding {
    private final SignInStore store;
    private final ObjectProvider<SessionEnd> listeners;
    private final TransactionTemplate transactions;
    private final Clock clock;

    SessionEnding(
            JdbcClient jdbc,
            PersonalCipher cipher,
            ObjectProvider<SessionEnd> listeners,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = new SignInStore(jdbc, cipher);
        this.listeners = listeners;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    void session(String sessionId, SessionEnd.Reason reason) {
        tell(() -> store.endSession(sessionId, reason, clock.instant()));
    }

    /** @return how many ended: none if the sign-in is not his or over already */
    int signIn(UUID personId, UUID signIn, SessionEnd.Reason reason) {
        return tell(() -> store.endSignIn(personId, signIn, reason, clock.instant()));
    }

    /** @param except the session that lives on; empty for none */
    int person(UUID personId, String except, SessionEnd.Reason reason) {
        return tell(() -> store.endPerson(personId, except, reason, clock.instant()));
    }

    /** All sessions whose holder acts in a capacity now. */
    int capacity(Capacity capacity, SessionEnd.Reason reason) {
        return tell(() -> store.endCapacity(capacity.token(), reason, clock.instant()));
    }

    private int tell(Supplier<List<SessionEnd.Ended>> ending) {
        Integer ended = transactions.execute(status -> {
            List<SessionEnd.Ended> sessions = ending.get();
            sessions.forEach(session -> listeners.forEach(listener -> listener.ended(session)));
            return sessions.size();
        });
        return ended == null ? 0 : ended;
    }
}
