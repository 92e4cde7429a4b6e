package cn.gov.jiyuan.platform.hub;

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
 * Limits of the hub.
 *
 * @param folder where data files lie; shared by all nodes; the folder “hub” of the home if absent
 * @param engine which engine runs pipelines; {@code spark} needs an artefact that is not in the distribution
 * @param memory of one landing or session, beside the memory of the program
 * @param threads of one landing or session; 0 for as many as there are processors
 * @param queryTime how long a query may run
 * @param keep how long versions that are no longer in force can be read
 */
@Validated
@ConfigurationProperties("jiyuan.hub")
record HubSettings(
        @Nullable Path folder,
        @DefaultValue("duckdb") String engine,
        @DefaultValue("1GB") DataSize memory,
        @DefaultValue("0") @Min(0) @Max(256) int threads,
        @DefaultValue("10m") Duration queryTime,
        @DefaultValue("30d") Duration keep) {}
