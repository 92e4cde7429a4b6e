package cn.gov.jiyuan.platform.database;

import cn.gov.jiyuan.kernel.error.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A fair line in front of the connections (连接排队). The pool itself lets whoever runs take a free connection before those who
 * wait; with virtual threads the running ones then get all and the waiting ones none. Here they come in turn, and whoever
 * has waited too long is told so.
 *
 * <p>A thread that holds a connection and needs another does not stand in line: for each depth some connections are set
 * aside, so that those who hold one only ever wait for those who hold more, and the deepest wait for nobody.
 */
final class ConnectionLine extends DelegatingDataSource {
    private final Duration patience;
    private final Semaphore line;
    private final Semaphore background;
    private final Semaphore second;
    private final Semaphore third;
    private final ThreadLocal<AtomicInteger> held = ThreadLocal.withInitial(AtomicInteger::new);

    /** @param pool which gives at least as many connections as are shared out */
    ConnectionLine(DataSource pool, PoolShares shares, Duration patience) {
        super(pool);
        this.patience = patience;
        this.line = new Semaphore(shares.line(), true);
        this.background = new Semaphore(shares.background(), true);
        this.second = new Semaphore(shares.second(), true);
        this.third = new Semaphore(shares.third(), true);
    }

    @Override
    public Connection getConnection() throws SQLException {
        AtomicInteger mine = held.get();
        Semaphore share = admit(mine.get());
        try {
            Connection connection = super.getConnection();
            mine.incrementAndGet();
            return LentConnection.of(connection, () -> {
                mine.decrementAndGet();
                share.release();
            });
        } catch (SQLException | RuntimeException | Error e) {
            share.release();
            throw e;
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new UnsupportedOperationException("all connections are of one role");
    }

    /** Those who wait for their first connection. */
    int waiting() {
        return line.getQueueLength();
    }

    private Semaphore admit(int depth) throws SQLException {
        return switch (depth) {
            case 0 -> Background.here() && background.tryAcquire() ? background : waited(line);
            case 1 -> waited(second);
            case 2 -> waited(third);
            default -> throw new IllegalStateException("one thread wants " + (depth + 1) + " connections");
        };
    }

    private Semaphore waited(Semaphore share) throws SQLException {
        try {
            if (share.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return share;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while waiting for a connection", e);
        }
        Fault busy = new Fault(DatabaseError.BUSY, patience.toSeconds());
        throw new SQLTransientConnectionException("waited " + patience + " for a connection", busy);
    }
}
