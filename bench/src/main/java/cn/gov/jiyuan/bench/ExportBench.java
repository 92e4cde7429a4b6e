package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.records.ExportOptions;
import cn.gov.jiyuan.platform.records.RecordQuery;
import cn.gov.jiyuan.platform.records.Records;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Exports a million rows as CSV and XLSX, in a process with a small heap, and prints seconds and peak heap. */
public final class ExportBench {
    private static final int ROWS = 1_000_000;

    private static final int HEAP_MEGABYTES = 128;

    private ExportBench() {}

    /** That it ends at all on such a heap shows that its memory does not grow with the rows. */
    static void run(PrintStream out) throws IOException, InterruptedException {
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MEGABYTES + "m",
                        "-XX:+UseCompactObjectHeaders",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ExportBench.class.getName())
                .inheritIO()
                .start()
                .waitFor();
        out.println("  " + ResultTable.verdict("百万行导出在 " + HEAP_MEGABYTES + " MB 堆内完成（退出码 0）", exit, exit == 0));
    }

    public static void main(String[] arguments) throws InterruptedException {
        Quiet.logs();
        int rows = arguments.length == 0 ? ROWS : Integer.parseInt(arguments[0]);
        try (BenchDatabase database = new BenchDatabase()) {
            MatterTable.make(database.dataSource(), rows);
            Records records = MatterTable.records(database.dataSource(), new RowScope.All());
            measure(records, ExportOptions.csv());
            measure(records, ExportOptions.xlsx());
        }
    }

    private static void measure(Records records, ExportOptions options) throws InterruptedException {
        AtomicLong bytes = new AtomicLong();
        System.gc();
        Watch watch = new Watch();
        watch.start();
        CpuTime cpu = CpuTime.now();
        long begun = System.nanoTime();
        long rows = records.export(
                MatterTable.CLERK,
                MatterTable.MATTER,
                RecordQuery.all(MatterTable.MATTER),
                options,
                new Counting(bytes));
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "export %s: %,d rows, %.1f MB, %.1f s, %,.0f rows/s, %s, peak heap %.0f MB of %.0f MB%n",
                options.format().suffix(),
                rows,
                bytes.get() / 1e6,
                seconds,
                rows / seconds,
                CpuTime.now().since(cpu).text(),
                watch.end() / 1e6,
                Runtime.getRuntime().maxMemory() / 1e6);
    }

    /** Looks at the used heap a hundred times a second. */
    private static final class Watch extends Thread {
        private final AtomicLong peak = new AtomicLong();
        private final AtomicBoolean over = new AtomicBoolean();

        @Override
        public void run() {
            while (!over.get()) {
                long used =
                        ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
                peak.accumulateAndGet(used, Math::max);
                java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
            }
        }

        long end() throws InterruptedException {
            over.set(true);
            join();
            return peak.get();
        }
    }

    private static final class Counting extends OutputStream {
        private final AtomicLong bytes;

        Counting(AtomicLong bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int one) {
            bytes.incrementAndGet();
        }

        @Override
        public void write(byte[] some, int offset, int length) {
            bytes.addAndGet(length);
        }
    }
}
