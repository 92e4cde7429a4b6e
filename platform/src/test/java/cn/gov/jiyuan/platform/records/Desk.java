package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.AccessError;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A desk on a real table of generated matters, with a policy that a test sets by itself. Row n belongs to unit n mod 3, to
 * party n mod 100 and to the town n mod 16; every tenth is not yet decided.
 */
final class Desk implements AutoCloseable {
    static final UUID MARKET = new UUID(0, 1);
    static final UUID HEALTH = new UUID(0, 2);
    static final UUID TRAFFIC = new UUID(0, 3);

    static final Dictionary STATES = Dictionary.of(
            "matter-state", "办件状态", "accepted", "受理", "reviewing", "审查", "decided", "办结", "refused", "不予许可");

    static final RecordType UNIT = RecordType.of("desk.unit", "单位")
            .columns(Column.text("name", "名称").open())
            .small()
            .build();

    static final RecordType MATTER = RecordType.of("desk.matter", "办件")
            .label("number")
            .columns(
                    Column.text("number", "办件编号")
                            .filtered(Filter.EQUALS, Filter.PREFIX)
                            .sorted(),
                    Column.text("title", "事项名称").filtered(Filter.CONTAINS).findable(),
                    Column.code("state", "状态", STATES).filtered(Filter.EQUALS, Filter.IN),
                    Column.reference("dept", "受理部门", "desk.unit")
                            .from("unit_id")
                            .filtered(Filter.IN),
                    Column.moment("opened", "受理时间")
                            .from("opened_at")
                            .filtered(Filter.EQUALS, Filter.RANGE)
                            .sorted(),
                    Column.moment("decided", "办结时间")
                            .from("decided_at")
                            .filtered(Filter.RANGE, Filter.EMPTY)
                            .sorted(),
                    Column.money("fee", "收费金额").filtered(Filter.RANGE).totalled(),
                    Column.text("applicant", "申请人")
                            .classified(Classification.PERSONAL, Mask.NAME)
                            .filtered(Filter.EQUALS, Filter.PREFIX)
                            .sorted(),
                    Column.personal("idNumber", "证件号码", Mask.ID_NUMBER).blind("id_number_blind", "id-number"),
                    Column.json("channel", "渠道", "channel").from("extra").unlisted(),
                    Column.text("note", "备注").unlisted().onlyFor("desk.matter.note"))
            .scope("unit_id", "party_id", "area")
            .order(Order.descending("opened"))
            .link("办件", "/workbench/cases/{id}")
            .versions(new VersionRows("desk.matter_version", "matter_id", "version", "changed_at", "changed_by"))
            .writing(WritePart.of("version", "title", "state", "fee", "idNumber")
                    .check(
                            "fee",
                            value -> value.startsWith("-")
                                    ? java.util.Optional.of("金额不能为负数")
                                    : java.util.Optional.empty()))
            .build();

    final TestDatabase database = TestPostgres.fresh();
    final Policy policy = new Policy();
    final Journal journal = new Journal();
    final Records records;

    Desk(int rows) {
        script();
        generate(0, rows);
        records = new RecordDesk(
                () -> List.of(MATTER, UNIT),
                new JdbcTemplate(database.dataSource()),
                database.transactionManager(),
                policy,
                new PlainCipher(),
                journal,
                journal);
    }

    @Override
    public void close() {
        database.close();
    }

    /** An official of the unit with these permissions on all rows. */
    static Actor official(UUID unit) {
        return new Actor(
                new UUID(9, 9), "李敏", ActingAs.OFFICIAL, new UUID(9, 9), "李敏", unit, "市场监管局", Set.of("clerk"), 4);
    }

