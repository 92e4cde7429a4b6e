package cn.gov.jiyuan.contracts.onestop;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Matters of citizens and firms (办件), as other systems may see them. */
public interface Matters {
    /** The matter if it is the actor's own. */
    Optional<MatterView> own(Actor actor, UUID caseId);

    /** The matter of whoever holds the receipt with number and query code; empty unless both fit. */
    Optional<MatterView> ofReceipt(String number, String queryCode);

    /**
     * A matter.
     *
     * @param itemCode implementation code of its item
     * @param handledBy the official who decided, null before
     * @param finishedAt when the applicant had the result in hand (送达), null before
     */
    record MatterView(
            UUID id,
            String number,
            String title,
            String itemCode,
            UUID unitId,
            UUID applicantId,
            String state,
            @Nullable UUID handledBy,
            @Nullable Instant finishedAt) {}
}
