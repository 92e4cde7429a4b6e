package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.jobs.RecurringWorks;
import cn.gov.jiyuan.platform.parties.Unit;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The overseers' sweeps over a million open clocks of half a million matters. One matter in ten is near its end, one in
 * a thousand late; nearly all of these have their cards, as on any day. Held against a limit, because there is no peer.
 */
final class OversightBench implements Benchmark {
    private static final int MATTERS = Integer.parseInt(System.getenv().getOrDefault("JIYUAN_BENCH_MATTERS", "500000"));
    private static final int NEW_WARNINGS = 200;
    private static final double LIMIT = 60;

    @Override
    public void run(PrintStream out) throws Exception {
        try (RunningContext context = new RunningContext()) {
            context.calm();
            JdbcTemplate jdbc = new JdbcTemplate(context.dataSource());
            make(jdbc);
            RecurringWork lines = work(context, "oversight.lines");
            RecurringWork night = work(context, "oversight.night");
            out.printf(
                    "%noversight: %,d open clocks of %,d matters; %s%n",
                    jdbc.queryForObject("select count(*) from cases.clock where state = 'RUNNING'", Long.class),
                    MATTERS,
                    BenchDatabase.durability(jdbc));
            long before = cards(jdbc);
            line(out, "full sweep", () -> full(jdbc, night));
            long issued = cards(jdbc) - before;
            if (issued < NEW_WARNINGS) {
                throw new IllegalStateException("the sweep gave out only " + issued + " of " + NEW_WARNINGS);
            }
            out.printf("    looked at %,d matters near their end or late, gave out %,d%n", near(jdbc), issued);
            line(out, "full sweep, nothing new", () -> full(jdbc, night));
            line(out, "sweep of the last 20 seconds", () -> since(jdbc, lines, "20 seconds"));
            line(out, "sweep of the last day", () -> since(jdbc, lines, "1 day"));
            if (cards(jdbc) != before + issued) {
                throw new IllegalStateException("a second look gave out cards again");
            }
        }
    }

    private static RecurringWork work(RunningContext context, String name) {
        for (RecurringWorks works : context.beans(RecurringWorks.class)) {
            for (RecurringWork work : works.all()) {
                if (work.name().equals(name)) {
                    return work;
                }
            }
        }
        throw new IllegalStateException(name);
    }

    private static void full(JdbcTemplate jdbc, RecurringWork night) {
        jdbc.update("update oversight.sweep set swept_to = '-infinity' where name = 'full'");
        night.run();
    }

    private static void since(JdbcTemplate jdbc, RecurringWork lines, String span) {
        jdbc.update("update oversight.sweep set swept_to = now() - ?::interval where name = 'lines'", span);
        lines.run();
    }

    private static void line(PrintStream out, String what, Runnable sweep) {
        CpuTime before = CpuTime.now();
        long start = System.nanoTime();
        sweep.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
                Locale.ROOT,
                "  %-32s %8.2f s, %,12.0f open clocks/s, %s   目标不超过 %.0f 秒：%s%n",
                what,
                seconds,
                2 * MATTERS / seconds,
                CpuTime.now().since(before).text(),
                LIMIT,
                seconds <= LIMIT ? "达标" : "未达标");
    }

    /** What a full sweep has to read: all others are passed over by the index. */
    private static long near(JdbcTemplate jdbc) {
        Long count = jdbc.queryForObject(
                "select count(distinct case_id) from cases.clock where state = 'RUNNING' and warn_at <= now()",
                Long.class);
        return count == null ? 0 : count;
    }

    private static long cards(JdbcTemplate jdbc) {
        Long count = jdbc.queryForObject("select count(*) from oversight.card", Long.class);
        return count == null ? 0 : count;
    }

    private static void make(JdbcTemplate jdbc) {
        jdbc.execute("create schema bench");
        jdbc.update("""
                create table bench.m as
                select n, lpad(to_hex(n), 32, '0')::uuid as id, ?::uuid as unit, now() - interval '3 days' as accepted,
                       date_trunc('day', now()) + case when n % 1000 = 7 then interval '-1 day'
                           else (1 + n % 20) * interval '1 day' end as due
                  from generate_series(1, ?) n
                """, Unit.idOf("market"), MATTERS);
        for (String statement : List.of(MATTER, STEP, CLOCK, EVENT, CARD)) {
            jdbc.update(statement);
        }
        for (String table :
                List.of("cases.matter", "cases.step", "cases.clock", "cases.clock_event", "oversight.card")) {
            jdbc.execute("vacuum analyze " + table);
        }
    }

    private static final String MATTER = """
            insert into cases.matter (id, type, type_version, number, title, state, version, sequence, unit_id, area_code,
                   applicant_id, applicant_kind, applicant_name, applicant_masked, subject_ref, due_at, clock_state,
                   opened_at, submitted_at, accepted_at, last_event_at, data, is_demo)
            select id, 'onestop.matter', 1, 'B' || n, '食品经营许可', 'review', 3, 3, unit, '419001000', id, 'ORGANISATION',
                   '\\x00', '某公司', 'item', due, 'RUNNING', accepted, accepted, accepted, now() - interval '1 hour', '{}',
                   false
              from bench.m""";
    private static final String STEP = """
            insert into cases.step (case_id, sequence, action, label, from_state, to_state, version, person_id, actor_name,
                   acting_as, principal_id, unit_id, at, opinion, reason, note)
            select id, s, (array['task.open', 'submit', 'accept'])[s], '动作', (array['', 'filed', 'submitted'])[s],
                   (array['filed', 'submitted', 'review'])[s], s, id, '经办', 'OFFICIAL', id, unit,
                   accepted + s * interval '1 minute' - interval '3 minutes', '', '', ''
              from bench.m, generate_series(1, 3) s""";
    private static final String CLOCK = """
            insert into cases.clock (case_id, clock, round, amount, unit, rule_key, rule_version, basis, state, due_at,
                   warn_at, provisional)
            select id, c, 1, 20, 'WORKDAY', 'bench', 1, '', 'RUNNING',
                   due + case when c = 'legal' then interval '30 days' else interval '0' end,
                   due + case when c = 'legal' then interval '26 days' else interval '-2 days' end, false
              from bench.m, unnest(array['promised', 'legal']) c""";
    private static final String EVENT = """
            insert into cases.clock_event (case_id, clock, round, sequence, kind, at, reason)
            select id, c, 1, 1, 'START', accepted, '' from bench.m, unnest(array['promised', 'legal']) c""";
    private static final String CARD = """
            insert into oversight.card (id, number, rule_code, rule_version, rule_title, level, score, counted, subject_id,
                   stage, matter_number, matter_title, unit_id, what, violated_at, issued_at, state, explanation, result,
                   version, is_demo)
            select gen_random_uuid(), 'BC' || n, case when n %% 1000 = 7 then 'JC04' else 'JC03' end, 1, '规则',
                   case when n %% 1000 = 7 then 'YELLOW' else 'WARNING' end, 0, false, id, 'review', 'B' || n,
                   '食品经营许可', unit, '', due, due, case when n %% 1000 = 7 then 'issued' else 'warned' end, '', '', 1,
                   false
              from bench.m where n > %d and (n %% 1000 = 7 or due <= now() + interval '2 days')""".formatted(NEW_WARNINGS * 10);
}
