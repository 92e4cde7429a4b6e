package cn.gov.jiyuan.platform.federation;

import java.time.Instant;
import java.util.UUID;

/**
 * A row that the other side sent back (异常回写), to be corrected and sent again in a later batch.
 *
 * @param tableRowGuid {@link ExchangeRow#rowGuid()} of the row sent back
 * @param errorType {@code err_type} in the other side's words
 */
public record Abnormal(UUID rowGuid, UUID tableRowGuid, String batch, String errorType, String message, Instant at) {}
