package cn.gov.jiyuan.platform.portal;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.transaction.TransactionException;

/**
 * Sessions in the database, written only when something has changed. A session is saved while the page goes out; if only
 * its last access cannot be noted then, the page goes out all the same and the next request notes it.
 */
final class SparingSessions<S extends Session> implements SessionRepository<SparingSession<S>> {
    private static final Logger LOG = LoggerFactory.getLogger(SparingSessions.class);

    private final SessionRepository<S> database;

    SparingSessions(SessionRepository<S> database) {
        this.database = database;
    }

    @Override
    public SparingSession<S> createSession() {
        return new SparingSession<>(database.createSession(), true);
    }

    @Override
    public @Nullable SparingSession<S> findById(String id) {
        S stored = database.findById(id);
        return stored == null ? null : new SparingSession<>(stored, false);
    }

    @Override
    public void deleteById(String id) {
        database.deleteById(id);
    }

    @Override
    public void save(SparingSession<S> session) {
        if (session.changed()) {
            database.save(session.stored());
        } else if (session.touched()) {
            note(session.stored());
        }
        session.settled();
    }

    private void note(S stored) {
        try {
            database.save(stored);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The last access of a session was not noted: {}", e.toString());
        }
    }
}
