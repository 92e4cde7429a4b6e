package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.platform.audit.VerifyAuditCommand;
import cn.gov.jiyuan.platform.database.Database;
import cn.gov.jiyuan.platform.database.JiyuanHome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Kills the platform again and again while people work with it (断电演练), starts it again on the same home and asks
 * whether everything that it had acknowledged is there, once. {@code main} takes the number of kills, a seed
 * and arguments of the platform.
 */
public final class KillTest implements AutoCloseable {
    private static final int WORKERS = 3;
    private static final int KILLS = 1000;
    private static final int LONGEST_LOAD = 3000;
    /**
     * A server that acknowledges first and writes ten seconds later; with it this test must fail. With
     * {@code synchronous_commit=off} alone it writes within a fifth of a second, and few kills come in between.
     */
    public static final List<String> FORGETFUL = List.of(
            "--jiyuan.database.settings.synchronous_commit=off",
            "--jiyuan.database.settings.wal_writer_delay=10s",
            "--jiyuan.database.settings.wal_writer_flush_after=1GB");

    private final Path home;
    private final Random random;
    private final PrintStream out;
    private final List<String> arguments;
    private final List<LicenceStory> stories = new ArrayList<>();
    private final List<LicenceStory> active = new ArrayList<>();
    private final List<Double> starts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private PlatformProcess platform;
    private String itemCode = "";
    private int kills;
    private int doubts;

    /**
     * What came out.
     *
     * @param kills how often the program was killed
     * @param steps that were acknowledged before the last kill
     * @param finished applications that reached the licence in the applicant's hands
     * @param doubts steps that were under way when the program died
     * @param complaints what was wrong; empty if all is well
     */
    public record Outcome(int kills, int steps, int finished, int doubts, List<String> complaints) {}

