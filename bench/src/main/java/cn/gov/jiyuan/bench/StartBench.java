package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.server.JiyuanApplication;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * From the process to its first page: the first start ever, then warm starts without and with an AOT cache in turns;
 * seconds, and processor seconds, which tell more on a busy machine. The flags are those of the launcher, without demo data.
 */
final class StartBench implements Benchmark {
    private static final int ROUNDS = 5;
    /** What is looked at while the cache is recorded, as somebody would who tries the platform for the first time. */
    private static final List<String> TRAINING =
            List.of("/", "/search?q=%E5%BC%80%E9%A5%AD%E5%BA%97", "/items", "/login");

    private record Start(double seconds, CpuTime cpu) {}

    @Override
    public void run(PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("jiyuan-bench-");
        try {
            Path home = folder.resolve("home");
            Path cache = folder.resolve("cache.aot");
            Start first = start(home, List.of(), List.of());
            start(home, List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"), TRAINING);
            boolean cached = Files.exists(cache);
            List<Start> warm = new ArrayList<>();
            List<Start> aot = new ArrayList<>();
            for (int i = 0; i < ROUNDS; i++) {
                warm.add(start(home, List.of(), List.of()));
                if (cached) {
                    aot.add(start(home, List.of("-XX:AOTCache=" + cache, "-Xlog:aot=off", "-Xlog:cds=off"), List.of()));
                }
            }
            print(out, first, warm, aot);
        } finally {
            BenchDatabase.delete(folder);
        }
    }

    private static void print(PrintStream out, Start first, List<Start> warm, List<Start> aot) {
        ResultTable table = new ResultTable(
                        out, "start: process to first page, no demo data", "s", "warm", spread(warm, Start::seconds))
                .peer("first start ever", Spread.of(first.seconds()))
                .goal("首次启动不超过 15 秒", first.seconds(), first.seconds() <= 15);
        if (aot.isEmpty()) {
            table.note("no AOT cache was written: it needs a class path of jars (./jiyuan bench)");
        } else {
            Spread warmed = spread(aot, Start::seconds);
            table.peer("warm with AOT cache", warmed).goal("带启动缓存不超过 6 秒", warmed.median(), warmed.median() <= 6);
        }
        ResultTable cpu = new ResultTable(
                        out,
                        "start: processor time until the first page (user + system, program and database)",
                        "CPU s",
                        "warm",
                        spread(warm, start -> start.cpu().whole()))
                .peer("first start ever", Spread.of(first.cpu().whole()));
        if (!aot.isEmpty()) {
            cpu.peer("warm with AOT cache", spread(aot, start -> start.cpu().whole()));
        }
    }

    private static Spread spread(List<Start> starts, ToDoubleFunction<Start> what) {
        return Spread.of(starts.stream().mapToDouble(what).toArray());
    }

    private static Start start(Path home, List<String> flags, List<String> visits)
            throws IOException, InterruptedException {
        int port = PlatformProcess.freePort();
        List<String> command = PlatformProcess.asLaunched(
                flags,
                JiyuanApplication.class.getName(),
                List.of("--jiyuan.demo.enabled=false", "--server.port=" + port));
        Files.createDirectories(home);
        try (PlatformProcess platform =
                PlatformProcess.start(command, home, Map.of(), port, home.resolveSibling("start.log"))) {
            Start start = new Start(platform.awaitFirstPage(), platform.cpu());
            Visitor visitor = new Visitor(platform.address());
            for (String page : visits) {
                visitor.get(page);
            }
            return start;
        }
    }
}
