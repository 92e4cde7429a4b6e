package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.keys.CertificateAuthority;
import cn.gov.jiyuan.platform.keys.CertificateRequest;
import cn.gov.jiyuan.platform.keys.CertificateUse;
import cn.gov.jiyuan.platform.keys.KeyVault;
import cn.gov.jiyuan.platform.keys.Sm3;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.records.RecordType;
import cn.gov.jiyuan.platform.records.RecordTypeCheck;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.SecondInstallation;
import cn.gov.jiyuan.server.town.ServerTest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The city and the province, two installations of this program, over HTTP: catalogue, requests, data, rows sent back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FederationTest extends ServerTest {
    private static final String CITY = "419001";
    private static final String PROVINCE = "410000";
    private static final String NEIGHBOUR = "410100";
    private static final String NEIGHBOURS_KEY = "test/neighbour";
    private static final String BATCHES = "/api/federation/exchange/batches";
    /** Firms of the province's demonstration: so many, three of other cities, one with a wrong code. */
    private static final int GOOD_FIRMS = 60 - 3 - 1;

    @Autowired
    private KeyVault vault;

    @Autowired
    private CertificateAuthority authority;

    @Autowired
    private Datasets datasets;

    @Autowired
    private List<RecordType> types;

    @Autowired
    private DataSource dataSource;

    /** Of the class: the province lives through all tests. */
    @TempDir
    private static Path folder;

    private @Nullable SecondInstallation second;

    @BeforeEach
    void theProvinceStands() {
        if (second == null) {
            second = new SecondInstallation(folder.resolve("province"), clock);
        }
    }

    @AfterAll
    void theProvinceFalls() {
        jdbc.sql("update federation.peer set state = 'SUSPENDED'").update();
        province().close();
    }

    private SecondInstallation province() {
        return java.util.Objects.requireNonNull(second);
    }

    @Test
    @Order(1)
    void aPeerIsTrustedOnlyAfterItsFingerprintWasCompared() {
        Browser city = someoneAs("admin");
        Browser above = province().anOfficial("admin").browser();
        JsonNode theirs = above.getJson("/api/federation/own").json();
        assertThat(theirs.path("level").asString()).isEqualTo("PROVINCE");

        Map<String, Object> form = registration(theirs, province().address().toString());
        Map<String, Object> wrong = new HashMap<>(form);
        wrong.put("fingerprint", "0".repeat(64));
        Answer refused = city.call("POST", "/api/federation/peers", wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("code").asString()).isEqualTo("federation.wrong-fingerprint");
        assertThat(refused.json().path("pointer").asString()).isEqualTo("/fingerprint");

        Map<String, Object> open = new HashMap<>(form);
        open.put("address", "http://platform.example.cn");
        assertThat(city.call("POST", "/api/federation/peers", open)
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("federation.bad-address");
        assertThat(someoneAs("datasteward")
                        .call("POST", "/api/federation/peers", form)
                        .status())
                .isEqualTo(403);

        ok(city.call("POST", "/api/federation/peers", form));
        assertThat(city.call("POST", "/api/federation/peers", form).status()).isEqualTo(409);
        JsonNode ours = city.getJson("/api/federation/own").json();
        ok(above.call("POST", "/api/federation/peers", registration(ours, site().toString())));
        assertThat(city.getJson("/api/records/federation.peer").body()).contains("河南省政务数据共享平台（演示）");
    }

    private static Map<String, Object> registration(JsonNode own, String address) {
        return Map.of(
                "code", own.path("code").asString(),
                "name", own.path("name").asString(),
                "level", own.path("level").asString(),
                "address", address,
                "certificate", own.path("certificate").asString(),
                "fingerprint", own.path("fingerprint").asString().toUpperCase(java.util.Locale.ROOT));
    }

    @Test
    @Order(2)
    void whatIsPublishedAtOneIsInTheDirectoryOfTheOtherAndMarkedAsItsOwn() {
        awaits(
                "the province's resources at the city",
                () -> !foreignCode("企业登记注册信息").isEmpty());
        JsonNode theirs = found(someoneAs("datasteward"), "企业登记注册信息");
        assertThat(theirs.at("/cells/tier/value").asString()).isEqualTo("PROVINCE");
        assertThat(theirs.at("/cells/unitName/text").asString()).isEqualTo("河南省市场监督管理局");
        assertThat(theirs.at("/cells/originName/text").asString()).contains("河南省");

        String name = "级联试验主体登记 " + UUID.randomUUID().toString().substring(0, 8);
        UUID id = published(name);
        Browser above = province().anOfficial("datasteward").browser();
        awaits("the city's resource at the province", () -> !found(above, name).isMissingNode());
        assertThat(found(above, name).at("/cells/tier/value").asString()).isEqualTo("CITY");
        assertThat(found(above, name).at("/cells/state/value").asString()).isEqualTo("LISTED");

        anOfficial("datamanager").does(id, "suspend", "系统改造");
        awaits(
                "its withdrawal",
                () -> found(above, name).at("/cells/state/value").asString().equals("WITHDRAWN"));
    }

    @Test
    @Order(3)
    void aRequestIsDecidedAboveItsDataComeDownAndBadRowsGoBackUntilTheyAreCorrected() {
        String code = foreignCode("企业登记注册信息");
        Browser steward = someoneAs("datasteward");
        JsonNode request = requested(steward, code);
        String id = request.at("/request/id").asString();
        UUID matter = UUID.fromString(request.at("/request/caseId").asString());
        assertThat(request.at("/request/mode").asString()).isEqualTo("BATCH");
        anOfficial("approver").does(matter, "approve", "确有需要");
        Official manager = anOfficial("datamanager");
        assertThat(manager.tries(matter, "admit", "抢先").json().path("code").asString())
                .isEqualTo("exchange.sharing-foreign");
        manager.does(matter, "report", "报省平台");
        assertThat(manager.opens(matter).at("/matter/stateLabel").asString()).isEqualTo("对方平台办理");

        Official above = province().anOfficial("datamanager");
        UUID theirs = arrived(above, code.substring(PROVINCE.length() + 1));
        assertThat(above.opens(theirs).at("/matter/title").asString()).contains("济源数字政府平台", "市场监管局");
        above.does(theirs, "admit", "无条件共享");
        above.does(theirs, "grant", "开通");
        awaits("the decision", () -> state(steward, id).equals("inuse"));
        awaits("the rows", () -> held(steward, id) == GOOD_FIRMS);

        JsonNode row = backflow(steward, id).at("/page/0");
        assertThat(row.propertyNames()).contains("uscc", "name", "legal_rep", "origin", "cd_batch", "as_of");
        assertThat(row.path("origin").asString()).contains("河南省");
        assertThat(row.path("legal_rep").asString()).contains("*");
        try (DataSession session =
                datasets.open(backflow(steward, id).path("dataset").asString())) {
            assertThat(session.one("select count(*) as n from data where area_code like '419001%'")
                            .number("n"))
                    .isEqualTo(GOOD_FIRMS);
        }
        assertThat(someoneAs("police-data")
                        .getJson("/api/exchange/requests/" + id + "/backflow")
                        .status())
                .isEqualTo(404);

        correctedAtTheSource(steward, id);
        foundWrongAfterwards(steward, id);
    }

    private void correctedAtTheSource(Browser steward, String id) {
        Browser owner = province().anOfficial("datasteward").browser();
        awaits("four rows sent back", () -> abnormals(owner, "OPEN").size() == 4);
        String told = abnormals(owner, "OPEN").toString();
        assertThat(told)
                .contains("外地数据不落本地", "不符合编码规则", DemoPopulation.firm(57).uscc().value());
        assertThat(province()
                        .anOfficial("police-data")
                        .browser()
                        .getJson("/api/records/federation.abnormal")
                        .json()
                        .path("rows"))
                .as("rows of another unit")
                .isEmpty();
        assertThat(owner.get("/my/messages").text()).contains("有数据被对方平台退回");

        DemoPopulation.Firm moved = DemoPopulation.firm(57);
        DemoPopulation.Firm mistyped = DemoPopulation.firm(7);
        String wrong = wrongCode();
        try (Landing landing = province()
                .part(Datasets.class)
                .land(Actor.SYSTEM, "province.enterprise", "correction", Landing.Mode.MERGE)) {
            landing.row(
                    moved.uscc().value(),
                    moved.name(),
                    moved.representative().name(),
                    moved.address(),
                    CITY,
                    moved.registeredOn());
            landing.removeRow(wrong);
            landing.row(
                    mistyped.uscc().value(),
                    mistyped.name(),
                    mistyped.representative().name(),
                    mistyped.address(),
                    mistyped.areaCode(),
                    mistyped.registeredOn());
            landing.commit();
        }
        awaits("the corrected rows", () -> held(steward, id) == GOOD_FIRMS + 2);
        awaits("two closed", () -> abnormals(owner, "CLOSED").size() == 2);
        assertThat(abnormals(owner, "OPEN")).hasSize(2);
    }

    private static String wrongCode() {
        String uscc = DemoPopulation.firm(7).uscc().value();
        return uscc.substring(0, 17) + (uscc.charAt(17) == '0' ? '1' : '0');
    }

    /** A row that was taken is sent back by hand, and taken when it is sent once more. */
    private void foundWrongAfterwards(Browser steward, String id) {
        Browser manager = someoneAs("datamanager");
        UUID taken = jdbc.sql("select id from federation.exchange where not outgoing and record_type = 'exchange.data'"
                        + " and state = 'TAKEN' and record_id like ? order by number limit 1")
                .param(id + "/%")
                .query(UUID.class)
                .single();
        assertThat(manager.call("POST", "/api/federation/rows/" + taken + "/return", Map.of("reason", " "))
                        .status())
                .isEqualTo(422);
        ok(manager.call("POST", "/api/federation/rows/" + taken + "/return", Map.of("reason", "住所与实地不符")));
        assertThat(manager.call("POST", "/api/federation/rows/" + taken + "/return", Map.of("reason", "再退"))
                        .status())
                .isEqualTo(409);
        Browser owner = province().anOfficial("datasteward").browser();
        awaits("a fifth row", () -> abnormals(owner, "OPEN").size() == 3);
        JsonNode one = abnormals(owner, "OPEN").stream()
                .filter(row -> row.toString().contains("住所与实地不符"))
                .findFirst()
                .orElseThrow();
        ok(owner.call(
                "POST",
                "/api/federation/abnormals/" + one.path("id").asString() + "/resend",
                Map.of("reason", "已经核实，原值无误")));
        awaits("it is closed", () -> abnormals(owner, "CLOSED").size() == 3);
        assertThat(held(steward, id)).isEqualTo(GOOD_FIRMS + 2);
        assertThat(jdbc.sql(
                                "select count(*) from federation.exchange_abnormal where state = 'OPEN' and err_type = 'MANUAL'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    @Order(4)
    void nothingIsLostWhileTheProvinceIsDown() {
        Browser manager = someoneAs("datamanager");
        province().goesDown();
        String name = "级联停机试验 " + UUID.randomUUID().toString().substring(0, 8);
        published(name);
        awaits(
                "a failed try",
                () -> lane("catalogue.resource")
                        .at("/cells/error/text")
                        .asString()
                        .contains("没有应答"));
        assertThat(lane("catalogue.resource").at("/cells/closed/value").asLong())
                .isGreaterThan(
                        lane("catalogue.resource").at("/cells/settled/value").asLong());

        province().goesUp();
        ok(manager.call("POST", "/api/federation/peers/" + PROVINCE + "/retry", Map.of()));
        Browser above = province().anOfficial("datasteward").browser();
        awaits("what waited", () -> !found(above, name).isMissingNode());
        awaits(
                "the receipt",
                () -> lane("catalogue.resource").at("/cells/closed/value").asLong()
                        == lane("catalogue.resource").at("/cells/settled/value").asLong());
        assertThat(province()
                        .jdbc()
                        .sql("select count(*) = max(sequence) from federation.batch where not outgoing and peer = ?"
                                + " and record_type = 'catalogue.resource'")
                        .param(CITY)
                        .query(Boolean.class)
                        .single())
                .as("each batch once")
                .isTrue();
    }

    @Test
    @Order(5)
    void whatIsForgedReplayedOrChangedIsRefused() {
        aNeighbourCityIsRegistered();
        String batch = batch(1, "示例资源");
        Map<String, String> headers = signed(batch, NEIGHBOURS_KEY, NEIGHBOUR, PROVINCE, clock.millis());

        assertRefused(
                sent(batch, signed(batch, KeyVault.AUDIT, NEIGHBOUR, PROVINCE, clock.millis())), 401, "bad-signature");
        assertRefused(sent(batch + " ", headers), 401, "bad-signature");
        assertRefused(
                sent(batch, signed(batch, NEIGHBOURS_KEY, "410200", PROVINCE, clock.millis())), 401, "not-admitted");
        assertRefused(
                sent(batch, signed(batch, NEIGHBOURS_KEY, NEIGHBOUR, PROVINCE, clock.millis() - 6 * 60_000)),
                401,
                "stale");
        assertRefused(
                sent(batch, signed(batch, NEIGHBOURS_KEY, NEIGHBOUR, CITY, clock.millis())), 403, "wrong-receiver");
        Map<String, String> halfSigned = new HashMap<>(headers);
        halfSigned.put("X-Federation-Batch-Signature", headers.get("X-Federation-Signature"));
        halfSigned.putAll(Map.of("X-Federation-Nonce", headers.get("X-Federation-Nonce")));
        assertRefused(sent(batch, halfSigned), 401, "bad-signature");
        assertRefused(
                sent(batch, signed(batch, NEIGHBOURS_KEY, NEIGHBOUR, PROVINCE, clock.millis(), batch(2, "x"))),
                401,
                "bad-signature");

        Map<String, String> good = signed(batch, NEIGHBOURS_KEY, NEIGHBOUR, PROVINCE, clock.millis());
        Answer taken = sent(batch, good);
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.json().path("duplicate").asBoolean()).isFalse();
        assertThat(taken.header("X-Federation-Signature")).isNotBlank();
        assertRefused(sent(batch, good), 401, "replayed");

        Answer again = sent(batch, signed(batch, NEIGHBOURS_KEY, NEIGHBOUR, PROVINCE, clock.millis()));
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("duplicate").asBoolean()).isTrue();
        assertThat(again.json().path("abnormal").toString())
                .isEqualTo(taken.json().path("abnormal").toString());
        String changed = batch(1, "改过的资源");
        assertRefused(
                sent(changed, signed(changed, NEIGHBOURS_KEY, NEIGHBOUR, PROVINCE, clock.millis())),
                409,
                "batch-differs");
        String third = batch(3, "跳号");
        assertRefused(
                sent(third, signed(third, NEIGHBOURS_KEY, NEIGHBOUR, PROVINCE, clock.millis())), 409, "out-of-order");
        String unknown = batch(2, "x").replace("catalogue.resource", "weather.report");
        assertRefused(
                sent(unknown, signed(unknown, NEIGHBOURS_KEY, NEIGHBOUR, PROVINCE, clock.millis())),
                422,
                "unknown-type");
        String torn = batch(2, "x").substring(0, 80);
        assertRefused(sent(torn, signed(torn, NEIGHBOURS_KEY, NEIGHBOUR, PROVINCE, clock.millis())), 400, "bad-batch");
        String large = " ".repeat(3 << 20);
        assertRefused(
                sent(large, signed(large, NEIGHBOURS_KEY, NEIGHBOUR, PROVINCE, clock.millis())), 413, "too-large");

        assertThat(found(province().anOfficial("datasteward").browser(), "示例资源").isMissingNode())
                .isFalse();
        ok(province()
                .anOfficial("admin")
                .browser()
                .call("POST", "/api/federation/peers/" + NEIGHBOUR + "/suspend", Map.of("reason", "试验结束")));
        String late = batch(2, "停用以后");
        assertRefused(
                sent(late, signed(late, NEIGHBOURS_KEY, NEIGHBOUR, PROVINCE, clock.millis())), 401, "not-admitted");
        assertThat(province()
                        .jdbc()
                        .sql("select count(*) from federation.batch where peer = ? and not outgoing")
                        .param(NEIGHBOUR)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @Order(6)
    void theListsOfFederationFitTheirTables() {
        RecordTypeCheck check = new RecordTypeCheck(dataSource);
        List<String> problems = new ArrayList<>();
        types.stream()
                .filter(type -> type.id().startsWith("federation."))
                .forEach(type -> problems.addAll(check.problems(type)));
        assertThat(problems).isEmpty();
    }

    // ---- a city that this test plays by hand

    private void aNeighbourCityIsRegistered() {
        var certificate = authority
                .ensure(new CertificateRequest(NEIGHBOURS_KEY, "郑州市级联签名（测试）", "郑州市", null, CertificateUse.SYSTEM))
                .getFirst();
        byte[] der;
        try {
            der = certificate.getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
        String pem = "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(der)
                + "\n-----END CERTIFICATE-----\n";
        ok(province()
                .anOfficial("admin")
                .browser()
                .call(
                        "POST",
                        "/api/federation/peers",
                        Map.of(
                                "code",
                                NEIGHBOUR,
                                "name",
                                "郑州市（试验）",
                                "level",
                                "CITY",
                                "address",
                                "http://127.0.0.1:9",
                                "certificate",
                                pem,
                                "fingerprint",
                                Sm3.hex(der))));
    }

    private String batch(int sequence, String name) {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("code", "307012/000001");
        card.put("version", 1);
        card.put("name", name);
        card.put("summary", "试验");
        card.put("unitCode", "data");
        card.put("unitName", "郑州市大数据局");
        card.put("sharing", "UNCONDITIONAL");
        card.put("cycle", "DAILY");
        card.put("publishedOn", "2022-09-01");
        card.put(
                "items",
                List.of(Map.of("name", "no", "title", "编号", "type", "C", "key", true, "personal", false, "level", 1)));
        card.put("demo", false);
        Map<String, Object> refused = new LinkedHashMap<>(card);
        refused.put("code", "307012/000002");
        refused.put("sharing", "NONE");
        return JsonMapper.shared()
                .writeValueAsString(Map.of(
                        "cd_batch",
                        NEIGHBOUR + "-catalogue.resource-" + sequence,
                        "record_type",
                        "catalogue.resource",
                        "sequence",
                        sequence,
                        "direction",
                        "UP",
                        "data_source",
                        NEIGHBOUR,
                        "closed_at",
                        clock.instant().toString(),
                        "rows",
                        List.of(row("307012/000001", card), row("307012/000002", refused))));
    }

    private Map<String, Object> row(String record, Map<String, Object> content) {
        return Map.of(
                "row_guid",
                UUID.randomUUID().toString(),
                "record_id",
                record,
                "cd_operation",
                "I",
                "cd_time",
                clock.instant().toString(),
                "content",
                content);
    }

    private Map<String, String> signed(String body, String key, String from, String to, long millis) {
        return signed(body, key, from, to, millis, body);
    }

    /** @param batch what the signature of the batch is about */
    private Map<String, String> signed(String body, String key, String from, String to, long millis, String batch) {
        String nonce = UUID.randomUUID().toString();
        String digest = Sm3.hex(body.getBytes(StandardCharsets.UTF_8));
        String message = String.join("\n", "POST", BATCHES, from, to, Long.toString(millis), nonce, digest);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("X-Federation-From", from);
        headers.put("X-Federation-To", to);
        headers.put("X-Federation-Time", Long.toString(millis));
        headers.put("X-Federation-Nonce", nonce);
        headers.put("X-Federation-Signature", signature(key, message));
        headers.put(
                "X-Federation-Batch-Signature",
                signature(key, "BATCH\n" + Sm3.hex(batch.getBytes(StandardCharsets.UTF_8))));
        return headers;
    }

    private String signature(String key, String message) {
        return Base64.getEncoder().encodeToString(vault.sign(key, message.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer sent(String body, Map<String, String> headers) {
        return new Browser(province().address())
                .send("POST", BATCHES, BodyPublishers.ofString(body), "application/json", headers);
    }

    private static void assertRefused(Answer answer, int status, String code) {
        assertThat(answer.json().path("code").asString()).as(answer.body()).isEqualTo("federation." + code);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.json().path("detail").asString()).isNotBlank().doesNotContain("federation.");
    }

    // ---- what officials do and see

    private UUID published(String name) {
        Official steward = anOfficial("datasteward");
        Answer made =
                steward.browser().call("POST", "/api/catalogue/resources", Map.of("name", name, "classCode", "307003"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        UUID id = UUID.fromString(made.json().path("id").asString());
        JsonNode shown =
                steward.browser().getJson("/api/catalogue/resources/" + id).json();
        Map<String, Object> content = new HashMap<>();
        content.put("name", name);
        content.put("summary", "市场监管部门在登记和监管中形成的主体基本情况，供各部门核对主体身份。");
        content.put("format", "DATABASE");
        content.put("sharing", "UNCONDITIONAL");
        content.put("sharingMode", "PLATFORM_TABLE");
        content.put("open", "NONE");
        content.put("cycle", "DAILY");
        content.put("related", List.of());
        content.put("items", List.of(item("reg_no", "登记编号", true), item("name", "名称", false)));
        ok(steward.browser()
                .call(
                        "PUT",
                        "/api/catalogue/resources/" + id + "/draft",
                        Map.of("revision", shown.at("/shown/revision").asInt(), "content", content)));
        steward.does(id, "submit", "");
        aReviewer().does(id, "clear", "不涉及国家秘密");
        anApprover().does(id, "pass", "同意");
        anOfficial("datamanager").does(id, "publish", "符合指南");
        return id;
    }

    private static Map<String, Object> item(String name, String title, boolean key) {
        Map<String, Object> item = new HashMap<>();
        item.put("name", name);
        item.put("title", title);
        item.put("type", "C");
        item.put("length", 100);
        item.put("key", key);
        item.put("optional", !key);
        item.put("level", 1);
        item.put("personal", false);
        return item;
    }

    private JsonNode requested(Browser steward, String code) {
        Answer drafted = steward.call(
                "POST",
                "/api/exchange/requests",
                Map.of(
                        "resource", code,
                        "items", List.of("uscc", "name", "legal_rep", "area_code", "registered_on"),
                        "purpose", "核对本地企业登记情况",
                        "sceneName", "企业开办",
                        "legalBasis", "《政务数据共享条例》",
                        "frequency", "每日",
                        "validTo", "2023-06-30"));
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(200);
        Answer submitted = steward.call(
                "POST",
                "/api/exchange/requests/" + drafted.json().at("/request/id").asString() + "/submit",
                Map.of());
        assertThat(submitted.status()).as(submitted.body()).isEqualTo(200);
        return submitted.json();
    }

    /** The case that a request became with the installation that decides it. */
    private static UUID arrived(Official manager, String code) {
        String list = "/api/records/exchange.request?resourceCode=" + code.replace("/", "%2F");
        awaits(
                "the request above",
                () -> manager.browser().getJson(list).json().path("rows").size() == 1);
        String id = manager.browser().getJson(list).json().at("/rows/0/id").asString();
        return UUID.fromString(manager.browser()
                .getJson("/api/exchange/requests/" + id)
                .json()
                .at("/request/caseId")
                .asString());
    }

    private static String state(Browser steward, String id) {
        return steward.getJson("/api/exchange/requests/" + id)
                .json()
                .at("/request/state")
                .asString();
    }

    private static JsonNode backflow(Browser steward, String id) {
        Answer answer = steward.getJson("/api/exchange/requests/" + id + "/backflow");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static long held(Browser steward, String id) {
        return backflow(steward, id).path("rows").asLong();
    }

    private static List<JsonNode> abnormals(Browser browser, String state) {
        return browser.getJson("/api/records/federation.abnormal?limit=100")
                .json()
                .path("rows")
                .valueStream()
                .filter(row -> row.at("/cells/state/value").asString().equals(state))
                .toList();
    }

    private String foreignCode(String name) {
        return found(someoneAs("datasteward"), name).at("/cells/code/text").asString("");
    }

    private static JsonNode found(Browser browser, String name) {
        return browser.getJson(
                        "/api/records/exchange.directory?q=" + java.net.URLEncoder.encode(name, StandardCharsets.UTF_8))
                .json()
                .at("/rows/0");
    }

    private JsonNode lane(String type) {
        return someoneAs("datamanager")
                .getJson("/api/records/federation.lane?peer=" + PROVINCE)
                .json()
                .path("rows")
                .valueStream()
                .filter(row -> row.at("/cells/recordType/value").asString().equals(type))
                .findFirst()
                .orElseThrow();
    }

    private static void ok(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static void awaits(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            try {
                Thread.sleep(150);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
