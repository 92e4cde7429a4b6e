package cn.gov.jiyuan.server;

import cn.gov.jiyuan.platform.database.EmbeddedPostgres;
import cn.gov.jiyuan.platform.database.JiyuanHome;
import cn.gov.jiyuan.platform.database.TestHome;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A department's own database, durable and with a logical log, and a line to it that can be cut. */
final class SourceDatabase implements AutoCloseable {
    private final EmbeddedPostgres server;
    private final String admin;
    private final int port;
    private final ServerSocket line;
    private final List<Socket> calls = new ArrayList<>();
    private volatile long left = Long.MAX_VALUE;

    SourceDatabase(Path folder) throws IOException {
        JiyuanHome home = TestHome.in(folder);
        server = EmbeddedPostgres.start(home, Map.of("fsync", "off"));
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(home.postgres().resolve("connection.properties"))) {
            properties.load(in);
        }
        admin = properties.getProperty("adminPassword");
        port = Integer.parseInt(properties.getProperty("port"));
        line = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answer);
        run("alter role jiyuan replication");
    }

    int port() {
        return port;
    }

    /** The port of the line that can be cut. */
    int linePort() {
        return line.getLocalPort();
    }

    String password() {
        return server.password();
    }

    /** After so many more bytes from the source the line is dead. */
    void cutAfter(long bytes) {
        left = bytes;
    }

    void mend() {
        left = Long.MAX_VALUE;
    }

    void run(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String one : statements) {
                statement.execute(one);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String one(String query) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return String.valueOf(row.getString(1));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/jiyuan", "postgres", admin);
    }

    private void answer() {
        try {
            while (true) {
                Socket in = line.accept();
                Socket out = new Socket(InetAddress.getLoopbackAddress(), port);
                synchronized (calls) {
                    calls.add(in);
                    calls.add(out);
                }
                Thread.ofVirtual().start(() -> copy(in, out, false));
                Thread.ofVirtual().start(() -> copy(out, in, true));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void copy(Socket from, Socket to, boolean counted) {
        byte[] bytes = new byte[4096];
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
                if (counted && left < Long.MAX_VALUE) {
                    left -= read;
                    if (left < 0) {
                        return;
                    }
                }
                out.write(bytes, 0, read);
            }
        } catch (IOException e) {
            // Cut.
        }
    }

    @Override
    public void close() {
        try {
            line.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.close();
    }
}
