package cn.gov.jiyuan.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The platform as a process of its own (平台进程), on a home of its own, so that it can be killed. */
public final class PlatformProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final URI address;
    private final Path log;
    private final long begun = System.nanoTime();

    private PlatformProcess(Process process, URI address, Path log) {
        this.process = process;
        this.address = address;
        this.log = log;
    }

    /**
     * Starts the platform of this class path; it is not ready yet.
     *
     * @param environment settings beside the home
     */
    public static PlatformProcess spawn(Path home, Map<String, String> environment, List<String> arguments)
            throws IOException {
        int port = freePort();
        Files.createDirectories(home);
        Path log = home.resolveSibling(home.getFileName() + ".log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=Asia/Shanghai",
                "-Dfile.encoding=UTF-8",
                "-Dstdout.encoding=UTF-8",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                "cn.gov.jiyuan.server.JiyuanApplication",
                "--server.port=" + port));
        command.addAll(arguments);
        return start(command, home, environment, port, log);
    }

    /** A command line with the flags of {@code ./jiyuan run} on a small machine, for a program of this class path. */
    static List<String> asLaunched(List<String> flags, String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseCompactObjectHeaders",
                "--enable-native-access=ALL-UNNAMED",
                "-Duser.timezone=Asia/Shanghai",
                "-Dfile.encoding=UTF-8",
                "-XX:+UseSerialGC",
                "-Xmx1g"));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program));
        command.addAll(arguments);
        return command;
    }

    /** Starts a command line that ends in the platform; for measuring. */
    static PlatformProcess start(List<String> command, Path home, Map<String, String> environment, int port, Path log)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("JIYUAN_"));
        builder.environment().put("JIYUAN_HOME", home.toString());
        builder.environment().putAll(environment);
        Files.writeString(
                log, "--- start\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new PlatformProcess(builder.start(), URI.create("http://127.0.0.1:" + port), log);
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public URI address() {
        return address;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits for the first page.
     *
     * @return seconds since the process was started
     * @throws IllegalStateException with the end of its log if it ended or took too long
     */
    public double awaitFirstPage() throws InterruptedException {
        Visitor visitor = new Visitor(address);
        while (System.nanoTime() - begun < PATIENCE.toNanos()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the platform ended with " + process.exitValue() + ":\n" + endOfLog());
            }
            try {
                if (visitor.get("/").status() == 200) {
                    return (System.nanoTime() - begun) / 1e9;
                }
            } catch (IOException notYet) {
                // Nobody listens yet.
            }
            Thread.sleep(50);
        }
        throw new IllegalStateException("no page within " + PATIENCE + ":\n" + endOfLog());
    }

    /** What it has used so far. */
    CpuTime cpu() {
        return CpuTime.of(process.toHandle());
    }

    /** kill -9 of the program alone; the database server notices by itself. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /**
     * kill -9 of the program and of everything it started, as when the machine loses its power. The others go first: a
     * server that sees the program die would still find the time to write what it has.
     */
    public void killAll() throws InterruptedException {
        List<ProcessHandle> all = process.descendants().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor();
        for (ProcessHandle one : all) {
            one.onExit().completeOnTimeout(one, 10, TimeUnit.SECONDS).join();
        }
    }

    /** Ends it as an administrator would. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    public String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
