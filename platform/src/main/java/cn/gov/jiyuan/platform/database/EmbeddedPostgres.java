package cn.gov.jiyuan.platform.database;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server on a folder of ours (内置数据库): nothing to install, committed rows survive kill -9 and power
 * cuts, one process at a time. It listens on 127.0.0.1 only and asks for a generated password.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final HomeLock lock;
    private final PostgresCluster cluster;
    private final PostgresAccess access;
    private final Map<String, String> settings;
    private PostgresProcess process;
    private boolean closing;

    private EmbeddedPostgres(
            HomeLock lock, PostgresCluster cluster, PostgresAccess access, Map<String, String> settings)
            throws IOException {
        this.lock = lock;
        this.cluster = cluster;
        this.access = access;
        this.settings = settings;
        process = cluster.start(access.port(), settings);
        process.onExit(this::revive);
    }

    /**
     * Starts the server of a home; makes it at the first start.
     *
     * @param settings server settings that replace ours, by their PostgreSQL names
     * @throws Fault if another process runs on this home, the data are of another major version or the server does not
     *     come up
     */
    public static EmbeddedPostgres start(JiyuanHome home, Map<String, String> settings) {
        Path log = home.log();
        Map<String, String> all = new LinkedHashMap<>(PostgresSettings.durable(log));
        all.putAll(settings);
        return start(home.root(), home.postgres(), home.software(), log, all, true);
    }

    /** Starts the server of data that are not in their place yet. */
    static EmbeddedPostgres startElsewhere(JiyuanHome home, Path folder) {
        return start(home.root(), folder, home.software(), home.log(), PostgresSettings.durable(home.log()), true);
    }

    /** Starts a fast server whose data nobody needs after this process. */
    static EmbeddedPostgres startThrowaway(Path folder, Path software) {
        return start(folder, folder, software, folder.resolve("log"), PostgresSettings.throwaway(), false);
    }

    public String url() {
        return access.url(PostgresAccess.DATABASE);
    }

    public String user() {
        return PostgresAccess.USER;
    }

    public String password() {
        return access.password();
    }

    PostgresAccess access() {
        return access;
    }

    synchronized long processId() {
        return process.processId();
    }

    static Path remembered(JiyuanHome home) {
        return remembered(home.postgres());
    }

    /** Stops the server cleanly; close the connection pool first. */
    @Override
    public synchronized void close() {
        closing = true;
        try (lock) {
            process.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops the server at once, for data that nobody needs. */
    synchronized void abandon() {
        closing = true;
        try (lock) {
            process.abandon();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that was killed from outside comes back on the same port; the pool replaces its connections. */
    private synchronized void revive() {
        if (closing) {
            return;
        }
        LOG.warn("PostgreSQL ended unexpectedly and is started again");
        try {
            process = cluster.start(access.port(), settings);
            process.onExit(this::revive);
        } catch (IOException | Fault e) {
            LOG.error("PostgreSQL did not come back; stop the platform and look into {}", cluster.log(), e);
        }
    }

    private static Path remembered(Path folder) {
        return folder.resolve("connection.properties");
    }

    private static EmbeddedPostgres start(
            Path root, Path folder, Path software, Path log, Map<String, String> settings, boolean durable) {
        try {
            Files.createDirectories(folder);
            HomeLock lock = HomeLock.take(folder);
            try {
                Guard guard = Guard.ofThisMachine();
                PostgresCluster cluster =
                        new PostgresCluster(folder.resolve("data"), log, PostgresBinaries.unpacked(software), guard);
                Files.createDirectories(log);
                guard.letThrough(root, folder, software, log);
                PostgresAccess access = prepared(cluster, remembered(folder), durable);
                return new EmbeddedPostgres(lock, cluster, access, settings);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The data directory made and free, the port chosen and both remembered. */
    private static PostgresAccess prepared(PostgresCluster cluster, Path remembered, boolean durable)
            throws IOException {
        PostgresAccess access = Files.exists(remembered) ? PostgresAccess.read(remembered) : PostgresAccess.generated();
        if (cluster.exists()) {
            refuseOtherMajorVersion(cluster);
            cluster.own();
            cluster.stopOrphan();
        } else {
            access.write(remembered);
            cluster.create(access, durable);
        }
        PostgresAccess reachable = isFree(access.port()) ? access : access.onPort(freePort());
        if (!reachable.equals(access)) {
            reachable.write(remembered);
        }
        return reachable;
    }

    private static void refuseOtherMajorVersion(PostgresCluster cluster) throws IOException {
        String written = Files.readString(cluster.data().resolve("PG_VERSION")).strip();
        String ours = cluster.binaries().majorVersion();
        if (!written.equals(ours)) {
            throw new Fault(DatabaseError.OTHER_MAJOR_VERSION, written, ours);
        }
    }

    private static boolean isFree(int port) {
        if (port == 0) {
            return false;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
