package cn.gov.jiyuan.platform.portal;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** A session (会话) that notes its last access at most once a minute, and knows whether anything else has changed in it. */
final class SparingSession<S extends Session> implements Session {
    static final Duration GRAIN = Duration.ofMinutes(1);

    private final S stored;
    private boolean touched;
    private boolean changed;

    SparingSession(S stored, boolean fresh) {
        this.stored = stored;
        this.changed = fresh;
    }

    S stored() {
        return stored;
    }

    boolean touched() {
        return touched;
    }

    boolean changed() {
        return changed;
    }

    void settled() {
        touched = false;
        changed = false;
    }

    @Override
    public void setLastAccessedTime(Instant now) {
        if (!now.isBefore(stored.getLastAccessedTime().plus(GRAIN))) {
            stored.setLastAccessedTime(now);
            touched = true;
        }
    }

    @Override
    public Instant getLastAccessedTime() {
        return stored.getLastAccessedTime();
    }

    @Override
    public String getId() {
        return stored.getId();
    }

    @Override
    public String changeSessionId() {
        changed = true;
        return stored.changeSessionId();
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals")
    public <T> @Nullable T getAttribute(String name) {
        return stored.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return stored.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, Object value) {
        changed = true;
        stored.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        changed = true;
        stored.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return stored.getCreationTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        changed = true;
        stored.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return stored.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return stored.isExpired();
    }
}
