package cn.gov.jiyuan.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.audit.AuditTrail;
import cn.gov.jiyuan.platform.audit.AuditVerifier;
import cn.gov.jiyuan.platform.database.JiyuanHome;
import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.platform.keys.KeyVault;
import cn.gov.jiyuan.platform.keys.Keys;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/** The engines of this floor put together as the application does it, on two nodes with one database. */
class EnginesTest {
    private final List<String> taken = new CopyOnWriteArrayList<>();

    private AnnotationConfigApplicationContext node(TestDatabase database, Path home) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, database::dataSource, definition -> definition.setDestroyMethodName(""));
        context.registerBean(PlatformTransactionManager.class, database::transactionManager);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(JiyuanHome.class, () -> new JiyuanHome(home));
        context.registerBean(Access.class, AllowAll::new);
        context.registerBean(
                KeyVault.class,
                () -> Keys.open(
                                database.jdbc(),
                                database.transactionManager(),
                                home.resolve("master.key"),
                                Clock.systemUTC())
                        .vault());
        context.registerBean("consumer", FeedConsumer.class, Collector::new);
        for (String engine : List.of("audit", "feed", "jobs", "files", "demo", "messages", "indicators", "instance")) {
            context.scan("cn.gov.jiyuan.platform." + engine);
        }
        context.refresh();
        return context;
    }

    @Test
    void twoNodesSealAndConsumeTogetherAndTheSecondGoesOnAlone(@TempDir Path home) {
        try (TestDatabase database = TestPostgres.fresh()) {
            AnnotationConfigApplicationContext first = node(database, home);
            AnnotationConfigApplicationContext second = node(database, home);
            change(database, first, "a");
            until(() -> taken.size() == 1 && linked(second) == 1);
            first.close();
            change(database, second, "b");
            until(() -> taken.size() == 2 && linked(second) == 2);
            assertThat(taken).containsExactly("a", "b");
            assertThat(second.getBean(AuditVerifier.class).verify(null).intact())
                    .isTrue();
            assertThat(second.getBean(AuditTrail.class)
                            .find(Actor.SYSTEM, new AuditTrail.Query("case", null, null, null, null, null, 1))
                            .entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.subjectId()).isEqualTo("b"));
            second.close();
            assertThat(database.jdbc()
                            .sql("select count(*) from jobs.lease")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    private static void change(TestDatabase database, AnnotationConfigApplicationContext node, String key) {
        database.transactions().executeWithoutResult(status -> {
            node.getBean(Audit.class).record(Actor.SYSTEM, new AuditEvent("x.y", "case", key, "变更", Map.of()));
            node.getBean(Feed.class).append(new Feed.Change("x.y.changed", key, 1, Map.of()));
        });
    }

    private static long linked(AnnotationConfigApplicationContext node) {
        return node.getBean(AuditVerifier.class).verify(null).linked();
    }

    private static void until(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within 60 s");
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private final class Collector implements FeedConsumer {
        @Override
        public String name() {
            return "collector";
        }

        @Override
        public boolean wants(String topic) {
            return true;
        }

        @Override
        public void accept(List<Entry> entries) {
            entries.forEach(entry -> taken.add(entry.key()));
        }
    }

    private static final class AllowAll implements Access {
        @Override
        public boolean may(Actor actor, String permission) {
            return true;
        }

        @Override
        public void require(Actor actor, String permission) {}

        @Override
        public RowScope rows(Actor actor, String permission) {
            return new RowScope.All();
        }

        @Override
        public Set<String> permissions(Actor actor) {
            return Set.of();
        }
    }
}
