package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.keys.Sm3;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.ServerTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** Open data from registration to recall, as stewards, the public and outside programs meet them. */
@Import(OpenDataTest.Catalogue.class)
class OpenDataTest extends ServerTest {
    private static final DataColumn NAME =
            DataColumn.of("name", "姓名", DataType.TEXT).ofPersons();
    private static final DataColumn PHONE = DataColumn.of("contact", "备注", DataType.TEXT);
    private static final DataColumn AGE = DataColumn.of("age", "年龄", DataType.INTEGER);
    private static final DataColumn VILLAGE = DataColumn.of("village", "村（社区）区划代码", DataType.TEXT);
    private static final DataColumn ILLNESS = DataColumn.of("illness", "慢性病", DataType.TEXT);
    private static final List<DataColumn> PEOPLE = List.of(NAME, PHONE, AGE, VILLAGE, ILLNESS);
    private static final List<DataColumn> FIGURES = List.of(
            DataColumn.of("town", "镇（街道）", DataType.TEXT),
            DataColumn.of("year", "年份", DataType.INTEGER),
            DataColumn.of("firms", "企业数", DataType.INTEGER),
            DataColumn.of("persons", "从业人数", DataType.INTEGER));

    private static int codes;

    @Autowired
    private OpenDataSources sources;

    @TestConfiguration(proxyBeanMethods = false)
    static class Catalogue {
        @Bean
        @Primary
        OpenDataSources openDataSources(Datasets datasets, Feed feed, PlatformTransactionManager manager) {
            return new OpenDataSources(datasets, feed, manager);
        }
    }

    @Test
    @Scenario("S16.1")
    void aTableWithNamesAndTelephonesIsNotOpenedAndTheColumnsAreNamed() {
        String code = people(List.<Object[]>of(
                new Object[] {"王小明", "请打 13803891234", 41L, "419001001001", "高血压"},
                new Object[] {"李小红", "", 41L, "419001001001", "无"}));

        Answer refused = registers(code, "UNCONDITIONAL", List.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("code").asString()).isEqualTo("opendata.identifiers");
        assertThat(refused.json().path("detail").asString())
                .contains("不能无条件开放")
                .contains("姓名（name")
                .contains("备注（contact，有 1 行含手机号码");
        assertThat(refused.json().path("columns").findValuesAsString("column")).containsExactly("name", "contact");
        assertThat(registers(code, "UNCONDITIONAL", List.of("age", "village", "illness", "contact"))
                        .json()
                        .path("columns")
                        .findValuesAsString("column"))
                .containsExactly("contact");
        assertThat(aVisitor().get("/open/datasets?q=" + code).text()).contains("没有找到");
    }

    @Test
    @Scenario("S16.2")
    void twoPeopleOfOneAgeAreMadeOneBandOfTenYears() {
        List<Object[]> rows = new ArrayList<>();
        add(rows, 2, 41);
        add(rows, 3, 47);
        add(rows, 6, 52);
        String code = people(rows);
        Answer registered = registers(code, "UNCONDITIONAL", List.of("age", "village", "illness"));
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        JsonNode report = registered.json().path("report");
        assertThat(report.at("/before/smallest").asLong()).isEqualTo(2);
        assertThat(report.at("/classes/0/rows").asLong()).isEqualTo(2);
        assertThat(report.at("/after/smallest").asLong()).isGreaterThanOrEqualTo(5);
        assertThat(report.at("/quasi/0/words").asString()).isEqualTo("10 岁段");
        assertThat(report.path("riskAfter").asDouble()).isLessThanOrEqualTo(0.2);

        String identifier = published(registered);

        String csv = aVisitor().get(file(identifier, 1, "csv")).body();
        assertThat(csv)
                .contains("40-49")
                .contains("50-59")
                .doesNotContain("41,")
                .doesNotContain("47,");
        assertThat(aVisitor().get("/open/datasets/" + identifier).text()).contains("泛化为10 岁段");
    }

