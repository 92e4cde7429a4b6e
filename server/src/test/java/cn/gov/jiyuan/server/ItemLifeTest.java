package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.code.ItemCatalogueCode;
import cn.gov.jiyuan.kernel.code.ItemImplementationCode;
import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Applicant;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import cn.gov.jiyuan.server.town.Upload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Items from the claim to the cancellation, and lists of them, as stewards and applicants meet them. */
class ItemLifeTest extends ServerTest {
    private static final String MARKET = "11419001MB1A00028Q";

    @Test
    @Scenario("S20.3")
    void situationsThatLeaveAnAnswerOutAreRefusedWithThatAnswer() {
        String code = claimed("000131021000", "缺情形的事项");
        Browser steward = anOfficial("steward").browser();
        edited(steward, code, content -> ((ArrayNode) content.at("/situations/cases")).remove(3));

        Answer refused = steward.call("POST", desk(code) + "/versions/1/submit", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("code").asString()).isEqualTo("items.situation-gap");
        assertThat(refused.json().path("detail").asString())
                .contains("“谁来办？”答“委托别人代办”")
                .contains("没有适用的情形");
        assertThat(anOfficial("publisher")
                        .browser()
                        .call("POST", desk(code) + "/versions/1/publish", Map.of())
                        .status())
                .isEqualTo(409);
    }

    @Test
    @Scenario("S20.4")
    void whatTheProvinceCancelsEndsOnItsDayAndItsMattersAreListed() {
        String code = published("000131022000", "将取消的事项", content -> {});
        Applicant owner = anApplicantFor(code);
        List<UUID> matters = List.of(owner.applies(), owner.applies(), owner.applies());
        Browser publisher = anOfficial("publisher").browser();
        Answer cancelled = publisher.call(
                "POST",
                "/api/items/catalogue/000131022000/cancel",
                Map.of("on", "2022-10-01", "reason", "豫政〔2022〕9 号"));
        assertThat(cancelled.status()).as(cancelled.body()).isEqualTo(200);

        JsonNode standing = publisher.getJson(desk(code) + "/standing").json();
        assertThat(standing.path("standingLabel").asString()).isEqualTo("待取消");
        assertThat(standing.path("cancelOn").asString()).isEqualTo("2022-10-01");
        Set<String> listed = new HashSet<>();
        standing.path("underWay").forEach(matter -> listed.add(matter.path("id").asString()));
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        matters.stream().map(UUID::toString).toList());
        assertThat(aVisitor().get("/items/" + code).text()).contains("2022 年 10 月 1 日 起不再受理");
        clock.set("2022-09-30T17:00");
        assertThat(owner.starts()).isNotNull();

