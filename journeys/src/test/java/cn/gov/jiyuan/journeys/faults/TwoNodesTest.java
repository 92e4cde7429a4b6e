package cn.gov.jiyuan.journeys.faults;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.bench.DemoData;
import cn.gov.jiyuan.bench.LicenceLedger;
import cn.gov.jiyuan.bench.LicenceStory;
import cn.gov.jiyuan.bench.PlatformProcess;
import cn.gov.jiyuan.bench.Visitor;
import cn.gov.jiyuan.platform.database.EmbeddedPostgres;
import cn.gov.jiyuan.platform.database.JiyuanHome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one database: log in on one, go on on the other, kill the first. */
class TwoNodesTest {
    private static final String SEARCH = "/api/search?q=%E9%A3%9F%E5%93%81%E7%BB%8F%E8%90%A5%E8%AE%B8%E5%8F%AF";

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES)
    void nobodyNoticesThatTheFirstNodeDies(@TempDir Path folder) throws Exception {
        Path server = Files.createDirectories(folder.resolve("server"));
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(new JiyuanHome(server), Map.of())) {
            PGSimpleDataSource database = new PGSimpleDataSource();
            database.setURL(postgres.url());
            database.setUser(postgres.user());
            database.setPassword(postgres.password());
            Map<String, String> settings = Map.of(
                    "JIYUAN_DATABASE_URL", postgres.url(),
                    "JIYUAN_DATABASE_USER", postgres.user(),
                    "JIYUAN_DATABASE_PASSWORD", postgres.password(),
                    "JIYUAN_FILES_FOLDER", folder.resolve("shared/files").toString(),
                    "JIYUAN_HUB_FOLDER", folder.resolve("shared/hub").toString(),
                    "JIYUAN_KEYS_MASTER", folder.resolve("shared/master.key").toString());
            // Both migrate the same empty database at once.
            try (PlatformProcess first = PlatformProcess.spawn(folder.resolve("first"), settings, List.of());
                    PlatformProcess second = PlatformProcess.spawn(folder.resolve("second"), settings, List.of())) {
                first.awaitFirstPage();
                second.awaitFirstPage();
                DemoData.await(first);
                journey(first, second, folder.resolve("second"), database);
            }
        }
    }

    private static void journey(
            PlatformProcess first, PlatformProcess second, Path homeOfSecond, PGSimpleDataSource database)
            throws Exception {
        JdbcClient jdbc = JdbcClient.create(database);
        UUID survivor = jdbc.sql("select process from jobs.node where name = ?")
                .param(Files.readString(homeOfSecond.resolve("nodes/node-1/name"))
                        .strip())
                .query(UUID.class)
                .single();
        LicenceLedger ledger = new LicenceLedger(database);
        LicenceStory.Cast cast = LicenceStory.Cast.signIn(first.address());
        LicenceStory story = new LicenceStory(cast, ledger.itemCode());
        for (int step = 0; step < 8; step++) {
            cast.moveTo(step % 2 == 0 ? first.address() : second.address());
            story.next();
        }
        await("both nodes find the same", () -> found(first) == found(second));
        int found = found(first);
        List<UUID> before = holders(jdbc);

        first.kill();
        cast.moveTo(second.address());
        while (!story.isOver()) {
            story.next();
        }
        assertThat(ledger.complaints(story)).isEmpty();
        // More may be found by now, because the demonstration is still being loaded; nothing is lost.
        assertThat(found(second)).isGreaterThanOrEqualTo(found);

        await("all roles at the node that lives", () -> holders(jdbc).equals(List.of(survivor)));
        assertThat(before).isNotEmpty();
        String caseId = Objects.requireNonNull(story.caseId());
        await("the sealer goes on", () -> sealed(jdbc, caseId));
    }

    private static int found(PlatformProcess node) throws Exception {
        Visitor.Answer answer = new Visitor(node.address()).get(SEARCH);
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().get("total").asInt();
    }

    private static List<UUID> holders(JdbcClient jdbc) {
        return jdbc.sql("select distinct holder from jobs.lease where until > clock_timestamp()")
                .query(UUID.class)
                .list();
    }

    private static boolean sealed(JdbcClient jdbc, String caseId) {
        return jdbc.sql("""
                        select count(*) = 0 from audit.event e where e.subject_type = 'case' and e.subject_id = ?
                           and not exists (select 1 from audit.link l where l.lane = e.lane and l.lane_no = e.lane_no)
                        """).param(caseId).query(Boolean.class).single();
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            Thread.sleep(250);
        }
    }
}
