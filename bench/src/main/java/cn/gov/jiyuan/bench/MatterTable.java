package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.records.Classification;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Dictionary;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Mask;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordType;
import cn.gov.jiyuan.platform.records.Records;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** A table of generated matters, ten columns wide, with its descriptor. Row n belongs to unit n mod 3. */
final class MatterTable {
    static final UUID UNIT = new UUID(0, 1);

    static final Actor CLERK =
            new Actor(new UUID(9, 9), "李敏", ActingAs.OFFICIAL, new UUID(9, 9), "李敏", UNIT, "市场监管局", Set.of("clerk"), 4);

    static final Dictionary STATES =
            Dictionary.of("state", "状态", "accepted", "受理", "reviewing", "审查", "decided", "办结", "refused", "不予许可");

    static final RecordType DEPARTMENT = RecordType.of("bench.department", "部门")
            .columns(Column.text("name", "名称").open())
            .small()
            .build();

    static final RecordType MATTER = RecordType.of("bench.matter", "办件")
            .label("number")
            .columns(
                    Column.text("number", "办件编号").filtered(Filter.EQUALS).sorted(),
                    Column.text("title", "事项名称").filtered(Filter.CONTAINS).findable(),
                    Column.code("state", "状态", STATES).filtered(Filter.EQUALS, Filter.IN),
                    Column.reference("dept", "受理部门", "bench.department").from("unit_id"),
                    Column.text("applicant", "申请人").classified(Classification.PERSONAL, Mask.NAME),
                    Column.text("area", "区划"),
                    Column.moment("opened", "受理时间").from("opened_at").sorted(),
                    Column.moment("decided", "办结时间").from("decided_at"),
                    Column.money("fee", "收费金额").totalled(),
                    Column.flag("online", "网上申请"))
            .scope("unit_id", "", "area")
            .order(Order.descending("opened"))
            .link("办件", "/workbench/cases/{id}")
            .build();

    private MatterTable() {}

    static void make(DataSource dataSource, int rows) {
        JdbcTemplate jdbc = new JdbcTemplate(dataSource);
        jdbc.execute("""
                CREATE SCHEMA bench;
                CREATE TABLE bench.department (id uuid PRIMARY KEY, name text NOT NULL);
                INSERT INTO bench.department VALUES ('00000000-0000-0000-0000-000000000001', '市场监督管理局'),
                    ('00000000-0000-0000-0000-000000000002', '卫生健康委员会'),
                    ('00000000-0000-0000-0000-000000000003', '交通运输局');
                CREATE TABLE bench.matter (
                    id uuid PRIMARY KEY, number text NOT NULL UNIQUE, title text NOT NULL, state text NOT NULL,
                    unit_id uuid NOT NULL, applicant text NOT NULL, area text NOT NULL, opened_at timestamptz NOT NULL,
                    decided_at timestamptz, fee numeric(18,2) NOT NULL, online boolean NOT NULL);
                """);
        jdbc.update("""
                INSERT INTO bench.matter
                SELECT lpad(to_hex(n), 32, '0')::uuid, 'JY' || lpad(n::text, 8, '0'),
                       (ARRAY['食品经营许可新办', '公共场所卫生许可', '道路货物运输经营许可', '食品生产许可变更'])[n % 4 + 1],
                       (ARRAY['accepted', 'reviewing', 'decided', 'refused'])[n / 3 % 4 + 1],
                       ('00000000-0000-0000-0000-00000000000' || (n % 3 + 1))::uuid,
                       (ARRAY['张伟', '王芳', '欧阳明'])[n % 3 + 1], '419001' || lpad((n % 16)::text, 3, '0'),
                       timestamptz '2023-01-01 00:00+08' + n * interval '1 minute',
                       CASE WHEN n % 10 > 0 THEN timestamptz '2023-02-01 00:00+08' + n * interval '1 minute' END,
                       n % 700 * 1.5, n % 2 = 0
                FROM generate_series(1, ?) AS n
                """, rows);
        jdbc.execute("""
                CREATE INDEX ON bench.matter (opened_at, id);
                CREATE INDEX ON bench.matter (unit_id, opened_at, id);
                CREATE INDEX ON bench.matter (unit_id, state, opened_at, id);
                """);
        jdbc.execute("VACUUM ANALYZE bench.matter");
    }

    /** The engine with a policy of one scope; what it audits is not measured here. */
    static Records records(DataSource dataSource, RowScope scope) {
        return Records.on(
                dataSource,
                new JdbcTransactionManager(dataSource),
                () -> List.of(MATTER, DEPARTMENT),
                new OneScope(scope),
                new NoCipher(),
                new Silence(),
                new Silence());
    }

    record OneScope(RowScope scope) implements Access {
        @Override
        public boolean may(Actor actor, String permission) {
            return !permission.endsWith(".unmask");
        }

        @Override
        public void require(Actor actor, String permission) {}

        @Override
        public RowScope rows(Actor actor, String permission) {
            return scope;
        }

        @Override
        public Set<String> permissions(Actor actor) {
            return Set.of();
        }
    }

    private static final class Silence implements Audit, Feed {
        @Override
        public void record(Actor actor, AuditEvent event) {}

        @Override
        public void recordAll(List<Past> events) {}

        @Override
        public void append(Change change) {}

        @Override
        public void appendAll(List<Change> changes) {}

        @Override
        public long head() {
            return 0;
        }
    }

    /** The table holds no encrypted column. */
    private static final class NoCipher implements PersonalCipher {
        @Override
        public byte[] seal(String column, UUID row, String clear) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String open(String column, UUID row, byte[] sealed) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] blind(String domain, String normalised) {
            throw new UnsupportedOperationException();
        }
    }
}
