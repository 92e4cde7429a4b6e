package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks into the audit trail (审计查询), newest first, within the reach of who asks. */
public interface AuditTrail {
    /** Permission to look into the trail. */
    String READ = "audit.event.read";

    /**
     * Finds events.
     *
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code audit.bad-cursor} if {@code after} is none of ours
     */
    Page find(Actor viewer, Query query);

    /** All events that a query finds, newest first, whatever their number; the page of the query does not matter. */
    void each(Actor viewer, Query query, Consumer<Entry> consumer);

    /** How far the chain is. */
    Standing standing();

    /** The newest events of one thing, for its own page; whoever may see the thing may see these. */
    List<Entry> history(String subjectType, String subjectId, int limit);

    /**
     * What to look for; null means any.
     *
     * @param from earliest instant, inclusive
     * @param to latest instant, exclusive
     * @param after {@link Page#next()} of the page before
     * @param limit at most 500
     */
    record Query(
            @Nullable String subjectType,
            @Nullable String subjectId,
            @Nullable UUID actorId,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String after,
            int limit) {}

    /**
     * How far events are linked and signed.
     *
     * @param linked place of the last event in the chain, 0 if there is none
     * @param hash chain value there, in hexadecimal; to be noted down outside the system
     * @param signed last place that a signed checkpoint covers
     * @param signedAt when it was signed; null if there is none
     */
    record Standing(
            long linked, String hash, long signed, @Nullable Instant signedAt) {}

    /** @param next where the next page begins; null on the last */
    record Page(List<Entry> entries, @Nullable String next) {}

    /**
     * One event.
     *
     * @param id lane and number, {@code 17-204}
     * @param detail JSON text
     * @param position place in the chain; null until it is sealed, some seconds later
     */
    record Entry(
            String id,
            Instant at,
            UUID actorId,
            String actorName,
            String actingAs,
            UUID principalId,
            String principalName,
            @Nullable String unitName,
            String action,
            String subjectType,
            String subjectId,
            String summary,
            String detail,
            @Nullable Long position) {}
}
