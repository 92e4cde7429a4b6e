package cn.gov.jiyuan.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {
    @TempDir(factory = TestHome.class)
    Path folder;

    @Test
    void theFirstStartMakesADurableServerThatOnlyThisMachineReachesWithAPassword() throws Exception {
        JiyuanHome home = TestHome.in(folder);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Map.of("work_mem", "17MB"))) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(server, "full_page_writes")).isEqualTo("on");
            assertThat(setting(server, "data_checksums")).isEqualTo("on");
            assertThat(setting(server, "wal_level")).isEqualTo("logical");
            assertThat(setting(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(setting(server, "work_mem")).isEqualTo("17MB");
            assertThat(setting(server, "is_superuser")).isEqualTo("off");
            assertThatThrownBy(() -> DriverManager.getConnection(server.url(), server.user(), "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(EmbeddedPostgres.remembered(home))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aSecondInstanceOnTheSameHomeIsRefusedAndTheFirstGoesOn() throws Exception {
        JiyuanHome home = TestHome.in(folder);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Map.of())) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(home, Map.of()))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(DatabaseError.HOME_IN_USE));
            assertThat(setting(server, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void aServerThatIsKilledComesBackOnTheSamePortWithAllCommittedRows() throws Exception {
        JiyuanHome home = TestHome.in(folder);
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Map.of())) {
            execute(server, "CREATE TABLE public.kept (id int)", "INSERT INTO public.kept VALUES (1)");
            long killed = server.processId();

            assertThat(ProcessHandle.of(killed).orElseThrow().destroyForcibly()).isTrue();

            assertThat(eventually(server, "SELECT count(*) FROM public.kept")).isEqualTo("1");
            assertThat(server.processId()).isNotEqualTo(killed);
        }
    }

    @Test
    void aNodeThatIsKilledLosesNoCommittedRowAndLeavesNoServerBehind() throws Exception {
        JiyuanHome home = TestHome.in(folder);
        Process node = Node.spawn(home);
        int written = 200;
        try (BufferedReader output = Node.output(node)) {
            Node.awaitRows(output, written);
            long server = PostmasterFile.read(home.postgres().resolve("data")).processId();
            node.destroyForcibly().waitFor();
            ProcessHandle.of(server)
                    .ifPresent(left ->
                            left.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Map.of())) {
            assertThat(Integer.parseInt(value(server, "SELECT count(*) FROM public.written")))
                    .isGreaterThanOrEqualTo(written);
        }
    }

    @Test
    void aNodeAndItsServerKilledTogetherLoseNoCommittedRow() throws Exception {
        JiyuanHome home = TestHome.in(folder);
        Process node = Node.spawn(home);
        int written = 200;
        try (BufferedReader output = Node.output(node)) {
            Node.awaitRows(output, written);
            long server = PostmasterFile.read(home.postgres().resolve("data")).processId();
            ProcessHandle.of(server).orElseThrow().destroyForcibly();
            node.destroyForcibly().waitFor();
        }
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Map.of())) {
            assertThat(Integer.parseInt(value(server, "SELECT count(*) FROM public.written")))
                    .isGreaterThanOrEqualTo(written);
        }
    }

    @Test
    void aProcessNumberThatAnotherProgramHasGotDoesNotPreventTheStart() throws Exception {
        JiyuanHome home = TestHome.in(folder);
        EmbeddedPostgres.start(home, Map.of()).close();
        Path data = home.postgres().resolve("data");
        Files.writeString(
                data.resolve("postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data + "\n1\n5432\n\n127.0.0.1\n");
        try (EmbeddedPostgres server = EmbeddedPostgres.start(home, Map.of())) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
        }
    }

    @Test
    void dataOfAnotherMajorVersionAreLeftAlone() throws Exception {
        JiyuanHome home = TestHome.in(folder);
        EmbeddedPostgres.start(home, Map.of()).close();
        Files.writeString(home.postgres().resolve("data/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedPostgres.start(home, Map.of()))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(DatabaseError.OTHER_MAJOR_VERSION));
    }

    @Test
    void theProgramsAreUnpackedOnceAndWhole() throws Exception {
        PostgresBinaries first = PostgresBinaries.unpacked(folder);
        PostgresBinaries second = PostgresBinaries.unpacked(folder);

        assertThat(second).isEqualTo(first);
        assertThat(first.majorVersion()).isEqualTo("18");
        assertThat(Path.of(first.program("postgres"))).isExecutable();
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    private static String setting(EmbeddedPostgres server, String name) throws SQLException {
        return value(server, "SELECT current_setting('" + name + "')");
    }

    private static String value(EmbeddedPostgres server, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(sql)) {
                row.next();
                return Objects.requireNonNull(row.getString(1));
            }
        }
    }

    private static void execute(EmbeddedPostgres server, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.url(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String eventually(EmbeddedPostgres server, String sql) throws Exception {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            try {
                return value(server, sql);
            } catch (SQLException e) {
                if (System.nanoTime() > end) {
                    throw new IOException(e);
                }
                Thread.sleep(50);
            }
        }
    }
}
