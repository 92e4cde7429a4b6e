package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the timeline (办理过程), without gaps from 1. Entries are never changed or removed.
 *
 * @param action id of the action, {@code task.…} for operations on tasks
 * @param version version of the case after it; grows with each change of the case, not with operations on tasks
 * @param actorName name of an official; masked for others
 * @param note what the operation was about: to whom, how decided
 * @param key idempotency key of the submission
 */
public record TimelineEntry(
        int sequence,
        String action,
        String label,
        String from,
        String to,
        int version,
        UUID personId,
        String actorName,
        ActingAs actingAs,
        UUID principalId,
        @Nullable UUID unitId,
        @Nullable String unitName,
        Instant at,
        String opinion,
        String reason,
        @Nullable UUID taskId,
        String note,
        @Nullable String key) {

    boolean moves() {
        return !from.equals(to);
    }
}
