package cn.gov.jiyuan.hubspark;

import static java.util.Objects.requireNonNull;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.hub.pipeline.PipelineError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** The one connection of this process to Spark: opened by the first run, shared by runs at the same time, closed by the last. */
final class SharedContext {
    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("spark.ui.enabled", "false"),
            Map.entry("spark.ui.showConsoleProgress", "false"),
            Map.entry("spark.io.encryption.enabled", "true"),
            Map.entry("spark.sql.session.timeZone", "UTC"),
            Map.entry("spark.sql.timestampType", "TIMESTAMP_NTZ"),
            Map.entry("spark.sql.datetime.java8API.enabled", "true"),
            Map.entry("spark.sql.parquet.compression.codec", "zstd"),
            Map.entry("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false"));
    private static final int LOOKS_PER_SECOND = 10;

    private final SparkSettings settings;
    private int users;
    private @Nullable SparkSession root;
    private @Nullable Path shipped;

    SharedContext(SparkSettings settings) {
        this.settings = settings;
    }

    /**
     * A session of its own, to be given back by {@link #leave}.
     *
     * @throws Fault {@code hub.engine-down}
     */
    synchronized SparkSession enter() {
        if (users == 0) {
            start();
        }
        users++;
        return requireNonNull(root).newSession();
    }

    synchronized void leave() {
        users--;
        if (users == 0) {
            stop();
        }
    }

    private void start() {
        if (!ByteBuffer.class.getModule().isOpen("java.nio", SparkSession.class.getModule())) {
            throw new Fault(PipelineError.ENGINE_DOWN, "启动参数缺少 Spark 需要的 --add-opens");
        }
        if (Masters.of(settings.master()).silent()) {
            throw new Fault(PipelineError.ENGINE_DOWN, settings.master() + " 没有应答");
        }
        try {
            shipped = ShippedJar.make();
            SparkConf conf = new SparkConf().setAppName("jiyuan").setMaster(settings.master());
            OURS.forEach(conf::set);
            conf.set("spark.jars", shipped.toUri().toString());
            settings.options().forEach(conf::set);
            root = SparkSession.builder().config(conf).getOrCreate();
            await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Fault e) {
            stop();
            throw e;
        } catch (RuntimeException e) {
            stop();
            throw Fault.caused(e, PipelineError.ENGINE_DOWN, Steps.said(e));
        }
    }

    /** A cluster gives processes when it has some free; a run without any would wait for ever. */
    private void await() {
        if (settings.local()) {
            return;
        }
        long looks = Math.max(1, settings.patience().toSeconds()) * LOOKS_PER_SECOND;
        for (long i = 0; i < looks; i++) {
            if (requireNonNull(root).sparkContext().statusTracker().getExecutorInfos().length > 1) {
                return;
            }
            pause();
        }
        throw new Fault(
                PipelineError.ENGINE_DOWN,
                settings.master() + " 在 " + settings.patience().toSeconds() + " 秒内没有提供计算进程");
    }

    private static void pause() {
        try {
            Thread.sleep(1000 / LOOKS_PER_SECOND);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Fault(PipelineError.ENGINE_DOWN, "等待被中断");
        }
    }

    private void stop() {
        try {
            if (root != null) {
                root.stop();
            }
            if (shipped != null) {
                Files.deleteIfExists(shipped);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            root = null;
            shipped = null;
        }
    }
}
