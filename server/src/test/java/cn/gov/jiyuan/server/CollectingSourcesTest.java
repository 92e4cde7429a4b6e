package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.database.TestHome;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Databases, interfaces and change logs of others, with all that can happen to them. */
class CollectingSourcesTest extends ServerTest {
    private static final String DESK = "/api/exchange/collecting";

    @TempDir(factory = TestHome.class)
    static Path folder;

    private static SourceDatabase source;

    @Autowired
    private Datasets datasets;

    @BeforeAll
    static void theSourceRuns() throws IOException {
        source = new SourceDatabase(folder);
    }

    @AfterAll
    static void theSourceStops() {
        source.close();
    }

    @Test
    void aSourceThatDiesMidBatchGoesOnWhereItHadComeTo() throws InterruptedException {
        source.run(
                "create table public.firm (id bigint primary key, name text, changed timestamptz not null)",
                "insert into public.firm select i, '企业' || i || repeat('字', 50), timestamptz '2022-01-01' + i * interval '1 minute'"
                        + " from generate_series(1, 5500) i",
                "grant select on public.firm to jiyuan");
        Browser steward = someoneAs("datasteward");
        UUID task = aTask(steward, "landing.firm", "public.firm", table("public.firm", source.linePort()));
        source.cutAfter(450_000);
        JsonNode broken = fetches(steward, task);
        assertThat(broken.path("state").asString()).isEqualTo("FAILED");
        assertThat(broken.path("message").asString()).contains("从断点继续");
        long half = rows("landing.firm");
        assertThat(half).isGreaterThan(0).isLessThan(5500);
        assertThat(half % 1000).isZero();

        source.mend();
        // What comes later belongs to the next batch.
        source.run("insert into public.firm values (6000, '新企业', timestamptz '2023-01-01')");
        Answer again =
                steward.call("POST", DESK + "/batches/" + broken.path("id").asString() + "/retry", Map.of());
        assertThat(again.status()).as(again.body()).isEqualTo(202);
        JsonNode done = ended(steward, broken.path("id").asString());
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
        assertThat(done.path("rowIn").asLong()).isEqualTo(5500);
        assertThat(rows("landing.firm")).isEqualTo(5500);
        assertThat(fetches(steward, task).path("rowIn").asLong()).isEqualTo(1);
        assertThat(fetches(steward, task).path("rowIn").asLong()).isZero();
        assertThat(rows("landing.firm")).isEqualTo(5501);
    }

