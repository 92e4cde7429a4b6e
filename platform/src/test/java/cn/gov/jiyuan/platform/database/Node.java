package cn.gov.jiyuan.platform.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A program that commits one row after the other and says so; tests start it as a process of its own and kill it. */
final class Node {
    private Node() {}

    public static void main(String[] arguments) throws SQLException {
        EmbeddedPostgres server =
                EmbeddedPostgres.start(new JiyuanHome(Path.of(arguments[0]), TestHome.SOFTWARE), Map.of());
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS public.written (number int PRIMARY KEY)");
            for (int number = 1; ; number++) {
                statement.execute("INSERT INTO public.written VALUES (" + number + ")");
                System.out.println("written " + number);
            }
        }
    }

    static Process spawn(JiyuanHome home) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Node.class.getName(),
                        home.root().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Waits until the process said so many times that a row is written. */
    static void awaitRows(BufferedReader output, int count) throws IOException {
        for (int said = 0; said < count; ) {
            String line = output.readLine();
            if (line == null) {
                throw new IOException("the node ended early");
            }
            said += line.startsWith("written") ? 1 : 0;
        }
    }

    static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }
}