    RecordQuery query(String... namesAndValues) {
        Map<String, List<String>> parameters = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters
                    .computeIfAbsent(namesAndValues[i], n -> new ArrayList<>())
                    .add(namesAndValues[i + 1]);
        }
        return RecordQuery.parse(MATTER, parameters);
    }

    private void script() {
        for (String statement : """
                CREATE SCHEMA desk;
                CREATE TABLE desk.unit (id uuid PRIMARY KEY, name text NOT NULL);
                CREATE TABLE desk.matter (
                    id uuid PRIMARY KEY, number text NOT NULL, title text NOT NULL, state text NOT NULL,
                    unit_id uuid NOT NULL, party_id uuid NOT NULL, area text NOT NULL,
                    opened_at timestamptz NOT NULL, decided_at timestamptz, fee numeric(18,2) NOT NULL,
                    applicant text NOT NULL, id_number bytea, id_number_blind bytea, extra jsonb, note text,
                    version bigint NOT NULL DEFAULT 1);
                CREATE TABLE desk.matter_version (
                    matter_id uuid NOT NULL, version bigint NOT NULL, changed_at timestamptz NOT NULL, changed_by text,
                    title text, state text, fee numeric(18,2), PRIMARY KEY (matter_id, version));
                CREATE UNIQUE INDEX ON desk.matter (number);
                CREATE INDEX ON desk.matter (opened_at, id);
                CREATE INDEX ON desk.matter (decided_at, id);
                CREATE INDEX ON desk.matter (state, opened_at, id);
                CREATE INDEX ON desk.matter (unit_id, opened_at, id);
                CREATE INDEX ON desk.matter (party_id, opened_at, id);
                CREATE INDEX ON desk.matter (fee);
                CREATE INDEX ON desk.matter (applicant);
                CREATE INDEX ON desk.matter (id_number_blind);
                CREATE INDEX ON desk.matter USING gin (records.grams(title));
                INSERT INTO desk.unit VALUES ('00000000-0000-0000-0000-000000000001', '市场监督管理局'),
                    ('00000000-0000-0000-0000-000000000002', '卫生健康委员会'),
                    ('00000000-0000-0000-0000-000000000003', '交通运输局');
                """.split(";\\s*\n")) {
            if (!statement.isBlank()) {
                database.jdbc().sql(statement).update();
            }
        }
    }

    /** Rows from..to-1; opened one minute apart from 2023-01-01 in Beijing. */
    void generate(int from, int to) {
        database.jdbc().sql("""
                        INSERT INTO desk.matter
                        SELECT lpad(to_hex(n), 32, '0')::uuid,
                               'JY' || lpad(n::text, 8, '0'),
                               (ARRAY['食品经营许可新办', '公共场所卫生许可', '道路货物运输经营许可', '食品生产许可变更'])[n % 4 + 1],
                               (ARRAY['accepted', 'reviewing', 'decided', 'refused'])[n % 4 + 1],
                               ('00000000-0000-0000-0000-00000000000' || (n % 3 + 1))::uuid,
                               lpad(to_hex(n % 100), 32, '0')::uuid,
                               '419001' || lpad((n % 16)::text, 3, '0'),
                               timestamptz '2023-01-01 00:00+08' + n * interval '1 minute',
                               CASE WHEN n % 10 > 0 THEN timestamptz '2023-02-01 00:00+08' + n * interval '1 minute' END,
                               n % 7 * 10.5,
                               (ARRAY['张伟', '王芳', '欧阳明'])[n % 3 + 1],
                               convert_to('41900119900307' || lpad(n::text, 8, '0'), 'UTF8'),
                               convert_to('id-number:41900119900307' || lpad(n::text, 8, '0'), 'UTF8'),
                               '{"channel": "portal"}',
                               '内部备注'
                        FROM generate_series(cast(:from AS int), cast(:to AS int) - 1) AS n
                        """).param("from", from).param("to", to).update();
        database.jdbc().sql("ANALYZE desk.matter").update();
    }

    static String id(int row) {
        return new UUID(0, row).toString();
    }

    /** The policy as a test sets it: permission to scope. */
    static final class Policy implements Access {
        private final Map<String, RowScope> granted = new HashMap<>();

        Policy grant(String permission, RowScope scope) {
            granted.put(permission, scope);
            return this;
        }

        Policy revokeAll() {
            granted.clear();
            return this;
        }

        @Override
        public boolean may(Actor actor, String permission) {
            return granted.containsKey(permission);
        }

        @Override
        public void require(Actor actor, String permission) {
            if (!may(actor, permission)) {
                throw new Fault(AccessError.FORBIDDEN, permission);
            }
        }

        @Override
        public RowScope rows(Actor actor, String permission) {
            return granted.getOrDefault(permission, new RowScope.None());
        }

        @Override
        public Set<String> permissions(Actor actor) {
            return granted.keySet();
        }
    }

    /** Keeps what was recorded. */
    static final class Journal implements Audit, Feed {
        final List<Change> changes = new ArrayList<>();
        final List<AuditEvent> events = new ArrayList<>();

        @Override
        public void record(Actor actor, AuditEvent event) {
            events.add(event);
        }

        @Override
        public void recordAll(List<Past> past) {
            past.forEach(one -> events.add(one.event()));
        }

        @Override
        public long head() {
            return changes.size();
        }

        @Override
        public void append(Change change) {
            changes.add(change);
        }

        @Override
        public void appendAll(List<Change> more) {
            changes.addAll(more);
        }

        List<AuditEvent> of(String action) {
            return events.stream().filter(e -> e.action().equals(action)).toList();
        }
    }

    /** Stands for the key vault, which has tests of its own; refuses a wrong column. */
    static final class PlainCipher implements PersonalCipher {
        @Override
        public byte[] seal(String column, UUID row, String clear) {
            return clear.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String open(String column, UUID row, byte[] sealed) {
            if (!column.equals("desk.matter.id_number")) {
                throw new IllegalArgumentException(column);
            }
            return new String(sealed, StandardCharsets.UTF_8);
        }

        @Override
        public byte[] blind(String domain, String normalised) {
            return (domain + ":" + normalised).getBytes(StandardCharsets.UTF_8);
        }
    }
}
