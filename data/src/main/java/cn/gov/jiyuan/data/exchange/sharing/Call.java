package cn.gov.jiyuan.data.exchange.sharing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call as it is kept (调用日志).
 *
 * @param paramDigest digest of what was asked; never the parameters themselves
 * @param nonce null if the call was not signed, so that nobody can use up the nonces of others
 * @param persons blind indexes of those whom the answer concerned
 * @param first the first success of its grant, as far as this node knows
 */
record Call(
        UUID id,
        Instant at,
        @Nullable UUID grantId,
        String appKey,
        @Nullable UUID unitId,
        String unitName,
        String api,
        String resourceCode,
        String resourceName,
        String caseNumber,
        String purpose,
        String operator,
        String paramDigest,
        int rows,
        long latencyMicros,
        int status,
        String code,
        @Nullable String nonce,
        List<byte[]> persons,
        boolean first,
        boolean demo) {
    static final String OK = "OK";
}