    @Test
    @Scenario("S16.2")
    void oneNewcomerIsNotGivenAwayByTheVersionBefore() {
        List<Object[]> rows = new ArrayList<>();
        add(rows, 12, 30);
        add(rows, 300, 70);
        String code = people(rows);
        Answer registered = registers(code, "UNCONDITIONAL", List.of("age", "village", "illness"));
        String identifier = published(registered);
        UUID id = id(registered);
        add(rows, 1, 30);
        sources.lands("opentest.r" + code.replaceAll("[^0-9]", ""), rows);

        anOfficial("datasteward").does(id, "update", "");
        awaitState(id, "published");

        JsonNode second = aVisitor()
                .getJson("/api/open/datasets/" + identifier + "/rows?limit=1")
                .json();
        assertThat(second.path("total").asLong()).isEqualTo(300);
        assertThat(aVisitor().get("/open/datasets/" + identifier).text()).contains("本版不含 13 行");
    }

    @Test
    @Scenario("S16.3")
    void whoTakesWhichVersionUnderWhichLicenceIsKept() throws Exception {
        String identifier = published(registers(figures(), "UNCONDITIONAL", List.of()));
        Browser citizen = aCitizen();
        Answer csv = citizen.get(file(identifier, 1, "csv"));
        assertThat(csv.status()).isEqualTo(200);
        assertThat(csv.body()).contains("镇（街道）,年份,企业数,从业人数").contains("承留镇,2021,12,\r\n");
        assertThat(aVisitor().get(file(identifier, 1, "xlsx")).bytes()).startsWith('P', 'K');
        JsonNode json = aVisitor().get(file(identifier, 1, "json")).json();
        assertThat(json.get(0).path("firms").asLong()).isPositive();

        String page = aVisitor().get("/open/datasets/" + identifier).body();
        assertThat(page).contains("下载 <span>3</span> 次").contains(Sm3.hex(csv.bytes()));
        String mine = citizen.get("/open/my").text();
        assertThat(mine).contains("第 1 版").contains("CSV").contains("jiyuan-open-1");
    }

    @Test
    @Scenario("S16.3")
    void conditionalDataAreHadByAgreementOnly() {
        Answer registered = registers(figures(), "CONDITIONAL", List.of());
        String identifier = published(registered);
        Browser citizen = aCitizen();
        assertThat(aVisitor().get(file(identifier, 1, "csv")).status()).isEqualTo(403);
        assertThat(citizen.get("/open/datasets/" + identifier).text())
                .contains("申请使用")
                .doesNotContain("预览");
        assertThat(citizen.post("/open/datasets/" + identifier + "/apply", "purpose", "研究", "security", "")
                        .status())
                .isEqualTo(422);
        citizen.post(
                "/open/datasets/" + identifier + "/apply",
                "purpose",
                "研究就业",
                "security",
                "加密保存，两人可见",
                "expected",
                "研究报告");
        UUID application = jdbc.sql("select id from opendata.application where state = 'reviewing'"
                        + " order by applied_at desc, number desc limit 1")
                .query(UUID.class)
                .single();
        assertThat(citizen.get("/open/my").text()).contains("应在 2022 年 10 月 13 日 前答复");
        anOfficial("datasteward").does(application, "grant", "用途正当，同意提供");
        assertThat(citizen.get(file(identifier, 1, "csv")).status()).isEqualTo(403);
        citizen.post("/open/applications/" + application + "/agree");
        assertThat(citizen.get(file(identifier, 1, "csv")).status()).isEqualTo(200);
        assertThat(citizen.get("/open/my").text())
                .contains("jiyuan-agreement-1")
                .contains("有效期至 2023-09-26");
        assertThat(someoneAs("citizen5").get(file(identifier, 1, "csv")).status())
                .isEqualTo(403);
    }

