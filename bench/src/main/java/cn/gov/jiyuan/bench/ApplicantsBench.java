package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.platform.database.Database;
import cn.gov.jiyuan.platform.database.JiyuanHome;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.parties.DemoStaff;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A thousand people who apply at the same time, each with an account and a firm of his own, without pauses for thought,
 * against the same pages without storage ({@link MemoryPages}). The server is a process of its own on a durable database;
 * clients and server share the machine. {@code JIYUAN_BENCH_APPLICANTS} asks for another number of people.
 */
final class ApplicantsBench implements Benchmark {
    private static final int PEOPLE = Integer.parseInt(System.getenv().getOrDefault("JIYUAN_BENCH_APPLICANTS", "1000"));
    private static final int WARM_UP = Math.min(PEOPLE, 60);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Map<String, Map<String, String>> ANSWERS = answers();

    private final AtomicInteger nextAccount = new AtomicInteger();
    private final List<String> logins = logins();

    @Override
    public void run(PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("jiyuan-bench-");
        Path home = folder.resolve("home");
        Files.createDirectories(home);
        int port = PlatformProcess.freePort();
        List<String> command = PlatformProcess.asLaunched(
                List.of(),
                ApplicantsServer.class.getName(),
                List.of("--jiyuan.demo.enabled=false", "--server.port=" + port));
        try (PlatformProcess platform =
                        PlatformProcess.start(command, home, Map.of(), port, folder.resolve("server.log"));
                HttpClient client = client()) {
            platform.awaitFirstPage();
            DemoData.await(platform);
            out.printf("%napplicants: %,d people at once, no pauses%n", PEOPLE);
            String item = prepare(home, out);
            rounds(out, platform, client, item);
        } finally {
            BenchDatabase.delete(folder);
        }
    }

    private void rounds(PrintStream out, PlatformProcess platform, HttpClient client, String item) throws Exception {
        new ApplicantWalk(client, platform.address(), "", true, (page, nanos) -> {})
                .go(login(), item, ANSWERS, LicenceStory.PICTURE);
        for (String prefix : List.of("", MemoryPages.PREFIX)) {
            new Round(platform, client, item, prefix, WARM_UP).run();
        }
        Round ours = new Round(platform, client, item, "", PEOPLE).run();
        Round peer = new Round(platform, client, item, MemoryPages.PREFIX, PEOPLE).run();
        ours.print(out, "the platform");
        peer.print(out, "the same pages without storage");
        out.printf(
                Locale.ROOT,
                "  ratio ours/it: applications per second %.2f, p50 %.2f, p99 %.2f, CPU per application (server and database) %.2f%n",
                ours.perSecond() / peer.perSecond(),
                ours.latencies.millis(0.5) / peer.latencies.millis(0.5),
                ours.latencies.millis(0.99) / peer.latencies.millis(0.99),
                ours.server.whole() / ours.done.get() / (peer.server.whole() / peer.done.get()));
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(60))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** The item that is applied for; prints how durable the database is. */
    private static String prepare(Path home, PrintStream out) {
        try (Database database = Database.forCommand(new JiyuanHome(home))) {
            JdbcTemplate jdbc = new JdbcTemplate(database.dataSource());
            out.println("  " + BenchDatabase.durability(jdbc));
            return Objects.requireNonNull(jdbc.queryForObject(
                    "select code from items.item where not is_demo"
                            + " and id in (select item_id from items.version where content::text like '%食品经营许可%')"
                            + " order by code limit 1",
                    String.class));
        }
    }

    private String login() {
        return logins.get(nextAccount.getAndIncrement() % logins.size());
    }

    /** Account names of people who represent a firm, each once. */
    private static List<String> logins() {
        Map<UUID, Integer> numbers = new HashMap<>();
        for (int i = 0; i < DemoPopulation.CITIZENS; i++) {
            numbers.put(DemoPopulation.citizen(i).id(), i);
        }
        // Officials have account names of their own.
        Set<UUID> seen =
                DemoStaff.all().stream().map(DemoStaff.Official::id).collect(Collectors.toCollection(HashSet::new));
        List<String> logins = new ArrayList<>();
        for (int i = 1; i < DemoPopulation.FIRMS && logins.size() < 2 * PEOPLE + 200; i++) {
            UUID person = DemoPopulation.firm(i).representative().id();
            if (seen.add(person)) {
                logins.add("citizen" + numbers.get(person));
            }
        }
        return logins;
    }

