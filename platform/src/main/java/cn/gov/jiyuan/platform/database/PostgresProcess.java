package cn.gov.jiyuan.platform.database;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running server process. */
final class PostgresProcess {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresProcess.class);
    /** Recovery after a crash replays the write-ahead log; that may take minutes on a slow disk. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final Duration PAUSE = Duration.ofMillis(10);

    private final Process process;
    private final PostgresCluster cluster;

    private PostgresProcess(Process process, PostgresCluster cluster) {
        this.process = process;
        this.cluster = cluster;
    }

    /**
     * Starts the server and waits until it takes connections. The thread that forks it lives as long as the server: the
     * kernel ties the "parent died" signal to that thread, not to the process.
     */
    static PostgresProcess started(ProcessBuilder builder, PostgresCluster cluster, Path output) throws IOException {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread keeper = new Thread(() -> keep(builder, started), "postgres-keeper");
        keeper.setDaemon(true);
        keeper.start();
        try {
            PostgresProcess server = new PostgresProcess(started.get(), cluster);
            server.awaitReady(output);
            return server;
        } catch (ExecutionException e) {
            throw Fault.caused(e, DatabaseError.START_FAILED, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    long processId() {
        return process.pid();
    }

    /** Calls back when the process has ended, for whatever reason. */
    void onExit(Runnable action) {
        process.onExit().thenRun(action).exceptionally(problem -> {
            LOG.error("after the end of PostgreSQL", problem);
            return null;
        });
    }

    /** A fast shutdown: sessions are ended, all is written; if that takes too long, the next start recovers. */
    void stop() throws IOException {
        stop("INT", Duration.ofSeconds(60));
    }

    /** Stops without writing anything: for data that nobody needs any more. */
    void abandon() throws IOException {
        stop("QUIT", Duration.ofSeconds(5));
    }

    private void stop(String signal, Duration patience) throws IOException {
        if (!process.isAlive()) {
            return;
        }
        cluster.run(List.of(cluster.binaries().program("pg_ctl"), "kill", signal, String.valueOf(process.pid())), "");
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("PostgreSQL did not stop within {} s and is ended now", patience.toSeconds());
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void keep(ProcessBuilder builder, CompletableFuture<Process> started) {
        try {
            Process process = builder.start();
            started.complete(process);
            process.waitFor();
        } catch (IOException e) {
            started.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Path output) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            PostmasterFile said = PostmasterFile.read(cluster.data());
            if (said.ready() && said.processId() == process.pid()) {
                return;
            }
            if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Fault(
                        DatabaseError.START_FAILED, Files.readString(output).strip());
            }
        }
        abandon();
        throw new Fault(DatabaseError.START_FAILED, "not ready after " + PATIENCE + "; see " + cluster.log());
    }
}
