package cn.gov.jiyuan.bench;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.keys.PersonalCipher;
import cn.gov.jiyuan.platform.keys.Sm3;
import cn.gov.jiyuan.platform.parties.Unit;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A point query of the sharing interface (signature, grant, quota, masking, log that is safe before the answer), against
 * an endpoint of the same server that reads the same row by JDBC and deciphers it, one that reads a bare row, and prepared
 * selects on the same table without any server.
 */
final class ShareBench implements Benchmark {
    private static final int ROWS = Integer.getInteger("jiyuan.bench.share.rows", 100_000);
    private static final int CALLS = Integer.getInteger("jiyuan.bench.share.calls", 4_000);
    /** As many departments' programs as may well call at the same time; their lines in the log share a commit. */
    private static final int CLIENTS = Integer.getInteger("jiyuan.bench.share.clients", 32);

    private static final String CODE = "307001/990001";
    private static final String DATASET = "bench.person";
    private static final String SECRET = "0123456789abcdef".repeat(4);
    private static final String PATH = "/api/share/v1/307001-990001/query";

    /** Reads the row as the interface does, without signature, grant and log. */
    static final class Unsigned {
        private final JdbcTemplate jdbc;
        private final PersonalCipher cipher;
        private final String table;

        Unsigned(JdbcTemplate jdbc, PersonalCipher cipher, String table) {
            this.jdbc = jdbc;
            this.cipher = cipher;
            this.table = table;
        }

        @ResponseBody
        @Permitted(Permitted.PUBLIC)
        public List<String> read(String id) {
            return jdbc.query(
                    "select id, sealed, c_status from exchange." + table + " where b_id_no = ? order by id limit 20",
                    (row, n) -> cipher.open("exchange.served.sealed", row.getObject(1, UUID.class), row.getBytes(2))
                            + row.getString(3),
                    cipher.blind("id-number", id));
        }

        /** Nothing is deciphered. */
        @ResponseBody
        @Permitted(Permitted.PUBLIC)
        public List<String> bare(String key) {
            return jdbc.query(
                    "select c_status from exchange." + table + " where id = ?::uuid",
                    (row, n) -> row.getString(1),
                    key);
        }
    }

    @Override
    public void run(PrintStream out) throws Exception {
        try (RunningContext context = new RunningContext();
                HttpClient client = HttpClient.newHttpClient()) {
            JdbcTemplate jdbc = new JdbcTemplate(context.dataSource());
            String table = prepared(context, jdbc);
            context.calm();
            List<UUID> keys = jdbc.queryForList("select id from exchange." + table + " limit 10000", UUID.class);
            register(context, jdbc, table);
            URI server = URI.create("http://127.0.0.1:" + context.port());
            IntConsumer shared = i -> send(client, shared(server, number(i * 7919 % ROWS)));
            IntConsumer unsigned = i -> send(client, get(server, "/bench-unsigned?id=" + number(i * 7919 % ROWS)));
            IntConsumer bare = i -> send(client, get(server, "/bench-bare-row?key=" + keys.get(i % keys.size())));
            PersonalCipher cipher = context.bean(PersonalCipher.class);
            Queue<PreparedStatement> statements = new ConcurrentLinkedQueue<>();
            IntConsumer select = i -> select(
                    statements, () -> statement(context, table), cipher.blind("id-number", number(i * 7919 % ROWS)));
            ByClients ours = new ByClients(CLIENTS, CALLS, shared);
            ByClients without = new ByClients(CLIENTS, CALLS, unsigned);
            ByClients least = new ByClients(CLIENTS, CALLS, bare);
            ByClients direct = new ByClients(CALLS, select);
            int rounds = 5;
            List<Spread> spreads = Spread.inTurns(2, rounds, ours, without, least, direct);
            double ratio = spreads.get(1).median() / spreads.get(0).median();
            new ResultTable(
                            out,
                            "share: point query over HTTP, " + CLIENTS + " clients, " + ROWS + " rows",
                            "calls/s",
                            "signed, granted, masked, logged",
                            spreads.get(0))
                    .peer("same row and deciphering, no signature, no log", spreads.get(1))
                    .peer("bare JDBC endpoint", spreads.get(2))
                    .peer("prepared select, no server, four clients", spreads.get(3))
                    .note(String.format(
                            Locale.ROOT,
                            "processor ms per call: ours %.3f, without signature and log %.3f,"
                                    + " bare %.3f, select %.3f",
                            ours.cpuMillis(rounds).median(),
                            without.cpuMillis(rounds).median(),
                            least.cpuMillis(rounds).median(),
                            direct.cpuMillis(rounds).median()))
                    .goal("不超过同一接口无签名无日志的 1.5 倍时间", ratio, ratio <= 1.5)
                    .goal(
                            "无签名无日志时不低于预编译查询的 60%",
                            spreads.get(1).median() / spreads.get(3).median(),
                            spreads.get(1).median() / spreads.get(3).median() >= 0.6);
            atHalfLoad(out, spreads.get(0).median() / 2, shared);
        }
    }

