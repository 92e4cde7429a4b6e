package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.records.RecordQuery;
import cn.gov.jiyuan.platform.records.Records;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A page of a list of 30,000 matters through the descriptor against the same page in hand-written SQL. */
public final class ListBench {
    private static final int ROWS = 30_000;
    private static final int ROUNDS = 9;
    private static final int CALLS = 100;

    private ListBench() {}

    record Line(
            String id,
            String number,
            String title,
            String state,
            String dept,
            String applicant,
            String area,
            OffsetDateTime opened,
            OffsetDateTime decided,
            BigDecimal fee,
            boolean online) {}

    record Count(long rows, BigDecimal fee) {}

    public static void main(String[] arguments) {
        try (BenchDatabase database = new BenchDatabase()) {
            MatterTable.make(database.dataSource(), ROWS);
            JdbcClient jdbc = JdbcClient.create(database.dataSource());
            Records records = MatterTable.records(database.dataSource(), new RowScope.Units(Set.of(MatterTable.UNIT)));
            RecordQuery withTotals = RecordQuery.parse(MatterTable.MATTER, Map.of("state", List.of("accepted")));
            RecordQuery without =
                    RecordQuery.parse(MatterTable.MATTER, Map.of("state", List.of("accepted"), "total", List.of("no")));
            compare("page with totals", () -> page(records, withTotals), () -> lines(jdbc) + count(jdbc));
            compare("page without totals", () -> page(records, without), () -> lines(jdbc));
        }
    }

    /** Rounds alternate, so that a busy moment of the machine falls on both. */
    private static void compare(String what, Supplier<Integer> engine, Supplier<Integer> hand) {
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        for (int round = -4; round < ROUNDS; round++) {
            double one = micros(engine);
            double other = micros(hand);
            if (round >= 0) {
                ours[round] = one;
                theirs[round] = other;
            }
        }
        double ratio = Spread.of(ours).median() / Spread.of(theirs).median();
        new ResultTable(
                        System.out,
                        String.format(Locale.ROOT, "list: %s of %,d cases", what, ROWS),
                        "µs",
                        "records",
                        Spread.of(ours))
                .peer("hand-written SQL", Spread.of(theirs))
                .goal("不超过手写 SQL 的 2 倍", ratio, ratio <= 2);
    }

    private static double micros(Supplier<Integer> call) {
        long begun = System.nanoTime();
        for (int i = 0; i < CALLS; i++) {
            if (call.get() < 50) {
                throw new IllegalStateException("too few rows");
            }
        }
        return (System.nanoTime() - begun) / 1e3 / CALLS;
    }

    private static int page(Records records, RecordQuery query) {
        return records.page(MatterTable.CLERK, MatterTable.MATTER, query).rows().size();
    }

    private static int lines(JdbcClient jdbc) {
        return jdbc.sql("""
                        SELECT m.id, m.number, m.title, m.state, d.name, m.applicant, m.area, m.opened_at, m.decided_at,
                               m.fee, m.online
                        FROM bench.matter m JOIN bench.department d ON d.id = m.unit_id
                        WHERE m.unit_id = ? AND m.state = ? ORDER BY m.opened_at DESC, m.id DESC LIMIT 51
                        """)
                .params(MatterTable.UNIT, "accepted")
                .query((row, number) -> new Line(
                        row.getObject(1, UUID.class).toString(),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class),
                        row.getObject(9, OffsetDateTime.class),
                        row.getBigDecimal(10),
                        row.getBoolean(11)))
                .list()
                .size();
    }

    private static int count(JdbcClient jdbc) {
        return (int) jdbc.sql("SELECT count(*), sum(fee) FROM bench.matter WHERE unit_id = ? AND state = ?")
                .params(MatterTable.UNIT, "accepted")
                .query((row, number) -> new Count(row.getLong(1), row.getBigDecimal(2)))
                .single()
                .rows();
    }
}
