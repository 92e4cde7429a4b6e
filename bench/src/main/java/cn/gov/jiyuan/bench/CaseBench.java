package cn.gov.jiyuan.bench;

import static cn.gov.jiyuan.platform.cases.CaseAction.Milestone.ACCEPTED;
import static cn.gov.jiyuan.platform.cases.CaseAction.Milestone.DECIDED;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.time.LegalCalendar;
import cn.gov.jiyuan.kernel.time.LegalTerm;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseTerms;
import cn.gov.jiyuan.platform.cases.CaseType;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.CasesEngine;
import cn.gov.jiyuan.platform.cases.ClockSpec;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.cases.StatedTerm;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.flowable.engine.ProcessEngine;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A case from opening to issue in five transactions, with its tasks, clocks, timeline, audit and feed, against the bare
 * BPMN engine doing a process of one task in two transactions, and against plain SQL that writes as many rows in as many
 * transactions as the case does.
 */
final class CaseBench implements Benchmark {
    private static final int LIVES = 120;
    private static final int ROUNDS = 5;
    private static final String TYPE = "bench.licence";
    private static final List<String> ACTIONS = List.of("accept", "review", "grant", "issue");
    private static final UUID UNIT = new UUID(1, 1);
    private static final Actor CLERK = official(1, "clerk");
    private static final Actor REVIEWER = official(2, "reviewer");
    private static final Actor APPROVER = official(3, "approver");
    private static final List<Actor> PERFORMERS = List.of(CLERK, REVIEWER, APPROVER, APPROVER);
    private static final String ONE_TASK = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="bench">
              <process id="oneTask" isExecutable="true">
                <startEvent id="start"/><sequenceFlow id="a" sourceRef="start" targetRef="task"/>
                <userTask id="task"/><sequenceFlow id="b" sourceRef="task" targetRef="end"/><endEvent id="end"/>
              </process>
            </definitions>""";

    @Override
    public void run(PrintStream out) throws Exception {
        try (RunningContext context = new RunningContext()) {
            context.calm();
            Cases cases = engine(context).cases();
            ProcessEngine bpmn = bpmn(context);
            JdbcTemplate jdbc = new JdbcTemplate(context.dataSource());
            jdbc.execute("create schema bench; create table bench.fact (id bigint generated always as identity primary"
                    + " key, case_id uuid not null, n int not null, text text not null)");
            Rows rows = rows(jdbc, cases);
            TransactionTemplate transactions = context.transactions();
            ByClients lives = new ByClients(LIVES, i -> life(cases));
            ByClients processes = new ByClients(LIVES, i -> process(bpmn));
            ByClients inserts = new ByClients(LIVES, i -> plain(jdbc, transactions, rows));
            List<Spread> spreads = Spread.inTurns(2, ROUNDS, lives, processes, inserts);
            new ResultTable(
                            out,
                            "cases: from opening to issue, durable, 4 clients, no BPMN",
                            "lives/s",
                            "case, 5 transactions",
                            spreads.get(0))
                    .peer("bare BPMN engine, one-task process, 2 transactions", spreads.get(1))
                    .peer("plain SQL, as many rows, a statement each, 5 transactions", spreads.get(2))
                    .goal(
                            "不低于一步 BPMN 流程的 1.0 倍",
                            spreads.get(0).median() / spreads.get(1).median(),
                            spreads.get(0).median() >= spreads.get(1).median())
                    .note(BenchDatabase.durability(jdbc))
                    .note("recurring work stands still, so linking the audit events is not in it (see audit)")
                    .note("rows of one case: " + rows.inserted() + " inserted, " + rows.updated() + " updated");
            new ResultTable(
                            out,
                            "cases: processor time, program and database",
                            "CPU ms/life",
                            "case, 5 transactions",
                            lives.cpuMillis(ROUNDS))
                    .peer("bare BPMN engine, one-task process, 2 transactions", processes.cpuMillis(ROUNDS))
                    .peer("plain SQL, as many rows, a statement each", inserts.cpuMillis(ROUNDS));
            bpmn.close();
        }
    }

    private record Rows(int inserted, int updated) {}

    private static Actor official(int number, String role) {
        UUID id = new UUID(7, number);
        return new Actor(id, "经办" + number, ActingAs.OFFICIAL, id, "经办" + number, UNIT, "市场监管局", Set.of(role), 4);
    }

    private static CasesEngine engine(RunningContext context) {
        CasesEngine.Ground ground = new CasesEngine.Ground(
                context.dataSource(),
                context.transactions(),
                new MatterTable.OneScope(new cn.gov.jiyuan.platform.access.RowScope.Units(Set.of(UNIT))),
                context.bean(Audit.class),
                context.bean(Feed.class),
                context.bean(PersonalCipher.class),
                LegalCalendar::official,
                context.bean(Clock.class));
        return new CasesEngine(ground, List.of(type()), List.of(new Terms()), List.of());
    }

    private static CaseType type() {
        return CaseType.named(TYPE, "许可", 1)
                .clock("acceptance", "受理时限", ClockSpec.Kind.INTERNAL)
                .clock("legal", "法定办结时限", ClockSpec.Kind.STATUTORY, 1)
                .clock("promised", "承诺办结时限", ClockSpec.Kind.PROMISED, 1)
                .clock("delivery", "送达时限", ClockSpec.Kind.DELIVERY)
                .open("submitted", "待受理", s -> s.task("受理", "clerk").notReturnable())
                .open("review", "审查", s -> s.task("审查", "reviewer"))
                .open("decision", "待决定", s -> s.task("决定", "approver").notReturnable())
                .open("granted", "制证", s -> s.task("制证", "approver").notReturnable())
                .open("ready", "待领取", s -> s.task("送达", "clerk").notReturnable())
                .finalState("delivered", "已送达")
                .action(
                        "accept",
                        "受理",
                        a -> a.from("submitted")
                                .to("review")
                                .permission("bench.act")
                                .stops("acceptance")
                                .starts("legal", "promised")
                                .marks(ACCEPTED)
                                .consequence("开始计时。"))
                .action(
                        "review",
                        "审查",
                        a -> a.from("review")
                                .to("decision")
                                .permission("bench.act")
                                .needsOpinion()
                                .consequence("提请决定。"))
                .action(
                        "grant",
                        "准予",
                        a -> a.from("decision")
                                .to("granted")
                                .permission("bench.act")
                                .notPerformerOf("accept")
                                .needsOpinion()
                                .stops("legal", "promised")
                                .marks(DECIDED)
                                .outcome("granted")
                                .consequence("停止计时。"))
                .action(
                        "issue",
                        "签发",
                        a -> a.from("granted")
                                .to("ready")
                                .permission("bench.act")
                                .starts("delivery")
                                .consequence("待领取。"))
                .action(
                        "deliver",
                        "送达",
                        a -> a.from("ready")
                                .to("delivered")
                                .permission("bench.act")
                                .stops("delivery")
                                .consequence("归档。"))
                .build();
    }

    /** Ten working days for every clock. */
    private static final class Terms implements CaseTerms {
        @Override
        public String caseType() {
            return TYPE;
        }

        @Override
        public Optional<StatedTerm> term(CaseView matter, String clock) {
            return Optional.of(new StatedTerm(LegalTerm.workdays(10), "bench.term", 1, "《行政许可法》第四十二条"));
        }
    }

    private static void life(Cases cases) {
        UUID person = UUID.randomUUID();
        Actor applicant = new Actor(person, "张伟", ActingAs.SELF, person, "张伟", null, null, Set.of("citizen"), 3);
        UUID id = cases.open(
                applicant,
                new NewCase(
                        TYPE,
                        "食品经营许可（新办）",
                        "B" + person,
                        UNIT,
                        "419001000",
                        person,
                        "张伟",
                        NewCase.ApplicantKind.PERSON,
                        null,
                        "item@1",
                        Map.of("channel", "2"),
                        "application:" + person,
                        false));
        int version = cases.find(id).orElseThrow().version();
        for (int step = 0; step < ACTIONS.size(); step++) {
            version = cases.act(PERFORMERS.get(step), id, version, ACTIONS.get(step), ActionInput.opinion("同意。"))
                    .version();
        }
    }

    /** As it comes out of the box, history as by default, in its own tables of the same database. */
    private static ProcessEngine bpmn(RunningContext context) {
        SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
        configuration.setDataSource(context.dataSource());
        configuration.setTransactionManager(context.bean(PlatformTransactionManager.class));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableIdmEngine(true);
        configuration.setDisableEventRegistry(true);
        ProcessEngine engine = configuration.buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addString("one-task.bpmn20.xml", ONE_TASK)
                .deploy();
        return engine;
    }

    private static void process(ProcessEngine engine) {
        String id =
                engine.getRuntimeService().startProcessInstanceByKey("oneTask").getId();
        String task = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(id)
                .singleResult()
                .getId();
        engine.getTaskService().complete(task);
    }

    /** Counts by the server's own statistics what ten lives write. */
    private static Rows rows(JdbcTemplate jdbc, Cases cases) throws InterruptedException {
        life(cases);
        Rows before = written(jdbc);
        IntStream.range(0, 10).forEach(i -> life(cases));
        Rows after = written(jdbc);
        return new Rows(
                Math.round((after.inserted() - before.inserted()) / 10f),
                Math.round((after.updated() - before.updated()) / 10f));
    }

    /** Statistics reach the shared memory about a second after a transaction. */
    private static Rows written(JdbcTemplate jdbc) throws InterruptedException {
        Thread.sleep(1500);
        jdbc.execute("select pg_stat_force_next_flush()");
        Thread.sleep(12_000);
        return java.util.Objects.requireNonNull(jdbc.queryForObject(
                "select sum(n_tup_ins), sum(n_tup_upd) from pg_stat_user_tables"
                        + " where schemaname in ('cases', 'audit', 'feed')",
                (row, number) -> new Rows(row.getInt(1), row.getInt(2))));
    }

    private static void plain(JdbcTemplate jdbc, TransactionTemplate transactions, Rows rows) {
        UUID id = UUID.randomUUID();
        for (int part = 0; part < 5; part++) {
            int inserts = share(rows.inserted(), part);
            int updates = share(rows.updated(), part);
            transactions.executeWithoutResult(status -> {
                Long last = 0L;
                for (int i = 0; i < inserts; i++) {
                    last = jdbc.queryForObject(
                            "insert into bench.fact (case_id, n, text) values (?, ?, ?) returning id",
                            Long.class,
                            id,
                            i,
                            "经办人意见：材料齐全，符合法定形式，同意。");
                }
                for (int i = 0; i < updates; i++) {
                    jdbc.update("update bench.fact set n = n + 1 where id = ?", last);
                }
            });
        }
    }

    private static int share(int all, int part) {
        return all / 5 + (part < all % 5 ? 1 : 0);
    }
}