    @Test
    @Scenario("S16.4")
    void anOutsideParserReadsTheCatalogueAndFindsNothingMissing() {
        String identifier = published(registers(figures(), "UNCONDITIONAL", List.of()));
        Model jsonLd = model(aVisitor().get("/open/catalog.jsonld"), Lang.JSONLD);
        Model turtle = model(aVisitor().get("/open/catalog.ttl"), Lang.TURTLE);
        assertThat(jsonLd.size()).isGreaterThan(40);
        assertThat(jsonLd.isIsomorphicWith(turtle)).isTrue();
        Shapes shapes = Shapes.parse(
                RDFDataMgr.loadGraph(getClass().getResource("/dcat/dcat-ap.ttl").toString()));
        ValidationReport report = ShaclValidator.get().validate(shapes, jsonLd.getGraph());
        assertThat(report.getEntries()).as(report.getEntries().toString()).isEmpty();
        assertThat(model(aVisitor().get("/open/datasets/" + identifier + ".ttl"), Lang.TURTLE)
                        .listSubjectsWithProperty(
                                jsonLd.createProperty("http://purl.org/dc/terms/identifier"),
                                jsonLd.createLiteral(identifier))
                        .toList())
                .hasSize(1);
        jsonLd.removeAll(null, jsonLd.createProperty("http://www.w3.org/ns/dcat#accessURL"), null);
        assertThat(ShaclValidator.get().validate(shapes, jsonLd.getGraph()).conforms())
                .isFalse();
    }

    @Test
    @Scenario("S16.5")
    void anExhaustedQuotaSaysSoAndWhenToComeBack() {
        String identifier = published(registers(figures(), "UNCONDITIONAL", List.of()));
        Browser citizen = aCitizen();
        String key = key(citizen, "地图应用");
        UUID id = jdbc.sql("select id from opendata.api_key where hint = ?")
                .param(key.substring(key.length() - 4))
                .query(UUID.class)
                .single();
        Answer set = anOfficial("datamanager")
                .browser()
                .call("POST", "/api/opendata/desk/keys/" + id + "/quota", Map.of("quota", 2));
        assertThat(set.status()).as(set.body()).isEqualTo(200);
        String path = "/api/open/datasets/" + identifier + "/rows?limit=1";
        assertThat(calls(path, key).status()).isEqualTo(200);
        assertThat(calls(path, key).status()).isEqualTo(200);
        Answer exhausted = calls(path, key);
        assertThat(exhausted.status()).isEqualTo(429);
        assertThat(exhausted.header("Retry-After")).isEqualTo(String.valueOf(15 * 3600));
        assertThat(exhausted.json().path("detail").asString())
                .contains("2 次调用已经用完")
                .contains("提额");
        assertThat(calls(path, "").status()).isEqualTo(200);
        clock.set("2022-09-27T00:00");
        assertThat(calls(path, key).status()).isEqualTo(200);
    }

    @Test
    @Scenario("S16.6")
    void whatIsCalledBackIsGoneEverywhereAndItsReadersAreTold() {
        Answer registered = registers(figures(), "UNCONDITIONAL", List.of());
        String identifier = published(registered);
        Browser citizen = aCitizen();
        citizen.get(file(identifier, 1, "csv"));
        String resource = action("package_show", "id=" + identifier)
                .at("/result/resources/0/id")
                .asString();

        anOfficial("datamanager").does(id(registered), "recall", "发现口径错误");

        Answer old = aVisitor().get(file(identifier, 1, "csv"));
        assertThat(old.status()).isEqualTo(410);
        assertThat(old.text()).contains("数据已停止提供").contains("发现口径错误");
        assertThat(aVisitor().get("/open/datasets/" + identifier).status()).isEqualTo(410);
        assertThat(calls("/api/open/datasets/" + identifier + "/rows", "").status())
                .isEqualTo(410);
        assertThat(calls("/api/3/action/datastore_search?resource_id=" + resource, "")
                        .status())
                .isEqualTo(410);
        assertThat(aVisitor().get("/open/catalog.ttl").body()).doesNotContain(identifier);
        assertThat(citizen.get("/my/messages").text()).contains("开放数据撤回");
        assertThat(citizen.get("/open/my").text()).contains("已停止提供");
    }

