package cn.gov.jiyuan.platform.audit;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.jobs.Era;
import cn.gov.jiyuan.platform.keys.KeyVault;
import cn.gov.jiyuan.platform.keys.Keys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.transaction.support.TransactionTemplate;

/** An empty trail, and a hand that can tamper with it. */
final class Trail {
    private static final TestDatabase DATABASE = TestPostgres.fresh();
    private static final KeyVault VAULT = vaultIn(DATABASE);

    final TestDatabase database = DATABASE;
    final TransactionTemplate transactions = database.transactions();
    final KeyVault vault = VAULT;
    final Era era;
    final Audit audit;
    final AuditVerifier verifier = new ChainVerifier(database.dataSource(), vault);
    private final Clock start =
            Clock.fixed(Instant.parse("2026-11-20T02:00:00.123456789Z"), ZoneId.of("Asia/Shanghai"));

    Trail() {
        tamper("truncate audit.event, audit.link, audit.checkpoint, audit.signer, jobs.era; update audit.lane set"
                + " last_no = 0 where last_no <> 0");
        era = new Era(database.dataSource());
        audit = new AuditWriter(new EventStore(database.dataSource(), era, vault), start);
    }

    static KeyVault vaultIn(TestDatabase database) {
        try {
            Path master = Files.createTempDirectory("vault").resolve("master.key");
            return Keys.open(database.jdbc(), database.transactionManager(), master, Clock.systemUTC())
                    .vault();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static AuditEvent event(int number) {
        return new AuditEvent(
                "cases.accept", "case", "case-" + number, "受理第 " + number + " 件", Map.of("n", number, "ratio", 1.50e5));
    }

    void record(int from, int to) {
        for (int i = from; i <= to; i++) {
            int number = i;
            transactions.executeWithoutResult(status -> audit.record(Actor.SYSTEM, event(number)));
        }
    }

    /** Seals all, and signs because more than a minute passed. */
    void seal() {
        sealer(Duration.ofDays(400)).run();
    }

    Sealer sealer(Duration later) {
        return new Sealer(new ChainStore(database.dataSource()), era, vault, transactions, Clock.offset(start, later));
    }

    AuditVerifier.Report verify() {
        return verifier.verify(null);
    }

    /** Changes rows as somebody would who owns the database. */
    void tamper(String sql) {
        transactions.executeWithoutResult(status -> {
            for (String table : new String[] {"event", "link", "checkpoint", "lane"}) {
                database.jdbc()
                        .sql("alter table audit." + table + " disable trigger user")
                        .update();
            }
            for (String step : sql.split(";")) {
                database.jdbc().sql(step).update();
            }
            for (String table : new String[] {"event", "link", "checkpoint", "lane"}) {
                database.jdbc()
                        .sql("alter table audit." + table + " enable trigger user")
                        .update();
            }
        });
    }
}