    /** Calls at even distances, half as many a second as there can be; each counts from when it was due. */
    private static void atHalfLoad(PrintStream out, double perSecond, IntConsumer call) throws InterruptedException {
        Latencies latencies = new Latencies();
        long distance = (long) (1e9 / perSecond);
        long begun = System.nanoTime();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CALLS; i++) {
                int number = i;
                long due = begun + i * distance;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                clients.execute(() -> {
                    call.accept(number);
                    latencies.took("call", System.nanoTime() - due);
                });
            }
        }
        out.printf(
                Locale.ROOT,
                "  at half load, %.0f calls/s: p50 %.1f ms, p99 %.1f ms%n",
                perSecond,
                latencies.millis(0.5),
                latencies.millis(0.99));
    }

    private static String number(int i) {
        return String.format(Locale.ROOT, "419001%012d", i);
    }

    private static HttpRequest shared(URI server, String id) {
        byte[] body =
                ("{\"purpose\":\"bench\",\"conditions\":{\"id_no\":\"" + id + "\"}}").getBytes(StandardCharsets.UTF_8);
        String time = Long.toString(System.currentTimeMillis());
        String nonce = UUID.randomUUID().toString();
        String message = String.join("\n", "POST", PATH, time, nonce, Sm3.hex(body));
        byte[] mac = Sm3.mac(SECRET.getBytes(StandardCharsets.UTF_8), message.getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(server.resolve(PATH))
                .header("Content-Type", "application/json")
                .header("X-App-Key", "JYBENCH")
                .header("X-Timestamp", time)
                .header("X-Nonce", nonce)
                .header("X-Signature", HexFormat.of().formatHex(mac))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
    }

    private static HttpRequest get(URI server, String path) {
        return HttpRequest.newBuilder(server.resolve(path)).build();
    }

    private static void send(HttpClient client, HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " answers " + answer.statusCode() + answer.body());
            }
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement statement(RunningContext context, String table) {
        try {
            Connection connection = context.dataSource().getConnection();
            return connection.prepareStatement(
                    "select id, sealed, c_status from exchange." + table + " where b_id_no = ? order by id limit 20");
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each client takes a statement that is prepared on a connection of its own, and leaves it for the next round. */
    private static void select(Queue<PreparedStatement> idle, Supplier<PreparedStatement> maker, byte[] blind) {
        PreparedStatement taken = idle.poll();
        PreparedStatement statement = taken == null ? maker.get() : taken;
        try {
            statement.setBytes(1, blind);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("no row");
                }
            }
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            idle.add(statement);
        }
    }

    private static void register(RunningContext context, JdbcTemplate jdbc, String table) throws Exception {
        Unsigned peer = new Unsigned(jdbc, context.bean(PersonalCipher.class), table);
        for (RequestMappingHandlerMapping mapping : context.beans(RequestMappingHandlerMapping.class)) {
            if (mapping.getClass().equals(RequestMappingHandlerMapping.class)) {
                mapping.registerMapping(
                        RequestMappingInfo.paths("/bench-unsigned")
                                .options(mapping.getBuilderConfiguration())
                                .build(),
                        peer,
                        Unsigned.class.getDeclaredMethod("read", String.class));
                mapping.registerMapping(
                        RequestMappingInfo.paths("/bench-bare-row")
                                .options(mapping.getBuilderConfiguration())
                                .build(),
                        peer,
                        Unsigned.class.getDeclaredMethod("bare", String.class));
            }
        }
    }

    /** A resource, its dataset, a grant; the table made by the platform itself. */
    private static String prepared(RunningContext context, JdbcTemplate jdbc) throws Exception {
        directory(jdbc);
        grant(context, jdbc);
        Datasets datasets = context.bean(Datasets.class);
        datasets.declare(
                Actor.SYSTEM,
                new Dataset(
                        DATASET,
                        "人口",
                        "police",
                        List.of(
                                DataColumn.of("id_no", "公民身份号码", DataType.TEXT).ofPersons(),
                                DataColumn.of("name", "姓名", DataType.TEXT).ofPersons(),
                                DataColumn.of("address", "户籍地址", DataType.TEXT).ofPersons(),
                                DataColumn.of("status", "状态", DataType.TEXT)),
                        List.of("id_no"),
                        1));
        try (Landing landing = datasets.land(Actor.SYSTEM, DATASET, "bench", Landing.Mode.REPLACE)) {
            for (int i = 0; i < ROWS; i++) {
                landing.row(number(i), "王某" + i, "济源市天坛街道 " + i + " 号", "正常");
            }
            landing.commit();
        }
        for (int i = 0; i < 1200; i++) {
            List<String> tables = jdbc.queryForList(
                    "select table_name from exchange.served where dataset = ?", String.class, DATASET);
            if (!tables.isEmpty()) {
                return tables.getFirst();
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("nothing is served");
    }

    private static void directory(JdbcTemplate jdbc) {
        jdbc.update(
                "insert into exchange.directory (id, code, version, name, summary, unit_id, unit_code, unit_name, sharing,"
                        + " cycle, published_on, items, item_names, item_count, dataset, state) values (?, ?, 1, '人口', '',"
                        + " ?, 'police', '公安局', 'UNCONDITIONAL', 'DAILY', '2022-01-01', '[]', '', 0, ?, 'LISTED')",
                Ids.next(),
                CODE,
                Unit.idOf("police"),
                DATASET);
    }

    private static void grant(RunningContext context, JdbcTemplate jdbc) {
        UUID request = Ids.next();
        UUID grant = Ids.next();
        String fields =
                "[{\"name\":\"id_no\",\"title\":\"号码\",\"approved\":true,\"reason\":\"\",\"mask\":\"ID_NUMBER\"},"
                        + "{\"name\":\"name\",\"title\":\"姓名\",\"approved\":true,\"reason\":\"\",\"mask\":\"NAME\"},"
                        + "{\"name\":\"status\",\"title\":\"状态\",\"approved\":true,\"reason\":\"\",\"mask\":null}]";
        jdbc.update(
                "insert into exchange.share_request (id, state, resource_code, resource_name, sharing, unit_id, unit_name,"
                        + " provider_unit_id, provider_unit_name, applicant_id, applicant_name, purpose, scene_name,"
                        + " legal_basis, mode, frequency, valid_to, fields, conditions, daily_quota, per_second, ips,"
                        + " demands, created_at, version) values (?, 'inuse', ?, '人口', 'UNCONDITIONAL', ?, '市场监管局', ?,"
                        + " '公安局', ?, '', '', '', '', 'API', '', '2099-01-01', ?::jsonb, '[]', 1, 1, '{}', '{}', now(), 1)",
                request,
                CODE,
                Unit.idOf("market"),
                Unit.idOf("police"),
                request,
                fields);
        jdbc.update(
                "insert into exchange.share_grant (id, request_id, resource_code, resource_name, unit_id, unit_name,"
                        + " provider_unit_id, provider_unit_name, app_key, secret, secret_version, fields, conditions,"
                        + " daily_quota, per_second, ips, mode, purpose, state, expire_at, created_at, version)"
                        + " values (?, ?, ?, '人口', ?, '市场监管局', ?, '公安局', 'JYBENCH', ?, 1, ?::jsonb, '[]', 10000000,"
                        + " 100000, '{}', 'API', '', 'ACTIVE', ?, now(), 1)",
                grant,
                request,
                CODE,
                Unit.idOf("market"),
                Unit.idOf("police"),
                context.bean(PersonalCipher.class).seal("exchange.share_grant.secret", grant, SECRET),
                fields,
                OffsetDateTime.parse("2099-01-01T00:00:00Z"));
    }
}