    private static Map<String, Map<String, String>> answers() {
        Map<String, Map<String, String>> pages = new LinkedHashMap<>();
        pages.put("subject", Map.of("subjectKind", "company", "name", "", "uscc", ""));
        pages.put("premises", Map.of("town", "419001001", "premises", "宣化东街 100 号"));
        pages.put("business", Map.of("businessKind", "sales"));
        pages.put("items", Map.of("items", "bulk"));
        pages.put("area", Map.of("area", "80", "kitchenInBasement", "false"));
        pages.put("online", Map.of("onlineBusiness", "false"));
        pages.put("representative", Map.of("representative", "", "representativeId", ""));
        pages.put("manager", Map.of("manager", "李娜", "managerPhone", "13800138000"));
        pages.put("contact", Map.of("contactPhone", "13900139000"));
        pages.put("declaration", Map.of("truthful", "true", "noRevocation", "true"));
        return pages;
    }

    /** All people once through the pages. */
    private final class Round {
        private final PlatformProcess platform;
        private final HttpClient client;
        private final String item;
        private final String prefix;
        private final int people;
        private final Latencies latencies = new Latencies();
        private final Latencies whole = new Latencies();
        private final Map<String, Integer> errors = new ConcurrentHashMap<>();
        private final AtomicInteger done = new AtomicInteger();
        private double seconds;
        private CpuTime server = new CpuTime(0, 0);
        private double clientCpu;

        Round(PlatformProcess platform, HttpClient client, String item, String prefix, int people) {
            this.platform = platform;
            this.client = client;
            this.item = item;
            this.prefix = prefix;
            this.people = people;
        }

        Round run() throws InterruptedException {
            CpuTime before = platform.cpu();
            double own = CpuTime.now().program();
            long begun = System.nanoTime();
            ExecutorService walkers = Executors.newVirtualThreadPerTaskExecutor();
            for (int i = 0; i < people; i++) {
                walkers.execute(this::walk);
            }
            walkers.shutdown();
            if (!walkers.awaitTermination(LIMIT.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)) {
                walkers.shutdownNow();
                errors.put("not finished within " + LIMIT, 1);
            }
            seconds = (System.nanoTime() - begun) / 1e9;
            server = platform.cpu().since(before);
            clientCpu = CpuTime.now().program() - own;
            return this;
        }

        private void walk() {
            long begun = System.nanoTime();
            try {
                new ApplicantWalk(client, platform.address(), prefix, false, latencies::took)
                        .go(login(), item, ANSWERS, LicenceStory.PICTURE);
                whole.took("全程", System.nanoTime() - begun);
                done.incrementAndGet();
            } catch (IOException | InterruptedException | IllegalStateException e) {
                errors.merge(e.getClass().getSimpleName() + ": " + e.getMessage(), 1, Integer::sum);
            }
        }

        double perSecond() {
            return done.get() / seconds;
        }

        void print(PrintStream out, String what) {
            out.printf(
                    Locale.ROOT,
                    "%n  %s: %,d of %,d applications in %.1f s, %.1f/s, %.0f pages/s, errors %d%n",
                    what,
                    done.get(),
                    people,
                    seconds,
                    perSecond(),
                    latencies.count() / seconds,
                    people - done.get());
            out.printf(
                    Locale.ROOT,
                    "  CPU per application: server %.1f ms, database %.1f ms (clients, not counted: %.1f ms)%n",
                    server.program() * 1000 / done.get(),
                    server.database() * 1000 / done.get(),
                    clientCpu * 1000 / done.get());
            out.printf("  %-16s %8s %12s %12s%n", "page", "count", "p50 ms", "p99 ms");
            latencies.names().forEach(page -> line(out, page, latencies));
            line(out, "全程", whole);
            errors.forEach((error, count) -> out.println("  error × " + count + ": " + error));
        }

        private static void line(PrintStream out, String page, Latencies taken) {
            out.printf(
                    Locale.ROOT,
                    "  %-16s %,8d %,12.0f %,12.0f%n",
                    page,
                    taken.count(page),
                    taken.millis(page, 0.5),
                    taken.millis(page, 0.99));
        }
    }
}
