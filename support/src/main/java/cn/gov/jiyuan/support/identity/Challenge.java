package cn.gov.jiyuan.support.identity;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A code sent by text message that somebody has to repeat, and what he wants to do with it (短信验证). */
record Challenge(
        UUID id,
        Purpose purpose,
        Facts facts,
        Instant expiresAt,
        int failures,
        @Nullable Instant usedAt) {
    enum Purpose {
        REGISTER,
        RESET,
        REACTIVATE
    }

    /**
     * What is verified by it; kept encrypted.
     *
     * @param personId the person known already; null for one who is not, and for a reset that fits nobody
     * @param code six digits
     */
    record Facts(
            String name,
            String idNumber,
            String phone,
            @Nullable UUID personId,
            String code) {}

    boolean isLive(Instant now, int failuresAllowed) {
        return usedAt == null && expiresAt.isAfter(now) && failures < failuresAllowed;
    }
}