        clock.set("2022-10-01T00:00");
        Answer refused = owner.browser().post("/apply/" + code + "/start");
        assertThat(refused.status()).isGreaterThanOrEqualTo(400);
        clock.set("2022-09-30T17:00");
        aClerk().does(matters.getFirst(), "accept", "取消前提交，继续办理");
    }

    @Test
    @Scenario("S20.5")
    void allCodesOfAListOf2760ItemsAreValidAndNoneIsThereTwice() {
        Browser publisher = anOfficial("publisher").browser();
        StringBuilder catalogue = new StringBuilder("基本编码,事项名称,事项类型\n");
        StringBuilder items = new StringBuilder("实施编码,事项名称,承诺时限,法定时限\n");
        for (int i = 0; i < 2_760; i++) {
            String basic = "41200%s%03d%03d"
                    .formatted(i / 990 + 1, i % 990 / 10 + 1, i % 10)
                    .substring(0, 12);
            catalogue.append(basic).append(",导入事项 ").append(i).append(",公共服务\n");
            items.append(ItemImplementationCode.of(new Uscc(MARKET), 3, new ItemCatalogueCode(basic))
                            .value())
                    .append(",导入事项 ")
                    .append(i)
                    .append(",5 个工作日,10 个工作日\n");
        }
        assertThat(imported(publisher, "items.catalogue", "基本目录.csv", catalogue.toString())
                        .path("good")
                        .asInt())
                .isEqualTo(2_760);
        JsonNode batch = imported(publisher, "items.item", "实施清单.csv", items.toString());
        assertThat(batch.path("total").asInt()).isEqualTo(2_760);
        assertThat(batch.path("good").asInt()).isEqualTo(2_760);
        assertThat(batch.path("bad").asInt()).isZero();

        JsonNode again = imported(publisher, "items.item", "实施清单（再次）.csv", items.toString());
        assertThat(again.path("bad").asInt()).isEqualTo(2_760);
        Answer report =
                publisher.getJson("/api/sheets/imports/" + again.path("id").asString() + "/report?bad=true");
        assertThat(report.body()).contains("重复").contains("行号,结果,编码");
    }

    @Test
    @Scenario("S20.6")
    void oneItemThatIsNotOnlineSpoilsTheRateAndIsFound() {
        String offline = published("000131023000", "只能到窗口办的事项", content -> {
            ((ObjectNode) content.path("handling"))
                    .put("online", false)
                    .putNull("formId")
                    .putNull("formVersion");
            ((ObjectNode) content.path("handling")).put("visits", 1).put("onlineDepth", "II");
        });
        Browser leader = anOfficial("leader").browser();
        Answer answer = leader.getJson("/api/indicators/onestop.online");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode rate = answer.json();
        assertThat(rate.at("/whole/numerator").asInt())
                .isLessThan(rate.at("/whole/denominator").asInt());
        assertThat(rate.at("/whole/percent").asString()).isNotEqualTo("100.00");

        String below = rate.at("/definition/drill/denominatorFilter").asString();
        String type = rate.at("/definition/drill/recordType").asString();
        Answer rows = leader.getJson("/api/records/" + type + "?" + below + "&online=false");
        assertThat(rows.status()).as(rows.body()).isEqualTo(200);
        assertThat(rows.body()).contains(offline).doesNotContain(foodBusinessLicence());
    }

    @Test
    @Scenario("S20.7")
    void theCompressionAgainstTheBaselineIsCounted() {
        String code = simplified("000131024000");
        Browser steward = anOfficial("steward").browser();
        assertThat(steward.call("PUT", desk(code) + "/baseline", baseline("SHARED_DATA"))
                        .status())
                .isEqualTo(204);
        JsonNode compression = steward.getJson(desk(code) + "/compression").json();
        assertThat(compression.at("/days/rate").asDouble()).isEqualTo(60);
        assertThat(compression.at("/steps/rate").asDouble()).isEqualTo(33.3);
        assertThat(compression.at("/materials/rate").asDouble()).isEqualTo(37.5);
        assertThat(compression.at("/visits/rate").asDouble()).isEqualTo(100);
    }

    @Test
    @Scenario("S20.8")
    void aMaterialDroppedWithoutAGroundDoesNotCount() {
        String code = simplified("000131025000");
        Browser steward = anOfficial("steward").browser();
        assertThat(steward.call("PUT", desk(code) + "/baseline", baseline(null)).status())
                .isEqualTo(204);
        JsonNode compression = steward.getJson(desk(code) + "/compression").json();
        assertThat(compression.at("/materials/rate").asDouble()).isZero();
        assertThat(compression.path("notices").toString()).contains("材料 6").contains("不计入材料压缩");
    }

    @Test
    void theSituationThatWasChosenDecidesWhatIsAskedAndStaysWithTheMatter() {
        Browser visitor = aVisitor();
        String check = "/items/" + foodBusinessLicence() + "/check?e.goods=other&e.place=yes&e.subject=yes&e.banned=no";
        Answer told = visitor.get(check + "&s.making=no&s.applicant=self");
        assertThat(told.text()).contains("3 个工作日").doesNotContain("授权委托书");
        assertThat(told.body()).contains("situation=S03");
        Browser owner = anEnterpriseOwner().browser();
        Answer started = owner.post("/apply/" + foodBusinessLicence() + "/start", "situation", "S03");
        UUID application = UUID.fromString(started.path().substring(7, 43));
        assertThat(jdbc.sql("select situation from onestop.application where id = ?")
                        .param(application)
                        .query(String.class)
                        .single())
                .isEqualTo("S03");
    }

    private static Map<String, Object> baseline(String ground) {
        ObjectNode baseline = JsonNodeFactory.instance.objectNode();
        baseline.putObject("term").put("amount", 20).put("unit", "WORKDAY");
        baseline.put("steps", 6).put("visits", 2).put("basis", "2018 年办事指南");
        ArrayNode materials = baseline.putArray("materials");
        for (int i = 1; i <= 8; i++) {
            boolean gone = i > 5;
            materials
                    .addObject()
                    .put("code", "M0" + i)
                    .put("name", "材料 " + i)
                    .put("ground", gone ? ground : null)
                    .put("groundNote", gone && ground != null ? "由数据共享平台核验" : null);
        }
        return Map.of(
                "term", baseline.path("term"), "steps", 6, "visits", 2, "basis", "2018 年办事指南", "materials", materials);
    }

    /** Eight workdays, four steps, five materials, no visit. */
    private String simplified(String basicCode) {
        return published(basicCode, "已精简的事项 " + basicCode, content -> {
            ((ObjectNode) content.at("/terms/legal")).put("amount", 20);
            ((ObjectNode) content.at("/terms/promise")).put("amount", 8);
            ((ArrayNode) content.path("steps")).remove(4);
            ((ArrayNode) content.path("materials")).remove(6);
            ((ArrayNode) content.path("materials")).remove(5);
            content.putNull("situations");
        });
    }

    private static String desk(String code) {
        return "/api/items/desk/" + code;
    }

    /** An entry of the catalogue that the market's steward has claimed and filled in like the food licence. */
    private String claimed(String basicCode, String name) {
        Browser publisher = anOfficial("publisher").browser();
        imported(publisher, "items.catalogue", basicCode + ".csv", "基本编码,事项名称\n" + basicCode + "," + name + "\n");
        Browser steward = anOfficial("steward").browser();
        Answer claim = steward.call("POST", "/api/items/catalogue/" + basicCode + "/claim", Map.of());
        assertThat(claim.status()).as(claim.body()).isEqualTo(201);
        String code = claim.json().path("code").asString();
        ObjectNode content = (ObjectNode) aVisitor()
                .getJson("/api/items/" + foodBusinessLicence() + "/versions/1")
                .json()
                .path("content");
        ((ObjectNode) content.path("basics")).put("name", name);
        saved(steward, code, content);
        return code;
    }

    private void edited(Browser steward, String code, Consumer<ObjectNode> edit) {
        ObjectNode content =
                (ObjectNode) steward.getJson(desk(code) + "/versions/1").json().at("/guide/content");
        edit.accept(content);
        saved(steward, code, content);
    }

    private static void saved(Browser steward, String code, ObjectNode content) {
        int revision = steward.getJson(desk(code) + "/versions/1")
                .json()
                .path("revision")
                .asInt();
        Answer saved =
                steward.call("PUT", desk(code) + "/versions/1", Map.of("revision", revision, "content", content));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    }

    private String published(String basicCode, String name, Consumer<ObjectNode> edit) {
        String code = claimed(basicCode, name);
        edited(anOfficial("steward").browser(), code, edit);
        List<String[]> steps = new ArrayList<>();
        steps.add(new String[] {"steward", "submit"});
        steps.add(new String[] {"approver", "pass"});
        steps.add(new String[] {"lawyer", "clear"});
        steps.add(new String[] {"publisher", "publish"});
        for (String[] step : steps) {
            Answer answer = anOfficial(step[0]).browser().call("POST", desk(code) + "/versions/1/" + step[1], Map.of());
            assertThat(answer.status()).as(step[1] + " " + answer.body()).isEqualTo(200);
        }
        return code;
    }

    /** Hands in a list and waits until every row is judged. */
    private JsonNode imported(Browser browser, String kind, String name, String csv) {
        Upload upload = new Upload("file", name, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        Answer begun = browser.post("/api/sheets/" + kind + "/imports", Map.of(), List.of(upload));
        assertThat(begun.status()).as(begun.body()).isEqualTo(202);
        String id = begun.json().path("id").asString();
        long until = System.nanoTime() + 180_000_000_000L;
        while (System.nanoTime() < until) {
            JsonNode batch = browser.getJson("/api/sheets/imports/" + id).json();
            String state = batch.path("state").asString();
            if (!state.equals("QUEUED") && !state.equals("RUNNING")) {
                assertThat(state).as(batch.toString()).isEqualTo("DONE");
                return batch;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);
        }
        throw new AssertionError("the import does not end");
    }
}
