package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The content of an event exactly as it is stored.
 *
 * @param at in microseconds, as PostgreSQL keeps it
 * @param detail JSON text, kept letter by letter
 */
record Fact(
        Instant at,
        UUID actorId,
        String actorName,
        String actingAs,
        UUID principalId,
        String principalName,
        @Nullable UUID unitId,
        @Nullable String unitName,
        String action,
        String subjectType,
        String subjectId,
        String summary,
        String detail) {

    static Fact of(Instant at, Actor actor, AuditEvent event) {
        return new Fact(
                at.truncatedTo(ChronoUnit.MICROS),
                actor.personId(),
                clean(actor.name()),
                actor.actingAs().name(),
                actor.principalId(),
                clean(actor.principalName()),
                actor.unitId(),
                actor.unitName() == null ? null : clean(actor.unitName()),
                clean(event.action()),
                clean(event.subjectType()),
                clean(event.subjectId()),
                clean(event.summary()),
                CanonicalJson.of(event.detail()));
    }

    /** PostgreSQL stores neither NUL nor half a surrogate pair; both become U+FFFD. */
    private static String clean(String text) {
        return CanonicalJson.storable(text);
    }
}
