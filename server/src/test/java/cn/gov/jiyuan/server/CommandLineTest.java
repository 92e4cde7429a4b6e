package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.database.DatabaseError;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);

    @Test
    void withoutACommandThePlatformIsToStart() {
        assertThat(CommandLine.run(List.of(), out)).isEmpty();
        assertThat(CommandLine.run(List.of("--server.port=1"), out)).isEmpty();
    }

    @Test
    void anUnknownCommandIsAnsweredWithThoseThatExist() {
        assertThat(CommandLine.run(List.of("frobnicate"), out)).isEqualTo(OptionalInt.of(2));
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("frobnicate", "backup", "restore", "doctor");
    }

    @Test
    void aCommandWithoutItsFileSaysHowItIsUsed() {
        assertThat(CommandLine.run(List.of("backup"), out)).isEqualTo(OptionalInt.of(2));
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("./jiyuan backup");
    }

    @Test
    void aFaultBecomesItsSentence() {
        assertThat(FaultText.of(new Fault(DatabaseError.TOO_OLD, "13.4")))
                .isEqualTo("外部数据库为 PostgreSQL 13.4，本平台要求 15 及以上版本。未作任何改动，请升级数据库。");
    }
}
