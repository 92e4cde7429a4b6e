package cn.gov.jiyuan.platform.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Checks that each lane's numbers run from 1 to its counter without a gap or a double. */
final class Lanes {
    private static final String BROKEN = """
            select coalesce(l.lane, e.lane) as lane, l.last_no, e.events, e.first_no, e.final_no
              from audit.lane l
              full join (select lane, count(*) as events, min(lane_no) as first_no, max(lane_no) as final_no
                           from audit.event group by lane) e on e.lane = l.lane
             where l.lane is null
                or l.last_no <> coalesce(e.events, 0)
                or l.last_no <> coalesce(e.final_no, 0)
                or (e.lane is not null and e.first_no <> 1)
             order by 1
            """;
    private static final String GAPS = """
            select lane_no, next_no from (
                   select lane_no, lead(lane_no) over (order by lane_no) as next_no
                     from (select 0::bigint as lane_no
                           union all select lane_no from audit.event where lane = %1$d
                           union all select last_no + 1 from audit.lane where lane = %1$d) numbers) steps
             where next_no <> lane_no + 1 order by 1 limit 100
            """;
    private final Connection connection;
    private final Findings findings;

    Lanes(Connection connection, Findings findings) {
        this.connection = connection;
        this.findings = findings;
    }

    void check() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(BROKEN)) {
            while (row.next()) {
                if (row.getObject("last_no") == null) {
                    findings.add(AuditVerifier.Kind.LANE, "通道 " + row.getInt("lane"), "通道计数器不见了");
                }
                gaps(row.getInt("lane"));
            }
        }
    }

    private void gaps(int lane) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(GAPS.formatted(lane))) {
            while (row.next()) {
                long before = row.getLong("lane_no");
                long after = row.getLong("next_no");
                boolean missing = after > before + 1;
                findings.add(
                        missing ? AuditVerifier.Kind.DELETED : AuditVerifier.Kind.INSERTED,
                        lane + "-" + (missing ? before + 1 : before),
                        missing
                                ? "通道 %d 缺少编号 %d 至 %d 的事件".formatted(lane, before + 1, after - 1)
                                : "通道 %d 的编号 %d 重复或超出计数".formatted(lane, before));
            }
        }
    }
}
