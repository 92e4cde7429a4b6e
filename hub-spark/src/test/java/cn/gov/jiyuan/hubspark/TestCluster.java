package cn.gov.jiyuan.hubspark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.spark.launcher.JavaModuleOptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A standalone cluster: one master and two workers, each a process of its own started from the class path of the test. Spark
 * asks for a home with a folder of jars and a file that tells its release; here they are empty.
 */
final class TestCluster implements AutoCloseable {
    private static final String HOST = "127.0.0.1";
    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);

    private final Path home;
    private final List<Process> processes = new ArrayList<>();
    private final List<Integer> ports = new ArrayList<>();
    private final Thread end = new Thread(this::destroy);
    private final HttpClient http = HttpClient.newHttpClient();

    TestCluster(Path home) throws IOException {
        this.home = home;
        Files.createDirectories(home.resolve("jars"));
        Files.createFile(home.resolve("RELEASE"));
        Runtime.getRuntime().addShutdownHook(end);
        for (int i = 0; i < 4; i++) {
            ports.add(free());
        }
        String[] place = {"--host", HOST, "--port", port(0), "--webui-port", port(1)};
        start("master", "org.apache.spark.deploy.master.Master", place);
        await("/json/ of the master", () -> json(1).path("status").asString("").equals("ALIVE"));
        for (int worker = 1; worker <= 2; worker++) {
            start(
                    "worker" + worker,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    HOST,
                    "--webui-port",
                    port(1 + worker),
                    "--cores",
                    "1",
                    "--memory",
                    "600m",
                    "--work-dir",
                    home.resolve("work" + worker).toString(),
                    address());
        }
        await("two workers", () -> json(1).path("aliveworkers").asInt() == 2);
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    private String port(int number) {
        return String.valueOf(ports.get(number));
    }

    String address() {
        return "spark://" + HOST + ":" + port(0);
    }

    /** What a program says that works on this cluster; the executors see Spark's libraries and nothing of ours. */
    static Map<String, String> options() {
        String libraries = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> !Path.of(entry).getFileName().toString().startsWith("jiyuan-"))
                .collect(Collectors.joining(File.pathSeparator));
        return Map.of(
                "spark.driver.host",
                HOST,
                "spark.driver.bindAddress",
                HOST,
                "spark.executor.cores",
                "1",
                "spark.executor.memory",
                "600m",
                "spark.executor.extraClassPath",
                libraries,
                "spark.executor.extraJavaOptions",
                String.join(" ", quiet()),
                "spark.extraListeners",
                TaskCount.class.getName(),
                "spark.sql.shuffle.partitions",
                "2",
                "spark.sql.codegen.wholeStage",
                "false");
    }

    private static List<String> quiet() {
        return List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dlogback.configurationFile=" + configuration());
    }

    private static String configuration() {
        return String.valueOf(TestCluster.class.getResource("/logback-test.xml"));
    }

    private void start(String name, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.addAll(quiet());
        Collections.addAll(command, JavaModuleOptions.defaultModuleOptionArray());
        Collections.addAll(command, "-cp", System.getProperty("java.class.path"), main);
        Collections.addAll(command, arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME",
                        home.toString(),
                        "SPARK_SCALA_VERSION",
                        "2.13",
                        "SPARK_LOCAL_IP",
                        HOST,
                        "JAVA_HOME",
                        System.getProperty("java.home")));
        processes.add(builder.start());
    }

    private interface Look {
        boolean good() throws IOException, InterruptedException;
    }

    private void await(String what, Look look) throws IOException {
        long end = System.nanoTime() + PATIENCE;
        while (System.nanoTime() < end) {
            try {
                if (look.good()) {
                    return;
                }
            } catch (IOException e) {
                if (processes.stream().anyMatch(one -> !one.isAlive())) {
                    throw new IOException(what + ": a process has ended", e);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
        throw new IOException("no " + what);
    }

    private JsonNode json(int port) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + HOST + ":" + port(port) + "/json/"))
                .build();
        return JsonMapper.shared()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /** What a worker says about the processes that it has had, 1 or 2. */
    JsonNode worker(int number) throws IOException {
        await("processes ended", () -> json(1 + number).path("executors").isEmpty());
        try {
            return json(1 + number);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    List<Integer> ports() {
        return List.copyOf(ports);
    }

    List<Process> processes() {
        return List.copyOf(processes);
    }

    @Override
    public void close() {
        http.close();
        Runtime.getRuntime().removeShutdownHook(end);
        destroy();
    }

    private void destroy() {
        List<ProcessHandle> all = new ArrayList<>();
        processes.forEach(one -> one.descendants().forEach(all::add));
        processes.forEach(one -> all.add(one.toHandle()));
        all.forEach(ProcessHandle::destroy);
        all.forEach(one -> one.onExit()
                .orTimeout(20, TimeUnit.SECONDS)
                .exceptionally(late -> {
                    one.destroyForcibly();
                    return one;
                })
                .join());
    }
}
