package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.time.Instant;
import java.util.List;

/** Writes audit events in the caller's transaction. Linking into the hash chain happens later, by the sealer. */
public interface Audit {
    /** Records one event at the present instant; joins the caller's transaction, which must exist. */
    void record(Actor actor, AuditEvent event);

    /** Records events that happened earlier (history import, demo data), by the bulk path. */
    void recordAll(List<Past> events);

    /** An event with the instant at which it really happened. */
    record Past(Instant at, Actor actor, AuditEvent event) {}
}
