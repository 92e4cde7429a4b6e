package cn.gov.jiyuan.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.database.Database;
import cn.gov.jiyuan.platform.database.DatabaseProperties;
import cn.gov.jiyuan.platform.database.JiyuanHome;
import cn.gov.jiyuan.platform.database.TestHome;
import cn.gov.jiyuan.platform.keys.Keys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class RotateKeysCommandTest {
    private static final UUID ROW = new UUID(1, 1);

    @TempDir(factory = TestHome.class)
    Path folder;

    @Test
    void aNewKeyIsMadeBesideARunningPlatformRecordedAndOldValuesStillOpen() throws IOException {
        JiyuanHome home = TestHome.in(folder);
        try (Database database = Database.open(
                home, new DatabaseProperties(null, "jiyuan", null, 4, Duration.ofSeconds(60), Map.of()))) {
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            Keys before = keys(database, jdbc, home);
            byte[] old = before.cipher().seal("a.b.c", ROW, "410881198506120021");

            assertThat(run(home, "now")).isEqualTo("2 用法：./jiyuan rotate-keys\n");
            assertThat(run(home)).startsWith("0 个人信息加密密钥已更换为第 2 版");

            Keys after = keys(database, jdbc, home);
            byte[] fresh = after.cipher().seal("a.b.c", ROW, "410881198506120021");
            assertThat(fresh[1]).isEqualTo((byte) 2);
            assertThat(after.cipher().open("a.b.c", ROW, old)).isEqualTo("410881198506120021");
            assertThat(before.cipher().open("a.b.c", ROW, fresh)).isEqualTo("410881198506120021");
            assertThat(jdbc.sql("select action || ' ' || summary from audit.event")
                            .query(String.class)
                            .list())
                    .containsExactly("keys.rotate 个人信息加密密钥更换为第 2 版");
        }
    }

    private static Keys keys(Database database, JdbcClient jdbc, JiyuanHome home) {
        return Keys.open(
                jdbc,
                new JdbcTransactionManager(database.dataSource()),
                home.place(JiyuanHome.Part.MASTER_KEY),
                Clock.systemUTC());
    }

    private static String run(JiyuanHome home, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new RotateKeysCommand()
                .run(List.of(arguments), home, new PrintStream(out, true, StandardCharsets.UTF_8));
        return code + " " + out.toString(StandardCharsets.UTF_8);
    }
}
