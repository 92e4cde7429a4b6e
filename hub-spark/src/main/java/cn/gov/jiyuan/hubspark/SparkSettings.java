package cn.gov.jiyuan.hubspark;

import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where Spark runs.
 *
 * @param master {@code local[2]} for threads of this process, {@code spark://host:7077} for a cluster
 * @param patience how long a run waits for the cluster to give it a process
 * @param options of Spark itself, {@code spark.executor.memory} for example; they go before ours
 */
@Validated
@ConfigurationProperties("jiyuan.hub.spark")
record SparkSettings(
        @DefaultValue("local[*]") @NotBlank String master,
        @DefaultValue("1m") Duration patience,
        @DefaultValue Map<String, String> options) {
    SparkSettings {
        options = Map.copyOf(options);
    }

    boolean local() {
        return master.startsWith("local");
    }
}
