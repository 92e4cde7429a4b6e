package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.data.exchange.sharing.ShareRequest.Mode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A grant (共享授权): who may call for which items, rows, how often and until when. The secret stays sealed. */
record Grant(
        UUID id,
        UUID requestId,
        String resourceCode,
        String resourceName,
        UUID unitId,
        String unitName,
        UUID providerUnitId,
        String providerUnitName,
        String appKey,
        byte[] secret,
        int secretVersion,
        @Nullable Instant secretShownAt,
        List<RequestedField> fields,
        List<RowCondition> conditions,
        int dailyQuota,
        int perSecond,
        List<String> ips,
        Mode mode,
        String purpose,
        State state,
        Instant expireAt,
        @Nullable Instant firstSuccessAt,
        @Nullable Instant expiryToldAt,
        boolean demo) {
    /** Where a grant stands. */
    enum State {
        ACTIVE("使用中"),
        SUSPENDED("已停用"),
        EXPIRED("已到期"),
        ENDED("已终止");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    boolean expiredAt(Instant now) {
        return state == State.EXPIRED || !now.isBefore(expireAt);
    }
}
