package cn.gov.jiyuan.platform.federation;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Limits and times of the exchange with other installations.
 *
 * @param rows of one batch at most
 * @param size of the contents of one batch at most; what comes in may be twice as large
 * @param window how far the clock of a sender may differ
 * @param patience how long an answer is waited for
 * @param pause between two looks into the outbox
 * @param firstRetry after the first failure; it doubles
 * @param longestRetry longest pause between two tries
 * @param certificateFile where this installation leaves its certificate for whoever joins it; absent in operation
 * @param join a peer of the demonstration to register at start, absent in operation
 */
@Validated
@ConfigurationProperties("jiyuan.federation")
record FederationSettings(
        @DefaultValue("200") @Min(1) @Max(10_000) int rows,
        @DefaultValue("1MB") DataSize size,
        @DefaultValue("5m") Duration window,
        @DefaultValue("15s") Duration patience,
        @DefaultValue("1s") Duration pause,
        @DefaultValue("2s") Duration firstRetry,
        @DefaultValue("5m") Duration longestRetry,
        @Nullable Path certificateFile,
        @Nullable Join join) {

    /** Whom to register without a person at the desk. @param certificate file in which the peer leaves its certificate */
    record Join(
            String code,
            String name,
            cn.gov.jiyuan.platform.instance.Instance.Level level,
            java.net.URI address,
            Path certificate) {}
}
