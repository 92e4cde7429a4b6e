package cn.gov.jiyuan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class ConnectionLineTest {
    private static final PoolShares SHARES = PoolShares.of(5);

    private final TestDatabase database = TestPostgres.fresh();
    private final HikariDataSource pool = pool(database);
    private final ConnectionLine line = new ConnectionLine(pool, SHARES, Duration.ofSeconds(20));

    private static HikariDataSource pool(TestDatabase database) {
        HikariDataSource pool = TestPostgres.pool(database.url(), database.password());
        pool.setMaximumPoolSize(5);
        pool.setConnectionTimeout(2_000);
        return pool;
    }

    @AfterEach
    void close() {
        pool.close();
        database.close();
    }

    @Test
    void a_pool_is_shared_out_to_the_last_connection() {
        for (int size : List.of(4, 5, 16, 100)) {
            PoolShares shares = PoolShares.of(size);
            assertThat(shares.line() + shares.background() + shares.second() + shares.third())
                    .isEqualTo(size);
            assertThat(shares.line()).isPositive();
        }
        assertThat(PoolShares.of(16)).isEqualTo(new PoolShares(9, 3, 3, 1));
    }

    @Test
    void whoever_came_first_is_served_first() throws Exception {
        List<Connection> taken = takeTheWholeLine();
        List<Integer> served = new ArrayList<>();
        List<Thread> crowd = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int number = i;
            crowd.add(Thread.ofVirtual().start(() -> {
                try (Connection connection = line.getConnection()) {
                    synchronized (served) {
                        served.add(number);
                    }
                    ask(connection, "select 1");
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }));
            awaitWaiting(i + 1);
        }

        taken.getFirst().close();
        for (Thread one : crowd) {
            one.join();
        }
        for (Connection connection : taken) {
            connection.close();
        }

        assertThat(served).hasSize(50).isSorted();
    }

    @Test
    void a_crowd_that_asks_again_and_again_leaves_nobody_behind() throws Exception {
        int people = 300;
        int times = 8;
        List<Long> longest = new ArrayList<>();
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Long>> waits = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                waits.add(crowd.submit(() -> {
                    long worst = 0;
                    for (int turn = 0; turn < times; turn++) {
                        long begun = System.nanoTime();
                        try (Connection connection = line.getConnection()) {
                            worst = Math.max(worst, System.nanoTime() - begun);
                            ask(connection, "select pg_sleep(0.001)");
                        }
                    }
                    return worst;
                }));
            }
            for (Future<Long> wait : waits) {
                longest.add(wait.get());
            }
        }

        assertThat(longest).hasSize(people);
        assertThat(longest.stream().max(Long::compare).orElseThrow())
                .as("the unluckiest wait against the luckiest")
                .isLessThan(8 * longest.stream().min(Long::compare).orElseThrow());
        assertThat(line.waiting()).isZero();
    }

    @Test
    void all_who_hold_one_connection_get_a_second_and_a_third() throws Exception {
        int people = 60;
        CountDownLatch done = new CountDownLatch(people);
        try (ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < people; i++) {
                crowd.execute(() -> {
                    try (Connection first = line.getConnection();
                            Connection second = line.getConnection();
                            Connection third = line.getConnection()) {
                        ask(first, "select 1");
                        ask(second, "select 2");
                        ask(third, "select 3");
                        done.countDown();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                });
            }
            assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(pool.getHikariPoolMXBean().getActiveConnections()).isZero();
    }

    @Test
    void work_in_the_background_goes_on_while_the_line_is_full() throws Exception {
        List<Connection> taken = takeTheWholeLine();
        List<String> done = new ArrayList<>();

        Thread work = Thread.ofVirtual()
                .start(() -> Background.run(() -> {
                    try (Connection connection = line.getConnection()) {
                        ask(connection, "select 1");
                        done.add("swept");
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                }));

        assertThat(work.join(Duration.ofSeconds(10))).isTrue();
        assertThat(done).containsExactly("swept");
        for (Connection connection : taken) {
            connection.close();
        }
    }

    @Test
    void whoever_waited_too_long_is_told_that_we_are_busy_and_keeps_no_place() throws Exception {
        ConnectionLine impatient = new ConnectionLine(pool, SHARES, Duration.ofMillis(50));
        List<Connection> taken = new ArrayList<>();
        for (int i = 0; i < SHARES.line(); i++) {
            taken.add(elsewhere(impatient));
        }

        assertThatThrownBy(impatient::getConnection)
                .isInstanceOf(SQLTransientConnectionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(DatabaseError.BUSY));

        assertThat(impatient.waiting()).isZero();
        taken.getFirst().close();
        try (Connection connection = impatient.getConnection()) {
            ask(connection, "select 1");
        }
        for (Connection connection : taken) {
            connection.close();
        }
    }

    @Test
    void a_connection_closed_twice_gives_one_place_back() throws Exception {
        for (int i = 0; i < 20; i++) {
            Connection connection = line.getConnection();
            assertThat(connection.unwrap(PGConnection.class)).isNotNull();
            connection.close();
            connection.close();
            assertThat(connection.isClosed()).isTrue();
        }
        List<Connection> taken = takeTheWholeLine();
        ConnectionLine impatient = line;
        Thread next = Thread.ofVirtual().start(() -> {
            try (Connection connection = impatient.getConnection()) {
                ask(connection, "select 1");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        awaitWaiting(1);
        assertThat(next.isAlive()).isTrue();
        for (Connection connection : taken) {
            connection.close();
        }
        next.join();
    }

    @Test
    void what_goes_wrong_on_a_connection_is_told_as_it_was() throws Exception {
        try (Connection connection = line.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("select nothing"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("nothing");
            assertThatThrownBy(() -> connection.setSavepoint("s")).isInstanceOf(SQLException.class);
        }
    }

    private List<Connection> takeTheWholeLine() throws Exception {
        List<Connection> taken = new ArrayList<>();
        for (int i = 0; i < SHARES.line(); i++) {
            taken.add(elsewhere(line));
        }
        return taken;
    }

    /** Taken by a thread of its own: the test's thread holds none. */
    private static Connection elsewhere(ConnectionLine from) throws Exception {
        try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
            return other.submit(() -> from.getConnection()).get();
        }
    }

    private void awaitWaiting(int people) throws InterruptedException {
        while (line.waiting() < people) {
            Thread.sleep(1);
        }
    }

    private static void ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
