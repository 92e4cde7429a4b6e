package cn.gov.jiyuan.hubspark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.pipeline.Outcome;
import cn.gov.jiyuan.platform.hub.pipeline.PipelineError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark on a cluster of three processes against DuckDB. */
class SparkClusterTest {
    @TempDir
    Path folder;

    @Test
    void a_cluster_of_a_master_and_two_workers_makes_the_same_golden_records() throws IOException {
        List<Integer> ports;
        List<Process> processes;
        TaskCount.BY_EXECUTOR.clear();
        try (TestCluster cluster = new TestCluster(folder.resolve("cluster"))) {
            ports = cluster.ports();
            processes = cluster.processes();
            SparkEngine engine =
                    new SparkEngine(new SparkSettings(cluster.address(), Duration.ofMinutes(2), TestCluster.options()));
            Outcome outcome = new PersonRun(folder, 5_000).compare(engine);
            assertThat(outcome.rows()).isGreaterThan(5_000);
            assertThat(TaskCount.BY_EXECUTOR).as("tasks by process").hasSize(2);
            for (int worker = 1; worker <= 2; worker++) {
                assertThat(cluster.worker(worker).path("finishedexecutors").size())
                        .as("processes of worker " + worker)
                        .isEqualTo(1);
            }
        }
        assertThat(processes).hasSize(3).noneMatch(Process::isAlive);
        for (int port : ports) {
            new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1")).close();
        }
    }

    @Test
    void a_cluster_that_does_not_answer_is_told_and_leaves_nothing() throws IOException {
        int port;
        try (ServerSocket nobody = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = nobody.getLocalPort();
        }
        SparkEngine engine =
                new SparkEngine(new SparkSettings("spark://127.0.0.1:" + port, Duration.ofSeconds(2), Map.of()));
        PersonRun run = new PersonRun(folder, 100);
        assertThatThrownBy(() -> run.compare(engine))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(PipelineError.ENGINE_DOWN));
        assertThat(folder.resolve("spark")).doesNotExist();
    }
}
