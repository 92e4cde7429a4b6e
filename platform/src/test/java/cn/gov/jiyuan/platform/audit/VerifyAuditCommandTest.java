package cn.gov.jiyuan.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.database.Database;
import cn.gov.jiyuan.platform.database.DatabaseProperties;
import cn.gov.jiyuan.platform.database.JiyuanHome;
import cn.gov.jiyuan.platform.database.TestHome;
import cn.gov.jiyuan.platform.jobs.Era;
import cn.gov.jiyuan.platform.keys.KeyVault;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@code ./jiyuan verify-audit} beside a running platform, as a security officer sees it: its words and its exit code. */
class VerifyAuditCommandTest {
    private static final List<String> TABLES = List.of("event", "link", "checkpoint", "lane");
    private static final Pattern HEAD = Pattern.compile("链尾 (\\d+:[0-9a-f]{64})");

    @TempDir(factory = TestHome.class)
    static Path folder;

    private static JiyuanHome home;
    private static Database database;
    private static JdbcClient jdbc;
    private static TransactionTemplate transactions;

    private record Said(int code, String words) {}

    /** Five sealed events and two that are not sealed yet. */
    @BeforeAll
    static void aTrail() throws IOException {
        home = TestHome.in(folder);
        database =
                Database.open(home, new DatabaseProperties(null, "jiyuan", null, 4, Duration.ofSeconds(60), Map.of()));
        jdbc = JdbcClient.create(database.dataSource());
        JdbcTransactionManager manager = new JdbcTransactionManager(database.dataSource());
        transactions = new TransactionTemplate(manager);
        KeyVault vault = Keys.open(jdbc, manager, home.place(JiyuanHome.Part.MASTER_KEY), Clock.systemUTC())
                .vault();
        Era era = new Era(database.dataSource());
        Audit audit = new AuditWriter(new EventStore(database.dataSource(), era, vault), Clock.systemUTC());
        record(audit, 1, 5);
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(5));
        new Sealer(new ChainStore(database.dataSource()), era, vault, transactions, later).run();
        record(audit, 6, 7);
        TABLES.forEach(table -> jdbc.sql("create table public.kept_%s as table audit.%s".formatted(table, table))
                .update());
    }

    private static void record(Audit audit, int from, int to) {
        for (int number = from; number <= to; number++) {
            AuditEvent event = Trail.event(number);
            transactions.executeWithoutResult(status -> audit.record(Actor.SYSTEM, event));
        }
    }

    @AfterAll
    static void theEnd() {
        database.close();
    }

    @Test
    void anIntactTrailEndsWithZeroAndTellsItsHead() {
        Said said = verify();
        assertThat(said.code()).as(said.words()).isZero();
        assertThat(said.words()).contains("审计事件 7 条，已入链 5 条").contains("未发现改动、删除、插入或乱序");
        assertThat(verify(head(said)).code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            改动 | update audit.event set actor_name = '别人' where subject_id = 'case-2'
            改动 | update audit.event set summary = '' where subject_id = 'case-7'
            删除 | delete from audit.event where subject_id = 'case-3'
            删除 | delete from audit.event where subject_id = 'case-7'
            删除 | delete from audit.event
            次序被改动 | update audit.link set position = position - 9 where position in (4, 5); update audit.link set position = -position where position < 0
            插入 | insert into audit.event select 1023, 77, era, xid, at, actor_id, actor_name, acting_as, principal_id, principal_name, unit_id, unit_name, action, subject_type, 'forged', summary, detail, mac from audit.event where subject_id = 'case-3'
            检查点 | delete from audit.link where position > 3
            检查点 | update audit.checkpoint set hash = sha256(hash)
            """)
    void whatWasDoneToItEndsWithOneAndIsNamed(String kind, String hand) {
        Said said = tampered(hand);
        assertThat(said.code()).as(said.words()).isOne();
        assertThat(said.words()).contains(kind).contains("请勿再改动数据库");
        assertThat(verify().code()).as("the trail put back").isZero();
    }

    @Test
    void aTrailCutOffWholeIsFoundByTheHeadThatWasNotedElsewhere() {
        String noted = head(verify());
        String cut = "delete from audit.event; delete from audit.link; delete from audit.checkpoint;"
                + " update audit.lane set last_no = 0";
        assertThat(tampered(cut, noted).code()).isOne();
    }

    @Test
    void aHeadThatIsNoneIsAWrongCall() {
        assertThat(verify("昨天的链尾")).isEqualTo(new Said(2, "用法：./jiyuan verify-audit [位置:链值]\n"));
    }

    private static String head(Said said) {
        Matcher head = HEAD.matcher(said.words());
        assertThat(head.find()).isTrue();
        return head.group(1);
    }

    private static Said verify(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new VerifyAuditCommand()
                .run(List.of(arguments), home, new PrintStream(out, true, StandardCharsets.UTF_8));
        return new Said(code, out.toString(StandardCharsets.UTF_8).replace("\r", ""));
    }

    private static Said tampered(String hand, String... arguments) {
        triggers("disable");
        try {
            List.of(hand.split(";")).forEach(step -> jdbc.sql(step).update());
            return verify(arguments);
        } finally {
            TABLES.forEach(table -> jdbc.sql("truncate audit." + table).update());
            TABLES.forEach(table -> jdbc.sql("insert into audit.%s table public.kept_%s".formatted(table, table))
                    .update());
            triggers("enable");
        }
    }

    private static void triggers(String state) {
        TABLES.forEach(table -> jdbc.sql("alter table audit.%s %s trigger user".formatted(table, state))
                .update());
    }
}
