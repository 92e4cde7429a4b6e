package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.audit.AuditVerifier;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import java.io.PrintStream;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Events written, linked and verified per second, against rows of the same content in a bare table. */
final class AuditBench implements Benchmark {
    private static final int EVENTS = 4000;
    private static final int AT_ONCE = 5;

    @Override
    public void run(PrintStream out) throws Exception {
        try (RunningContext context = new RunningContext()) {
            context.calm();
            JdbcTemplate jdbc = new JdbcTemplate(context.dataSource());
            jdbc.execute(
                    "create schema bench; create table bench.event (id bigint generated always as identity primary key,"
                            + " at timestamptz not null, actor uuid not null, name text not null, action text not null,"
                            + " subject text not null, summary text not null, detail json not null)");
            Audit audit = context.bean(Audit.class);
            RecurringWork sealer = sealer(context);
            TransactionTemplate transactions = context.transactions();
            ByClients appending = new ByClients(EVENTS / AT_ONCE, i -> append(audit, transactions, i));
            ByClients inserting = new ByClients(EVENTS / AT_ONCE, i -> insert(jdbc, transactions, i));
            double[] rates = new double[5];
            double[] seals = new double[5];
            double[] verified = new double[5];
            double[] plain = new double[5];
            for (int round = -1; round < 5; round++) {
                double one = appending.measure() * AT_ONCE;
                double other = inserting.measure() * AT_ONCE;
                long begun = System.nanoTime();
                while (sealer.run()) {
                    // A full portion: there is more.
                }
                double sealing = EVENTS * 1e9 / (System.nanoTime() - begun);
                begun = System.nanoTime();
                AuditVerifier.Report report = context.bean(AuditVerifier.class).verify(null);
                if (!report.intact() || report.linked() < EVENTS) {
                    throw new IllegalStateException("the chain does not verify: " + report);
                }
                double verifying = report.linked() * 1e9 / (System.nanoTime() - begun);
                if (round >= 0) {
                    rates[round] = one;
                    plain[round] = other;
                    seals[round] = sealing;
                    verified[round] = verifying;
                }
            }
            new ResultTable(
                            out,
                            "audit: append, durable, 4 clients, 5 events a transaction",
                            "events/s",
                            "Audit.record",
                            Spread.of(rates))
                    .peer("plain insert into a table of the same columns", Spread.of(plain))
                    .note(BenchDatabase.durability(jdbc));
            new ResultTable(
                            out,
                            "audit: append, processor time of program and database",
                            "CPU ms per 5 events",
                            "Audit.record",
                            appending.cpuMillis(5))
                    .peer("plain insert, in batches of 5", inserting.cpuMillis(5));
            new ResultTable(
                            out,
                            "audit: link into the chain and sign, one sealer",
                            "events/s",
                            "Sealer",
                            Spread.of(seals))
                    .peer("appending them (4 clients)", Spread.of(rates))
                    .goal(
                            "封链不慢于写入（1.0 倍）",
                            Spread.of(seals).median() / Spread.of(rates).median(),
                            Spread.of(seals).median() >= Spread.of(rates).median());
            new ResultTable(out, "audit: verify the whole chain", "events/s", "AuditVerifier", Spread.of(verified))
                    .peer("sealing them", Spread.of(seals));
        }
    }

    private static RecurringWork sealer(RunningContext context) {
        for (RecurringWork work : context.beans(RecurringWork.class)) {
            if (work.name().equals("audit.sealer")) {
                return work;
            }
        }
        throw new IllegalStateException("no sealer");
    }

    private static void append(Audit audit, TransactionTemplate transactions, int number) {
        transactions.executeWithoutResult(status -> {
            for (int i = 0; i < AT_ONCE; i++) {
                audit.record(
                        Actor.SYSTEM,
                        new AuditEvent("bench.step", "bench", "case-" + number, "受理第 " + i + " 件", Map.of("n", i)));
            }
        });
    }

    private static void insert(JdbcTemplate jdbc, TransactionTemplate transactions, int number) {
        transactions.executeWithoutResult(status -> jdbc.batchUpdate(
                "insert into bench.event (at, actor, name, action, subject, summary, detail)"
                        + " values (clock_timestamp(), ?, '系统', 'bench.step', ?, ?, '{\"n\":1}'::json)",
                java.util.stream.IntStream.range(0, AT_ONCE)
                        .mapToObj(i -> new Object[] {Actor.SYSTEM.personId(), "case-" + number, "受理第 " + i + " 件"})
                        .toList()));
    }
}