    @Test
    @Scenario("S16.7")
    void aProductThatTellsWhoSomebodyIsIsNotRegistered() {
        String code = figures();
        String grant = signedGrant(code);
        for (Map<String, Object> field : List.<Map<String, Object>>of(
                Map.of("name", "score", "title", "联系电话", "personal", false),
                Map.of("name", "score", "title", "评分", "personal", true))) {
            Answer refused = product(grant, code, field, false);
            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.json().path("code").asString()).isEqualTo("opendata.personal-product");
            assertThat(refused.json().path("pointer").asString()).isEqualTo("/fields");
        }
        assertThat(product(grant, code, Map.of("name", "score", "title", "企业活跃度评分", "personal", false), false)
                        .status())
                .isEqualTo(201);
    }

    @Test
    @Scenario("S16.8")
    void whatItsSourceMayNotOpenAnyMoreStopsByItself() {
        String code = figures();
        Answer registered = registers(code, "UNCONDITIONAL", List.of());
        String identifier = published(registered);
        Browser citizen = aCitizen();
        citizen.get(file(identifier, 1, "json"));
        String product = product(
                        signedGrant(code), code, Map.of("name", "score", "title", "企业活跃度评分", "personal", false), false)
                .json()
                .path("id")
                .asString();
        Browser owner = anEnterpriseOwner().browser();
        assertThat(use(owner, product).status()).isEqualTo(200);

        sources.closes(code);

        await().atMost(Duration.ofMinutes(5)).untilAsserted(() -> {
            assertThat(aVisitor().get(file(identifier, 1, "json")).status()).isEqualTo(410);
            assertThat(use(owner, product).status()).isEqualTo(409);
        });
        assertThat(use(owner, product).json().path("detail").asString()).contains("不予开放");
        assertThat(owner.get("/my/messages").text()).contains("数据产品停供");
        assertThat(citizen.get("/my/messages").text()).contains("开放数据撤回");
    }

    @Test
    @Scenario("S16.9")
    void aBillIsCallsTimesPriceAndCanBeAddedUpAgain() {
        String code = figures();
        String grant = signedGrant(code);
        String product = product(grant, code, Map.of("name", "score", "title", "企业活跃度评分", "personal", false), false)
                .json()
                .path("id")
                .asString();
        Browser owner = anEnterpriseOwner().browser();
        for (int i = 0; i < 3; i++) {
            use(owner, product);
        }
        clock.set("2022-10-09T10:00");
        Browser manager = anOfficial("datamanager").browser();
        Answer priced = manager.call(
                "POST", "/api/opendata/products/" + product + "/prices", Map.of("from", "2022-10-10", "fen", 200));
        assertThat(priced.status()).as(priced.body()).isEqualTo(200);
        owner = anEnterpriseOwner().browser();
        use(owner, product);
        clock.set("2022-10-10T10:00");
        owner = anEnterpriseOwner().browser();
        use(owner, product);
        use(owner, product);

        String path = "/api/opendata/products/" + product;
        JsonNode bill = owner.getJson(path + "/bill?month=2022-10").json();
        long sum = 0;
        for (JsonNode call : owner.getJson(path + "/uses?month=2022-10").json()) {
            sum += call.path("fen").asLong();
        }
        assertThat(bill.path("fen").asLong()).isEqualTo(sum).isEqualTo(120 + 2 * 200);
        assertThat(bill.at("/lines/1/calls").asLong() * bill.at("/lines/1/fen").asLong())
                .isEqualTo(bill.at("/lines/1/amount").asLong());
        assertThat(owner.getJson(path + "/bill?month=2022-09")
                        .json()
                        .path("fen")
                        .asLong())
                .isEqualTo(3 * 120);

        String free = product(grant, code, Map.of("name", "risk", "title", "风险等级", "personal", false), true)
                .json()
                .path("id")
                .asString();
        assertThat(use(owner, free).json().path("fen").asLong()).isZero();
    }

    /** Jackan brings a Jackson of its own age, so it visits from a process of its own, as outside programs do. */
    @Test
    void anUnmodifiedCkanClientFindsAndReads() throws Exception {
        String identifier = published(registers(figures(), "UNCONDITIONAL", List.of()));
        Path client = Path.of("target/ckan-client");
        assertThat(client)
                .as("libraries of the client, copied by process-test-resources")
                .isDirectory();
        Path visit = Path.of(getClass().getResource("/ckan/Visit.java").toURI());
        Process visitor = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-cp",
                        client.toAbsolutePath() + "/*",
                        visit.toString(),
                        site().toString(),
                        identifier)
                .redirectErrorStream(true)
                .start();
        String said = new String(visitor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(visitor.waitFor()).as(said).isZero();
        assertThat(said)
                .contains("listed=true", "title=企业统计", "organization=market", "unit=市场监管局", "tags=true")
                .contains("resource=CSV", "resource=JSON", "resource=XLSX", "licence=jiyuan-open-1", "nothing=0")
                .contains("refused=")
                .doesNotContain("found=0");
    }

    @Test
    void ckansErrorsHaveCkansShape() {
        Answer missing = calls("/api/3/action/package_show?id=nothing", "");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.json().path("success").asBoolean()).isFalse();
        assertThat(missing.json().at("/error/__type").asString()).isEqualTo("Not Found Error");
        assertThat(calls("/api/3/action/package_show", "").status()).isEqualTo(409);
        assertThat(calls("/api/3/action/no_such_action", "").body()).contains("Action name not known");
        Answer closed = aVisitor().call("POST", "/api/3/action/package_create", Map.of("name", "x"));
        assertThat(closed.status()).isEqualTo(403);
        assertThat(closed.json().at("/error/__type").asString()).isEqualTo("Authorization Error");
    }

    @Test
    void theDatastoreFiltersSearchesSortsAndPages() {
        String identifier = published(registers(figures(), "UNCONDITIONAL", List.of()));
        String resource = action("package_show", "id=" + identifier)
                .at("/result/resources/0/id")
                .asString();
        JsonNode filtered = action(
                        "datastore_search",
                        "resource_id=" + resource + "&filters=%7B%22year%22:%222021%22%7D&sort=firms%20desc&limit=2"
                                + "&fields=town,firms")
                .path("result");
        assertThat(filtered.path("total").asLong()).isEqualTo(3);
        assertThat(filtered.path("records")).hasSize(2);
        assertThat(filtered.at("/records/0/firms").asLong()).isEqualTo(90);
        assertThat(filtered.at("/records/0").propertyNames()).containsExactly("town", "firms");
        assertThat(action("datastore_search", "resource_id=" + resource + "&q=%E6%89%BF%E7%95%99")
                        .at("/result/total")
                        .asLong())
                .isEqualTo(2);
        assertThat(calls("/api/3/action/datastore_search?resource_id=" + resource + "&sort=firms;drop", "")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aDraftMadeThroughCkanStillGoesThroughReview() {
        String code = figures();
        String key = key(anOfficial("datasteward").browser(), "部门系统");
        Answer created = aVisitor()
                .send(
                        "POST",
                        "/api/3/action/package_create",
                        BodyPublishers.ofString(
                                "{\"title\":\"经接口登记\",\"notes\":\"说明\",\"groups\":[{\"name\":\"market\"}],"
                                        + "\"tags\":[{\"name\":\"接口\"}],\"extras\":[{\"key\":\"resource_code\",\"value\":\""
                                        + code
                                        + "\"}]}"),
                        "application/json",
                        Map.of("Authorization", key, "Content-Type", "application/json"));
        assertThat(created.status()).as(created.body()).isEqualTo(200);
        assertThat(created.json().at("/result/state").asString()).isEqualTo("draft");
        String name = created.json().at("/result/name").asString();
        assertThat(calls("/api/3/action/package_show?id=" + name, key).status()).isEqualTo(404);
        UUID id = UUID.fromString(created.json().at("/result/id").asString());
        review(id);
        assertThat(action("package_show", "id=" + name).at("/result/state").asString())
                .isEqualTo("active");
        Answer citizen = aVisitor()
                .send(
                        "POST",
                        "/api/3/action/package_create",
                        BodyPublishers.ofString("{\"resource_code\":\"" + code + "\"}"),
                        "application/json",
                        Map.of("Authorization", key(aCitizen(), "应用"), "Content-Type", "application/json"));
        assertThat(citizen.status()).isEqualTo(403);
    }

    @Test
    void aCorrectionIsAnsweredInTenWorkdaysInPublic() {
        String identifier = published(registers(figures(), "UNCONDITIONAL", List.of()));
        Answer empty = aVisitor().post("/open/datasets/" + identifier + "/correct", "what", " ");
        assertThat(empty.status()).isEqualTo(422);
        Answer sent = aVisitor().post("/open/datasets/" + identifier + "/correct", "what", "2021 年承留镇企业数不对");
        assertThat(sent.text()).contains("待答复").contains("2022 年 10 月 13 日");
        UUID id = jdbc.sql("select id from opendata.correction where number = ?")
                .param(sent.path().substring(sent.path().lastIndexOf('/') + 1))
                .query(UUID.class)
                .single();
        anOfficial("datasteward").does(id, "correct", "已核实更正，下一版生效");
        assertThat(aVisitor().get(sent.path()).text()).contains("已采纳").contains("已核实更正");
        assertThat(aVisitor().get("/open/datasets/" + identifier).text()).contains("已核实更正");
    }

    @Test
    void wishesAreVotedForOnceAndReuseIsShownAfterReview() {
        String identifier = published(registers(figures(), "UNCONDITIONAL", List.of()));
        Browser citizen = aCitizen();
        citizen.post("/open/wishes", "title", "公交到站数据", "detail", "做到站提醒");
        UUID wish = jdbc.sql("select id from opendata.wish where title = '公交到站数据'")
                .query(UUID.class)
                .single();
        someoneAs("citizen5").post("/open/wishes/" + wish + "/vote");
        someoneAs("citizen5").post("/open/wishes/" + wish + "/vote");
        assertThat(aVisitor().get("/open/wishes").text()).contains("2 人想要");
        anOfficial("datamanager").does(wish, "adopt", "已列入四季度计划");
        assertThat(aVisitor().get("/open/wishes").text()).contains("已列入四季度计划");

        citizen.post(
                "/open/reuse",
                "title",
                "镇域企业地图",
                "kind",
                "可视化",
                "description",
                "看各镇企业数",
                "link",
                "https://example.org/map",
                "datasets",
                identifier);
        assertThat(aVisitor().get("/open/reuse").text()).doesNotContain("镇域企业地图");
        UUID reuse = jdbc.sql("select id from opendata.reuse where title = '镇域企业地图'")
                .query(UUID.class)
                .single();
        anOfficial("datamanager").does(reuse, "show", "");
        assertThat(aVisitor().get("/open/reuse").text()).contains("镇域企业地图");
        assertThat(citizen.post(
                                "/open/reuse",
                                "title",
                                "x",
                                "kind",
                                "应用",
                                "description",
                                "x",
                                "link",
                                "javascript:x",
                                "datasets",
                                identifier)
                        .status())
                .isEqualTo(422);
    }

    private String people(List<Object[]> rows) {
        String code = code();
        sources.mounts(code, "慢性病登记", OpenType.UNCONDITIONAL, PEOPLE, rows);
        return code;
    }

    private String figures() {
        String code = code();
        List<Object[]> rows = List.of(
                new Object[] {"承留镇", 2021L, 12L, 3L},
                new Object[] {"承留镇", 2022L, 14L, 30L},
                new Object[] {"克井镇", 2021L, 90L, 800L},
                new Object[] {"五龙口镇", 2021L, 50L, 600L});
        sources.mounts(code, "企业统计", OpenType.UNCONDITIONAL, FIGURES, rows);
        return code;
    }

    private static String code() {
        return "307012/%06d".formatted(900000 + ++codes);
    }

    private static void add(List<Object[]> rows, int count, long age) {
        for (int i = 0; i < count; i++) {
            rows.add(new Object[] {"某" + i, "", age, "419001001001", i % 2 == 0 ? "高血压" : "无"});
        }
    }

    private Answer registers(String code, String openType, List<String> columns) {
        return anOfficial("datasteward")
                .browser()
                .call(
                        "POST",
                        "/api/opendata/desk/datasets",
                        Map.of(
                                "resource", code,
                                "openType", openType,
                                "theme", "MARKET",
                                "keywords", List.of("企业", "统计"),
                                "columns", columns));
    }

    private static UUID id(Answer registered) {
        return UUID.fromString(registered.json().path("id").asString());
    }

    /** Through all reviews. @return identifier */
    private String published(Answer registered) {
        assertThat(registered.status()).as(registered.body()).isEqualTo(201);
        review(id(registered));
        return registered.json().path("identifier").asString();
    }

    private void review(UUID id) {
        anOfficial("datasteward").does(id, "submit", "");
        anOfficial("approver").does(id, "confirm", "同意开放");
        anOfficial("security").does(id, "clear", "匿名化符合要求");
        anOfficial("datamanager").does(id, "publish", "同意发布");
        awaitState(id, "published");
    }

    private void awaitState(UUID id, String state) {
        Official steward = anOfficial("datasteward");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () -> assertThat(steward.opens(id).at("/matter/state").asString())
                                .isEqualTo(state));
    }

    private static String file(String identifier, int version, String format) {
        return "/open/datasets/" + identifier + "/versions/" + version + "/" + format;
    }

    private Answer calls(String path, String key) {
        return aVisitor()
                .send(
                        "GET",
                        path,
                        BodyPublishers.noBody(),
                        "application/json",
                        key.isEmpty() ? Map.of() : Map.of("X-API-Key", key));
    }

    private JsonNode action(String action, String query) {
        Answer answer = calls("/api/3/action/" + action + "?" + query, "");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static String key(Browser browser, String title) {
        Answer issued = browser.post("/open/developers/keys", "title", title, "purpose", "测试");
        assertThat(issued.status()).as(issued.text()).isEqualTo(200);
        return issued.body().replaceAll("(?s).*(jyod_[0-9a-f]{48}).*", "$1");
    }

    private static Model model(Answer answer, Lang language) {
        assertThat(answer.status()).isEqualTo(200);
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new ByteArrayInputStream(answer.bytes()), language);
        return model;
    }

    private String signedGrant(String code) {
        Browser manager = anOfficial("datamanager").browser();
        Answer grant = manager.call(
                "POST",
                "/api/opendata/grants",
                Map.of(
                        "operator", DemoPopulation.firm(0).uscc().value(),
                        "scope", "企业统计的加工服务",
                        "resources", List.of(code),
                        "security", "原始数据不出域",
                        "revenue", "按次计费，收益五五分成",
                        "starts", "2022-09-01",
                        "ends", "2023-08-31"));
        assertThat(grant.status()).as(grant.body()).isEqualTo(201);
        UUID id = UUID.fromString(grant.json().path("id").asString());
        anOfficial("security").does(id, "assess", "风险可控");
        anOfficial("datamanager").does(id, "publicise", "");
        assertThat(anOfficial("datamanager").tries(id, "sign", "同意").status()).isEqualTo(409);
        jdbc.sql("update opendata.operation_grant set publicity_to = date '2022-09-25' where id = ?")
                .param(id)
                .update();
        anOfficial("datamanager").does(id, "sign", "签约");
        return id.toString();
    }

    private Answer product(String grant, String code, Map<String, Object> field, boolean free) {
        return anOfficial("datamanager")
                .browser()
                .call(
                        "POST",
                        "/api/opendata/products",
                        Map.of(
                                "grant",
                                grant,
                                "title",
                                "企业活跃度",
                                "scene",
                                "信贷",
                                "processing",
                                "汇总评分",
                                "resources",
                                List.of(code),
                                "fields",
                                List.of(field),
                                "publicInterest",
                                free,
                                "fen",
                                120));
    }

    private static Answer use(Browser browser, String product) {
        return browser.call("POST", "/api/opendata/products/" + product + "/uses", Map.of("purpose", "贷前核验"));
    }
}
