package cn.gov.jiyuan.platform.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.database.TestDatabase;
import cn.gov.jiyuan.platform.database.TestPostgres;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.keys.Keys;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Datasets through their contract, on a real database and real files. */
class HubTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final TestDatabase DATABASE = TestPostgres.fresh();
    private static final AtomicInteger TESTS = new AtomicInteger();
    private final String name = "landing.people_" + TESTS.incrementAndGet();
    private final Dataset people = new Dataset(
            name,
            "人员",
            "police",
            List.of(
                    DataColumn.of("id", "编号", DataType.INTEGER),
                    DataColumn.of("name", "姓名", DataType.TEXT).ofPersons(),
                    DataColumn.of("income", "收入", DataType.DECIMAL),
                    DataColumn.of("born", "出生日期", DataType.DATE),
                    DataColumn.of("seen", "时间", DataType.MOMENT),
                    DataColumn.of("alive", "在世", DataType.FLAG)),
            List.of("id"),
            4);

    @TempDir
    static Path vault;

    @TempDir
    Path folder;

    private final List<Feed.Change> told = new ArrayList<>();
    private final List<AuditEvent> recorded = new ArrayList<>();
    private final List<LandingGate> gates = new ArrayList<>();
    private Clock clock = Clock.tick(Clock.system(ZONE), Duration.ofMillis(1));
    private HubStore store;
    private DataFolder files;
    private Publication publication;
    private Datasets hub;

    @BeforeEach
    void open() {
        hub = opened(Duration.ofMinutes(1));
        hub.declare(Actor.SYSTEM, people);
    }

    private Datasets opened(Duration queryTime) {
        JdbcTransactionManager manager = new JdbcTransactionManager(DATABASE.dataSource());
        TransactionTemplate transactions = new TransactionTemplate(manager);
        Keys keys = Keys.open(
                JdbcClient.create(DATABASE.dataSource()), manager, vault.resolve("master.key"), Clock.systemUTC());
        HubSettings settings = settings(queryTime);
        store = new HubStore(DATABASE.dataSource());
        files = new DataFolder(folder.resolve("hub"));
        DataKeys dataKeys = new DataKeys(keys.cipher(), store);
        Feed feed = new Feed() {
            @Override
            public void append(Change change) {
                told.add(change);
            }

            @Override
            public void appendAll(List<Change> changes) {
                told.addAll(changes);
            }

            @Override
            public long head() {
                return told.size();
            }
        };
        Audit audit = new Audit() {
            @Override
            public void record(Actor actor, AuditEvent event) {
                recorded.add(event);
            }

            @Override
            public void recordAll(List<Past> events) {
                throw new UnsupportedOperationException();
            }
        };
        publication = new Publication(store, dataKeys, transactions, feed, audit, clock);
        return new HubDatasets(store, settings, files, dataKeys, publication, () -> gates, transactions, audit, clock);
    }

    private static HubSettings settings(Duration queryTime) {
        return new HubSettings(null, "duckdb", DataSize.ofMegabytes(512), 2, queryTime, Duration.ofDays(30));
    }

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    private Landing.Landed landed(String batch, Landing.Mode mode, int from, int to, String named) {
        try (Landing landing = hub.land(Actor.SYSTEM, name, batch, mode)) {
            for (int i = from; i < to; i++) {
                landing.row(
                        i,
                        named + i,
                        new BigDecimal("1.5"),
                        LocalDate.of(1990, 1, 1).plusDays(i),
                        LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(i),
                        i % 2 == 0);
            }
            return landing.commit();
        }
    }

    private long count(String where) {
        try (DataSession session = hub.open(name)) {
            return session.one("select count(*) as n from data where " + where).number("n");
        }
    }

    @Test
    void what_is_landed_is_read_back_with_its_types() {
        Snapshot made = landed("1", Landing.Mode.APPEND, 0, 1000, "甲").snapshot();
        assertThat(made).isNotNull();
        assertThat(made.rows()).isEqualTo(1000);
        try (DataSession session = hub.open(name)) {
            DataSession.Row row = session.one("select * from data where id = ?", 7L);
            assertThat(row.values())
                    .containsExactly(
                            7L,
                            "甲7",
                            new BigDecimal("1.500000"),
                            LocalDate.of(1990, 1, 8),
                            LocalDateTime.of(2026, 1, 1, 0, 7),
                            false);
            assertThat(session.columns("select id, count(*) as 人数 from data group by id"))
                    .extracting(DataSession.ResultColumn::name, DataSession.ResultColumn::type)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("id", DataType.INTEGER),
                            org.assertj.core.groups.Tuple.tuple("人数", DataType.INTEGER));
        }
        assertThat(told).extracting(Feed.Change::topic).containsExactly(BatchDone.TOPIC);
        assertThat(recorded).extracting(AuditEvent::action).contains("hub.batch.land");
    }

    @Test
    void the_place_of_a_row_in_its_batch_is_told() {
        Dataset plain = new Dataset(
                name + "_plain", "流水", "police", List.of(DataColumn.of("id", "编号", DataType.INTEGER)), List.of(), 1);
        hub.declare(Actor.SYSTEM, plain);
        for (int batch = 1; batch <= 2; batch++) {
            try (Landing landing = hub.land(Actor.SYSTEM, plain.name(), "b" + batch, Landing.Mode.APPEND)) {
                for (long i = 0; i < 300_000; i++) {
                    landing.row(batch * 1_000_000L + i);
                }
                landing.commit();
            }
        }
        Snapshot now = hub.current(plain.name()).orElseThrow();
        RowPlace place = hub.places(now, "id", 2_234_567L, 5).getFirst();
        assertThat(place.batchNo()).isEqualTo("b2");
        assertThat(place.row()).isEqualTo(234_568L);
        assertThat(place.rows()).isEqualTo(300_000L);
        assertThat(hub.places(now, "id", 1L, 5)).isEmpty();
        assertThatThrownBy(() -> hub.places(now, "nothing", 1L, 5))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(HubError.UNKNOWN_COLUMN));

        landed("1", Landing.Mode.MERGE, 0, 100, "甲");
        RowPlace merged =
                hub.places(hub.current(name).orElseThrow(), "id", 7L, 5).getFirst();
        assertThat(merged.batchNo()).isEqualTo("1");
        assertThat(merged.row()).isNull();
    }

    @Test
    void a_merge_changes_adds_and_removes_by_key_and_the_old_version_stays() {
        landed("1", Landing.Mode.MERGE, 0, 100, "甲");
        try (Landing landing = hub.land(Actor.SYSTEM, name, "2", Landing.Mode.MERGE)) {
            landing.row(5L, "改前", null, null, null, null);
            landing.row(5L, "改后", null, null, null, null);
            landing.row(500L, "新", null, null, null, null);
            landing.removeRow(6L);
            landing.removeRow(7L);
            landing.row(7L, "删后又来", null, null, null, null);
            Snapshot made = landing.commit().snapshot();
            assertThat(made).isNotNull();
            assertThat(made.rows()).isEqualTo(100);
            assertThat(made.changed()).isEqualTo(3);
            assertThat(made.removed()).isEqualTo(1);
        }
        assertThat(count("name = '改后'")).isEqualTo(1);
        assertThat(count("name = '改前' or id = 6")).isZero();
        assertThat(count("id = 7 and name = '删后又来'")).isEqualTo(1);
        try (DataSession session = hub.open(Map.of("old", hub.snapshot(name, 1)))) {
            assertThat(session.one("select count(*) as n, max(name) filter (id = 6) as six from old")
                            .values())
                    .containsExactly(100L, "甲6");
        }
    }

    @Test
    void the_same_batch_sent_twice_changes_nothing_and_another_of_its_number_is_refused() {
        Landing.Landed first = landed("1", Landing.Mode.APPEND, 0, 10, "甲");
        Landing.Landed second = landed("1", Landing.Mode.APPEND, 0, 10, "甲");
        assertThat(second.duplicate()).isTrue();
        assertThat(second.snapshot()).isEqualTo(first.snapshot());
        assertThat(count("true")).isEqualTo(10);
        assertThatThrownBy(() -> landed("1", Landing.Mode.APPEND, 0, 11, "甲"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(HubError.BATCH_DIFFERS));
    }

    @Test
    void nothing_is_seen_of_a_batch_that_is_not_committed_and_its_files_go() throws IOException {
        landed("1", Landing.Mode.APPEND, 0, 10, "甲");
        long before = filesOnDisk();
        try (Landing landing = hub.land(Actor.SYSTEM, name, "2", Landing.Mode.REPLACE)) {
            landing.rows("select * from data", Map.of("data", hub.snapshot(name, 1)));
            assertThat(landing.size()).isEqualTo(10);
        }
        assertThat(hub.current(name).map(Snapshot::number)).contains(1L);
        assertThat(filesOnDisk()).isEqualTo(before);
    }

    @Test
    void a_replacement_from_a_query_is_the_whole_dataset_from_then_on() {
        landed("1", Landing.Mode.APPEND, 0, 100, "甲");
        try (Landing landing = hub.land(Actor.SYSTEM, name, "2", Landing.Mode.REPLACE)) {
            landing.rows("select id, upper(name) as name from src where id < 30", Map.of("src", hub.snapshot(name, 1)));
            landing.row(999L, "手工", null, null, null, null);
            assertThat(landing.commit().snapshot())
                    .extracting(Snapshot::rows, Snapshot::removed)
                    .containsExactly(31L, 100L);
        }
        assertThat(count("income is null")).isEqualTo(31);
    }

    @Test
    void of_two_merges_at_once_the_later_one_is_told_so() {
        landed("1", Landing.Mode.MERGE, 0, 10, "甲");
        Change merged = new Change(1, List.of(), List.of(), 0, 0);
        landed("2", Landing.Mode.MERGE, 2, 3, "快");
        Batching slow =
                new Batching(Actor.SYSTEM, people, UUID.randomUUID(), "3", Landing.Mode.MERGE, "a".repeat(44), false);
        assertThatThrownBy(() -> publication.publish(slow, "d1", 1, merged))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(HubError.OVERTAKEN));
        assertThat(hub.current(name).map(Snapshot::number)).contains(2L);
    }

    @Test
    void a_held_batch_waits_unseen_until_it_is_released_or_given_up() {
        landed("1", Landing.Mode.MERGE, 0, 100, "甲");
        gates.add((dataset, facts) ->
                facts.rows() < 50 && facts.earlier().contains(100L) ? Optional.of("行数骤减") : Optional.empty());
        Landing.Landed held = landed("2", Landing.Mode.MERGE, 0, 3, "乙");
        assertThat(held.held()).isEqualTo("行数骤减");
        assertThat(held.snapshot()).isNull();
        assertThat(count("name like '乙%'")).isZero();
        assertThat(landed("2", Landing.Mode.MERGE, 0, 3, "乙").held()).isEqualTo("行数骤减");
        UUID batch = hub.held(name, 10).getFirst().id();
        assertThat(hub.release(Actor.SYSTEM, batch, "已与来源单位核实").rows()).isEqualTo(100);
        assertThat(count("name like '乙%'")).isEqualTo(3);
        assertThatThrownBy(() -> hub.discard(Actor.SYSTEM, batch, "再次"))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(HubError.NOT_HELD));
        landed("4", Landing.Mode.MERGE, 0, 2, "丙");
        UUID given = hub.held(null, 100).getFirst().id();
        hub.discard(Actor.SYSTEM, given, "来源有误");
        Feed.Change last = told.getLast();
        assertThat(last.topic()).isEqualTo(BatchDiscarded.TOPIC);
        assertThat(last.payload()).isEqualTo(new BatchDiscarded(name, given, "4", 2, "来源有误"));
        assertThat(count("name like '丙%'")).isZero();
        new HubSweep(store, files, settings(Duration.ofMinutes(1)), clock).run();
        assertThat(store.held(name, 10)).isEmpty();
        assertThat(count("name like '乙%'")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "copy (select 1) to '/tmp/stolen.csv'",
                "select * from read_csv('/etc/passwd')",
                "select * from '/etc/passwd'",
                "select content from read_text('/etc/passwd')",
                "select * from data where id in (select 1 from glob('/*'))",
                "attach '/tmp/x.db'",
                "set memory_limit = '100GB'",
                "select 1; drop view data",
                "install httpfs",
                "pragma database_list"
            })
    void a_session_can_only_read(String sql) {
        landed("1", Landing.Mode.APPEND, 0, 10, "甲");
        try (DataSession session = hub.open(name)) {
            assertThatThrownBy(() -> session.all(sql))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(HubError.NOT_A_QUERY));
            assertThat(session.one("select count(*) as n from data").number("n"))
                    .isEqualTo(10);
        }
        assertThatThrownBy(() -> {
                    try (Landing landing = hub.land(Actor.SYSTEM, name, "2", Landing.Mode.APPEND)) {
                        landing.rows(sql, Map.of("data", hub.snapshot(name, 1)));
                    }
                })
                .isInstanceOf(Fault.class);
    }

    @Test
    void a_wrong_query_says_where_and_one_without_end_is_stopped() {
        landed("1", Landing.Mode.APPEND, 0, 10, "甲");
        try (DataSession session = hub.open(name)) {
            assertThatThrownBy(() -> session.all("select nmae from data")).hasMessageContaining("name");
            assertThatThrownBy(() -> session.all("select id // 0 from data"))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(HubError.QUERY_FAILED));
        }
        try (DataSession session = opened(Duration.ofSeconds(1)).open(name)) {
            assertThatThrownBy(() ->
                            session.all("select sum(a.range * b.range) from range(10000000) a, range(10000000) b"))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(HubError.QUERY_TOO_LONG));
        }
    }

    @Test
    void files_tell_nothing_without_their_key() throws IOException {
        landed("1", Landing.Mode.APPEND, 0, 1000, "王小明");
        try (Stream<Path> all = Files.walk(folder.resolve("hub"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
                assertThat(content).doesNotContain("王小明").doesNotContain("income");
            }
        }
    }

    @Test
    void columns_can_be_added_but_neither_removed_nor_changed() {
        landed("1", Landing.Mode.APPEND, 0, 10, "甲");
        List<DataColumn> more = new ArrayList<>(people.columns());
        more.add(DataColumn.of("town", "镇街", DataType.TEXT));
        hub.declare(
                Actor.SYSTEM,
                new Dataset(people.name(), people.title(), "police", more, people.key(), people.buckets()));
        assertThat(count("town is null")).isEqualTo(10);
        assertThatThrownBy(() -> hub.declare(Actor.SYSTEM, people))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(HubError.BAD_COLUMNS));
    }

    @Test
    void a_row_without_its_key_stops_the_merge_and_a_wrong_value_is_named() {
        try (Landing landing = hub.land(Actor.SYSTEM, name, "1", Landing.Mode.MERGE)) {
            assertThatThrownBy(() -> landing.row("文字", "甲", null, null, null, null))
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(HubError.BAD_VALUE));
            landing.row(null, "甲", null, null, null, null);
            assertThatThrownBy(landing::commit)
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(HubError.NO_KEY));
        }
        assertThat(hub.current(name)).isEmpty();
    }

    @Test
    void versions_out_of_force_are_cleared_away_when_their_time_is_over() throws IOException {
        for (int i = 0; i < 5; i++) {
            landed("b" + i, Landing.Mode.REPLACE, 0, 50 + i, "第" + i + "批");
        }
        long before = filesOnDisk();
        Clock later = Clock.offset(clock, Duration.ofDays(31));
        assertThat(new HubSweep(store, files, settings(Duration.ofMinutes(1)), later).run())
                .isFalse();
        assertThat(filesOnDisk()).isLessThan(before);
        assertThat(count("name like '第4批%'")).isEqualTo(54);
        assertThatThrownBy(() -> hub.snapshot(name, 2))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.code()).isEqualTo(HubError.UNKNOWN_SNAPSHOT));
    }

    private long filesOnDisk() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("hub"))) {
            return all.filter(file -> file.toString().endsWith(".parquet")).count();
        }
    }
}
