package cn.gov.jiyuan.hubspark;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.hub.pipeline.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark within this process against DuckDB. */
class SparkEngineTest {
    @TempDir
    Path folder;

    @Test
    void both_engines_make_the_same_golden_records() throws IOException {
        SparkEngine engine = new SparkEngine(
                new SparkSettings("local[2]", Duration.ofSeconds(30), Map.of("spark.sql.shuffle.partitions", "4")));
        Path left = Files.createDirectories(folder.resolve("spark/killed/rows/bucket=1"));
        Files.writeString(left.resolve("torn.parquet"), "what a killed run left");
        Outcome outcome = new PersonRun(folder, 12_000).compare(engine);
        assertThat(outcome.rows()).isGreaterThan(12_000);
        assertThat(outcome.linked()).isPositive();
        assertThat(outcome.alone()).isPositive();
        assertThat(folder.resolve("spark")).doesNotExist();
    }
}