    @Test
    void aColumnThatChangesItsTypeOvernightStopsTheTaskAndNothingIsLanded() throws InterruptedException {
        source.run(
                "create table public.tax (id bigint primary key, name text, amount numeric)",
                "insert into public.tax select i, '户' || i, i from generate_series(1, 50) i",
                "grant select on public.tax to jiyuan");
        Browser steward = someoneAs("datasteward");
        Map<String, Object> spec = table("public.tax", source.port());
        spec.remove("watermark");
        spec.remove("tie");
        Map<String, Object> draft = draft("landing.tax", spec);
        ((List<Map<String, Object>>) mutable(draft, "mappings")).add(Map.of("from", "amount", "to", "amount"));
        ((List<Map<String, Object>>) mutable((Map<String, Object>) draft.get("target"), "columns"))
                .add(Map.of("name", "amount", "title", "金额", "type", "DECIMAL", "personal", false));
        UUID task = defined(steward, draft);
        assertThat(fetches(steward, task).path("state").asString()).isEqualTo("DONE");
        long version = datasets.current("landing.tax").orElseThrow().number();
        source.run(
                "alter table public.tax alter amount type text using amount || ' 元'",
                "insert into public.tax values (51, '户51', '51')");
        JsonNode changed = fetches(steward, task);
        assertThat(changed.path("state").asString()).isEqualTo("FAILED");
        assertThat(changed.path("message").asString()).contains("“amount”的类型由 numeric 变为 text");
        assertThat(datasets.current("landing.tax").orElseThrow().number()).isEqualTo(version);
        assertThat(state(steward, task)).isEqualTo("HALTED");
        assertThat(jdbc.sql("select count(*) from feed.entry where topic = 'exchange.task.halted' and key = ?")
                        .param(task.toString())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        source.run("alter table public.tax alter amount type text using replace(amount, ' 元', '')");
        Answer accepted = steward.call("POST", DESK + "/tasks/" + task + "/accept", Map.of("reason", "已核对"));
        assertThat(accepted.status()).as(accepted.body()).isEqualTo(200);
        JsonNode accepting = fetches(steward, task);
        assertThat(accepting.path("state").asString()).as(accepting.toString()).isEqualTo("DONE");
        assertThat(rows("landing.tax")).isEqualTo(51);
    }

    @Test
    void theLogOfASourceIsFollowedWithoutTouchingIt() throws InterruptedException {
        source.run(
                "create table public.person (id bigint primary key, name text, note text)",
                "insert into public.person select i, '居民' || i, 'x' from generate_series(1, 200) i",
                "grant select on public.person to jiyuan");
        Browser steward = someoneAs("datasteward");
        Map<String, Object> spec = new LinkedHashMap<>(Map.of(
                "kind",
                "LOG",
                "host",
                "127.0.0.1",
                "port",
                source.port(),
                "database",
                "jiyuan",
                "user",
                "jiyuan",
                "table",
                "public.person",
                "publication",
                "jiyuan_person",
                "slot",
                "jiyuan_person"));
        Map<String, Object> draft = draft("landing.person_log", spec);
        ((List<Map<String, Object>>) mutable(draft, "mappings")).add(Map.of("from", "note", "to", "note"));
        ((List<Map<String, Object>>) mutable((Map<String, Object>) draft.get("target"), "columns"))
                .add(Map.of("name", "note", "title", "备注", "type", "TEXT", "personal", false));
        UUID task = defined(steward, draft);
        // Without a publication the steward is told what the source's administrator must do.
        await(() -> steward.getJson("/api/messages").body().contains("create publication jiyuan_person"));
        source.run("create publication jiyuan_person for table public.person");
        steward.call("POST", DESK + "/tasks/" + task + "/pause", Map.of("reason", "等待发布"));
        steward.call("POST", DESK + "/tasks/" + task + "/resume", Map.of("reason", "已建发布"));
        await(() -> datasets.current("landing.person_log").isPresent() && rows("landing.person_log") == 200);

        String large = "repeat(md5('a'), 400) || (select string_agg(md5(i::text), '') from generate_series(1, 400) i)";
        source.run(
                "insert into public.person values (201, '新来的', " + large + ")",
                "update public.person set name = '改名' where id = 201",
                "update public.person set id = 1000 where id = 1",
                "delete from public.person where id between 2 and 10",
                "begin",
                "insert into public.person values (300, '反悔的', null)",
                "rollback",
                "begin",
                "insert into public.person values (301, '来了又走', null)",
                "delete from public.person where id = 301",
                "commit");
        sameAsSource();
        // A large value that an update does not touch is not in the log and is kept.
        source.run("update public.person set name = '又改名' where id = 201");
        sameAsSource();

        steward.call("POST", DESK + "/tasks/" + task + "/pause", Map.of("reason", "检修"));
        source.run("delete from public.person where id > 150", "insert into public.person values (500, '停时来的', 'y')");
        steward.call("POST", DESK + "/tasks/" + task + "/resume", Map.of("reason", "检修完"));
        sameAsSource();
        JsonNode batches = steward.getJson(DESK + "/tasks/" + task).json().path("batches");
        assertThat(batches.size()).isGreaterThanOrEqualTo(4);
        assertThat(batches.get(0).path("state").asString()).isEqualTo("DONE");

        source.run("alter table public.person drop column note", "insert into public.person values (501, '没有备注')");
        await(() -> state(steward, task).equals("HALTED"));
        assertThat(steward.getJson(DESK + "/tasks/" + task)
                        .json()
                        .path("stateReason")
                        .asString())
                .contains("缺少列“note”");
    }

    private void sameAsSource() throws InterruptedException {
        String query =
                "select count(*) || '/' || sum(id) || '/' || md5(string_agg(id || name || coalesce(note, '-'), ',' order by id)) as x from ";
        String wanted = source.one(query + "public.person");
        await(() -> {
            try (DataSession session = datasets.open("landing.person_log")) {
                return wanted.equals(session.one(query + "data").text("x"));
            }
        });
    }

    @Test
    void pagesOfAnInterfaceAreReadWithPatienceAndOnlyFromAllowedHosts() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        AtomicInteger calls = new AtomicInteger();
        server.createContext("/rows", exchange -> {
            boolean known = "token 1".equals(exchange.getRequestHeaders().getFirst("X-Key"));
            String query = exchange.getRequestURI().getQuery();
            int page = Integer.parseInt(query.replaceAll(".*page=(\\d+).*", "$1"));
            if (!known || calls.getAndIncrement() == 1) {
                exchange.sendResponseHeaders(known ? 503 : 401, -1);
                exchange.close();
                return;
            }
            List<String> rows = new ArrayList<>();
            for (int i = (page - 1) * 10; i < Math.min(25, page * 10); i++) {
                rows.add("{\"id\":" + i + ",\"name\":\"人" + i + "\"}");
            }
            byte[] body = ("{\"code\":0,\"data\":{\"rows\":[" + String.join(",", rows) + "]}}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://localhost/secret");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.1:" + server.getAddress().getPort();
            Browser steward = someoneAs("datasteward");
            UUID task = defined(steward, withSecret(draft("landing.by_api", api(base + "/rows")), "token 1"));
            JsonNode done = fetches(steward, task);
            assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
            assertThat(done.path("rowIn").asInt()).isEqualTo(25);
            assertThat(rows("landing.by_api")).isEqualTo(25);
            assertThat(steward.getJson(DESK + "/tasks/" + task).body()).doesNotContain("token 1");
            assertThat(jdbc.sql(
                                    "select count(*) from exchange.task where position('token 1'::bytea in secret) > 0 or source::text like '%token%'")
                            .query(Long.class)
                            .single())
                    .isZero();

            UUID moved = defined(steward, draft("landing.by_moved", api(base + "/moved")));
            assertThat(fetches(steward, moved).path("message").asString()).contains("HTTP 302");
            UUID inside = defined(steward, draft("landing.by_inside", api("http://localhost:1/")));
            JsonNode refused = fetches(steward, inside);
            assertThat(refused.path("message").asString()).contains("不在允许归集的主机名单内");
        } finally {
            server.stop(0);
        }
    }

    private static Map<String, Object> api(String url) {
        return new LinkedHashMap<>(Map.of(
                "kind",
                "API",
                "url",
                url,
                "rowsAt",
                "/data/rows",
                "pageName",
                "page",
                "pageSize",
                10,
                "sizeName",
                "size",
                "header",
                "X-Key"));
    }

    private static Map<String, Object> table(String table, int port) {
        return new LinkedHashMap<>(Map.of(
                "kind",
                "TABLE",
                "host",
                "127.0.0.1",
                "port",
                port,
                "database",
                "jiyuan",
                "user",
                "jiyuan",
                "table",
                table,
                "watermark",
                "changed",
                "tie",
                "id"));
    }

    private static Object mutable(Map<String, Object> map, String name) {
        return map.computeIfPresent(name, (key, value) -> new ArrayList<>((List<?>) value));
    }

    private static Map<String, Object> withSecret(Map<String, Object> draft, String secret) {
        draft.put("secret", secret);
        return draft;
    }

    private static Map<String, Object> draft(String dataset, Map<String, Object> spec) {
        Map<String, Object> target = new LinkedHashMap<>(Map.of(
                "dataset",
                dataset,
                "title",
                dataset,
                "columns",
                List.of(
                        Map.of("name", "id", "title", "编号", "type", "INTEGER", "personal", false),
                        Map.of("name", "name", "title", "名称", "type", "TEXT", "personal", false)),
                "key",
                List.of("id")));
        return new LinkedHashMap<>(Map.of(
                "name",
                "归集 " + dataset,
                "source",
                spec,
                "secret",
                source.password(),
                "target",
                target,
                "mode",
                "MERGE",
                "mappings",
                List.of(Map.of("from", "id", "to", "id"), Map.of("from", "name", "to", "name")),
                "schedule",
                "",
                "version",
                0));
    }

    private UUID aTask(Browser steward, String dataset, String table, Map<String, Object> spec) {
        return defined(steward, draft(dataset, spec));
    }

    private static UUID defined(Browser steward, Map<String, Object> draft) {
        Answer made = steward.call("POST", DESK + "/tasks", draft);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        UUID id = UUID.fromString(made.json().path("id").asString());
        Answer active = steward.call("POST", DESK + "/tasks/" + id + "/activate", Map.of("reason", ""));
        assertThat(active.status()).as(active.body()).isEqualTo(200);
        return id;
    }

    private static JsonNode fetches(Browser steward, UUID task) throws InterruptedException {
        Answer begun = steward.call("POST", DESK + "/tasks/" + task + "/batches", Map.of());
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        return ended(steward, begun.json().path("id").asString());
    }

    private static JsonNode ended(Browser steward, String batch) throws InterruptedException {
        JsonNode[] last = new JsonNode[1];
        await(() -> {
            last[0] = steward.getJson(DESK + "/batches/" + batch).json();
            return !List.of("QUEUED", "RUNNING").contains(last[0].path("state").asString());
        });
        return last[0];
    }

    private static String state(Browser steward, UUID task) {
        return steward.getJson(DESK + "/tasks/" + task).json().path("state").asString();
    }

    private long rows(String dataset) {
        try (DataSession session = datasets.open(dataset)) {
            return session.one("select count(*) as n from data").number("n");
        }
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (condition.getAsBoolean()) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("it did not happen within a minute");
    }
}