    /** @param arguments of the platform; {@link #FORGETFUL} must make this test fail */
    public KillTest(Path folder, long seed, List<String> arguments, PrintStream out) throws IOException {
        Quiet.logs();
        this.arguments = List.copyOf(arguments);
        this.home = folder.resolve("home");
        this.random = new Random(seed);
        this.out = out;
        this.platform = spawn();
        out.println("kill test, seed " + seed);
    }

    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : KILLS;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : System.nanoTime();
        List<String> more = List.of(arguments).subList(Math.min(2, arguments.length), arguments.length);
        Path folder = Files.createTempDirectory("jiyuan-kill-");
        Outcome outcome;
        try (KillTest test = new KillTest(folder, seed, more, System.out)) {
            outcome = test.run(count);
        }
        if (outcome.complaints().isEmpty()) {
            BenchDatabase.delete(folder);
        } else {
            System.out.println("kept for inspection: " + folder);
            System.exit(1);
        }
    }

    /** Kills so many times; stops early when something is wrong. */
    public Outcome run(int count) throws IOException, InterruptedException, ExecutionException {
        starts.add(platform.awaitFirstPage());
        prepare();
        while (kills < count && complaints.isEmpty()) {
            loadAndKill();
            if (random.nextInt(5) == 0 && kills < count) {
                killWhileStarting();
            }
            platform = spawn();
            starts.add(platform.awaitFirstPage());
            check();
            report(count);
        }
        int steps = stories.stream().mapToInt(LicenceStory::steps).sum();
        int finished = (int) stories.stream().filter(LicenceStory::isOver).count();
        Outcome outcome = new Outcome(kills, steps, finished, doubts, List.copyOf(complaints));
        print(outcome);
        return outcome;
    }

    /**
     * What the ledger would say if somebody had done this to a matter of the test; the change is taken back. It lets a test
     * judge the judge.
     *
     * @param change an SQL statement about the matter {@code :matter}, which is brought to its acceptance at least
     * @throws IllegalStateException if nothing was changed
     */
    public List<String> complaintsIf(String change) throws IOException, InterruptedException, SQLException {
        LicenceStory story = active.getFirst();
        while (story.acted().isEmpty() || !story.inDoubt().isEmpty()) {
            story.next();
        }
        UUID matter = UUID.fromString(Objects.requireNonNull(story.caseId()));
        try (Database database = Database.forCommand(new JiyuanHome(home));
                Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            DataSource one = new SingleConnectionDataSource(connection, true);
            try {
                if (JdbcClient.create(one).sql(change).param("matter", matter).update() == 0) {
                    throw new IllegalStateException("nothing was changed");
                }
                return new LicenceLedger(one).complaints(story);
            } finally {
                connection.rollback();
            }
        }
    }

    private PlatformProcess spawn() throws IOException {
        return PlatformProcess.spawn(home, Map.of(), arguments);
    }

    private void prepare() throws IOException, InterruptedException {
        DemoData.await(platform);
        try (Database database = Database.forCommand(new JiyuanHome(home))) {
            itemCode = new LicenceLedger(database.dataSource()).itemCode();
        }
        for (int i = 0; i < WORKERS; i++) {
            add(new LicenceStory(LicenceStory.Cast.signIn(platform.address()), itemCode));
        }
    }

    private void add(LicenceStory story) {
        stories.add(story);
        active.add(story);
    }

    private void loadAndKill() throws InterruptedException, ExecutionException {
        AtomicBoolean dying = new AtomicBoolean();
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<LicenceStory>> results = new ArrayList<>();
            for (LicenceStory story : active) {
                results.add(workers.submit(work(story, dying)));
            }
            Thread.sleep(random.nextInt(LONGEST_LOAD));
            dying.set(true);
            kill();
            for (int i = 0; i < results.size(); i++) {
                collect(i, results.get(i));
            }
        }
    }

    private void collect(int worker, Future<LicenceStory> result) throws InterruptedException, ExecutionException {
        LicenceStory story = result.get();
        active.set(worker, story);
        doubts += story.inDoubt().isEmpty() ? 0 : 1;
    }

    /** Goes on until the platform dies; a finished application is followed by a new one. */
    private Callable<LicenceStory> work(LicenceStory first, AtomicBoolean dying) {
        return () -> {
            LicenceStory story = first;
            try {
                while (true) {
                    if (story.isOver()) {
                        story = new LicenceStory(story.cast(), itemCode);
                        synchronized (stories) {
                            stories.add(story);
                        }
                    }
                    story.next();
                }
            } catch (IOException died) {
                if (!dying.get()) {
                    throw died;
                }
            } catch (IllegalStateException wrong) {
                synchronized (complaints) {
                    complaints.add(Objects.requireNonNullElse(wrong.getMessage(), wrong.toString()));
                }
            }
            return story;
        };
    }

    private void kill() throws InterruptedException {
        kills++;
        if (random.nextInt(3) == 0) {
            platform.killAll();
        } else {
            platform.kill();
        }
    }

    private void killWhileStarting() throws IOException, InterruptedException {
        platform = spawn();
        Thread.sleep(random.nextInt(6000));
        kill();
    }

    private void check() throws IOException, InterruptedException {
        active.forEach(story -> story.cast().moveTo(platform.address()));
        try (Database database = Database.forCommand(new JiyuanHome(home))) {
            LicenceLedger ledger = new LicenceLedger(database.dataSource());
            for (LicenceStory story : stories) {
                complaints.addAll(ledger.complaints(story));
            }
            complaints.addAll(ledger.numberGaps());
        }
        for (LicenceStory story : active) {
            if (story.cast().owner().get("/api/session").status() != 200) {
                complaints.add("a session was lost");
            }
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        if (new VerifyAuditCommand()
                        .run(List.of(), new JiyuanHome(home), new PrintStream(said, true, StandardCharsets.UTF_8))
                != 0) {
            complaints.add("audit chain: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    private void report(int count) {
        int steps = stories.stream().mapToInt(LicenceStory::steps).sum();
        out.printf(
                Locale.ROOT,
                "kill %d of %d: %d steps acknowledged, %d in doubt so far, started again in %.1f s, %s%n",
                kills,
                count,
                steps,
                doubts,
                starts.getLast(),
                complaints.isEmpty() ? "all there" : complaints);
    }

    private void print(Outcome outcome) {
        double[] seconds = starts.stream()
                .skip(1)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        out.printf(
                Locale.ROOT,
                "%d kills: %d acknowledged steps, %d applications finished, %d steps in doubt, restart %s s, %d complaints%n",
                outcome.kills(),
                outcome.steps(),
                outcome.finished(),
                outcome.doubts(),
                seconds.length == 0
                        ? "-"
                        : String.format(
                                Locale.ROOT,
                                "%.1f/%.1f/%.1f",
                                seconds[0],
                                seconds[seconds.length / 2],
                                Arrays.stream(seconds).max().orElse(0)),
                outcome.complaints().size());
        outcome.complaints().forEach(out::println);
        if (!outcome.complaints().isEmpty()) {
            out.println(platform.endOfLog());
        }
    }

    @Override
    public void close() {
        platform.close();
    }
}
