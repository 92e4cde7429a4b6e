package cn.gov.jiyuan.platform.documents;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A seal to be made (制章申请).
 *
 * @param code seal code (印章编码), ASCII; here 6 digits of the division and 8 of a number
 * @param name for a reader, “济源市市场监督管理局公章”
 * @param text on the seal: the unit's full legal name, or a person's name
 * @param unitCode its unified social credit code, if it has one
 * @param signerKey key of the vault that signs with this seal; made if it is not there
 */
public record SealRequest(
        String code,
        String name,
        SealKind kind,
        String text,
        @Nullable String unitCode,
        String signerKey,
        Instant from,
        Instant until) {}
