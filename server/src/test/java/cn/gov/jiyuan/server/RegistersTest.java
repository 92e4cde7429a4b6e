package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.contracts.licences.Licences;
import cn.gov.jiyuan.data.registers.demo.DirtyFirms;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.OrganisationCode;
import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.Neighbour;
import cn.gov.jiyuan.server.town.ServerTest;
import cn.gov.jiyuan.server.town.Upload;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The registers of persons and firms: who is who through the years, and what follows when something changes. */
class RegistersTest extends ServerTest {
    private static final String API = "/api/registers";

    @Autowired
    private Licences licences;

    @Autowired
    private Datasets datasets;

    @Test
    @Scenario("S13.1")
    void whoChangesNameAndNumberKeepsHisOldMatters() {
        Neighbour citizen = aNeighbour(47);
        UUID matter = applies(citizen);
        DemoPopulation.Citizen person = citizen.person();
        Browser police = someoneAs("police-data");
        UUID id = added(police, person);
        assertThat(id).isEqualTo(person.id());

        CitizenId renewed = CitizenId.of("419001", person.idNumber().birth(), 997);
        JsonNode page = changed(
                police,
                "/persons/" + id,
                "2022-09-26",
                Map.of("name", "郑新名", "idNumber", renewed.value()),
                "改名并更正公民身份号码");

        assertThat(page.path("id").asString()).isEqualTo(id.toString());
        assertThat(page.path("label").asString()).isEqualTo("郑**");
        assertThat(page.path("version").asInt()).isEqualTo(2);
        assertThat(found(police, person.idNumber())).isEqualTo(id);
        assertThat(found(police, renewed)).isEqualTo(id);
        assertThat(page.path("identifiers")).hasSize(2);
        JsonNode matters = someoneAs("datamanager")
                .getJson(API + "/persons/" + id + "/matters")
                .json();
        assertThat(matters.toString()).contains(matter.toString());
        Answer second = police.call(
                "POST",
                API + "/persons",
                Map.of("from", "2022-09-26", "fields", Map.of("name", "冒名人", "idNumber", renewed.value())));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().path("code").asString()).isEqualTo("registers.number-taken");
    }

    @Test
    @Scenario("S13.2")
    void askedAsOfADayTheRegisterNamesTheRepresentativeOfThatDay() {
        Browser police = someoneAs("police-data");
        DemoPopulation.Citizen first = DemoPopulation.citizen(4001);
        DemoPopulation.Citizen second = DemoPopulation.citizen(4002);
        added(police, first);
        added(police, second);
        Browser market = someoneAs("datasteward");
        UUID firm = founded(market, "MA9R0001", "济源市拉链科技有限公司", first, "2019-03-01");

        changed(
                market,
                "/legals/" + firm,
                "2021-09-01",
                Map.of(
                        "representative",
                        second.name(),
                        "representativeNumber",
                        second.idNumber().value()),
                "变更法定代表人");

        JsonNode now = market.getJson(API + "/legals/" + firm).json();
        JsonNode then =
                market.getJson(API + "/legals/" + firm + "?on=2021-06-01").json();
        assertThat(item(now, "representative")).isEqualTo(second.name());
        assertThat(item(then, "representative")).isEqualTo(first.name());
        assertThat(then.path("to").asString()).isEqualTo("2021-09-01");
        assertThat(item(
                        market.getJson(API + "/legals/" + firm + "?on=2021-09-01")
                                .json(),
                        "representative"))
                .isEqualTo(second.name());
        Answer before = market.getJson(API + "/legals/" + firm + "?on=2019-02-28");
        assertThat(before.status()).isEqualTo(404);
        assertThat(before.json().path("detail").asString()).contains("2019-03-01");
        Answer late = market.call(
                "POST",
                API + "/legals/" + firm + "/changes",
                Map.of("from", "2020-01-01", "fields", Map.of("name", "旧名"), "reason", "补登记以前的变更"));
        assertThat(late.json().path("code").asString()).isEqualTo("registers.too-early");
    }

    @Test
    @Scenario("S13.3")
    void aDeathBecomesAListOfBenefitsToStopAndReachesEverySubscriberWithinFiveMinutes() throws InterruptedException {
        DemoPopulation.Citizen person = DemoPopulation.citizen(4010);
        UUID id = added(someoneAs("police-data"), person);
        Browser labour = someoneAs("labour-data");
        Browser civil = someoneAs("civil-data");
        entitled(labour, person, "企业职工基本养老金", "2860.50");
        entitled(civil, person, "高龄津贴", "100.00");
        for (Browser subscriber : List.of(labour, civil)) {
            Answer subscribed = subscriber.call(
                    "POST", API + "/subscriptions", Map.of("topic", "registers.person.dead", "purpose", "停发待遇核查"));
            assertThat(subscribed.status()).as(subscribed.body()).isEqualTo(200);
        }
        Answer stranger = labour.call(
                "POST",
                API + "/deaths",
                List.of(Map.of("idNumber", person.idNumber().value(), "diedOn", "2022-09-20")));
        assertThat(stranger.status()).isEqualTo(403);
        assertThat(stranger.json().path("detail").asString()).contains("数源");

        Browser health = someoneAs("health-data");
        long begun = System.nanoTime();
        Answer told = health.call(
                "POST",
                API + "/deaths",
                List.of(
                        Map.of("idNumber", person.idNumber().value(), "diedOn", "2022-09-20"),
                        Map.of(
                                "idNumber",
                                DemoPopulation.citizen(4099).idNumber().value(),
                                "diedOn",
                                "2022-09-20")));
        assertThat(told.json().get(0).path("outcome").asString()).isEqualTo("RECORDED");
        assertThat(told.json().get(1).path("outcome").asString()).isEqualTo("REFUSED");

        JsonNode pension = awaited(labour, "企业职工基本养老金");
        JsonNode allowance = awaited(civil, "高龄津贴");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMinutes(5));
        assertThat(pension.at("/cells/stopFrom/value").asString()).isEqualTo("2022-10-01");
        assertThat(pension.at("/cells/state/value").asString()).isEqualTo("OPEN");
        assertThat(stops(labour)).noneMatch(row -> row.toString().contains("高龄津贴"));
        for (Browser subscriber : List.of(labour, civil)) {
            assertThat(delivered(subscriber)).contains(id.toString());
        }
        Answer foreign =
                civil.call("POST", API + "/stops/" + pension.path("id").asString(), Map.of("stop", true, "note", "代办"));
        assertThat(foreign.status()).isEqualTo(404);
        Answer stopped = labour.call(
                "POST", API + "/stops/" + pension.path("id").asString(), Map.of("stop", true, "note", "次月停发"));
        assertThat(stopped.status()).as(stopped.body()).isEqualTo(200);
        Answer silent = civil.call(
                "POST", API + "/stops/" + allowance.path("id").asString(), Map.of("stop", false, "note", ""));
        assertThat(silent.status()).isEqualTo(422);
        Answer again = health.call(
                "POST",
                API + "/deaths",
                List.of(Map.of("idNumber", person.idNumber().value(), "diedOn", "2022-09-20")));
        assertThat(again.json().get(0).path("outcome").asString()).isEqualTo("KNOWN");
        assertThat(labour.get("/my/messages").text()).contains("应停清单");
    }

    @Test
    @Scenario("S13.4")
    void oneAddressHasOneIdHoweverItIsWritten() {
        Browser steward = someoneAs("civil-data");
        JsonNode made = steward.call("POST", API + "/addresses", Map.of("text", "黄河路88号"))
                .json();
        String id = made.path("addrId").asString();
        assertThat(id).hasSize(36);
        for (String text : List.of("济源市黄河路 88 号院", "河南省济源市黄河路８８号", "黄河路八十八号", "皇河路88号")) {
            JsonNode match = steward.call("POST", API + "/addresses/match", Map.of("text", text))
                    .json();
            assertThat(match.path("addrId").asString()).as(text).isEqualTo(id);
            assertThat(match.at("/candidates/0/confidence").asDouble()).as(text).isGreaterThanOrEqualTo(0.9);
        }
        assertThat(steward.call("POST", API + "/addresses", Map.of("text", "济源市黄河路 88 号院"))
                        .json()
                        .path("addrId")
                        .asString())
                .isEqualTo(id);
        for (String other : List.of("黄河路89号", "济水大街88号", "黄河路88号3号楼2单元501室")) {
            assertThat(steward.call("POST", API + "/addresses/match", Map.of("text", other))
                            .json()
                            .path("addrId")
                            .isNull())
                    .as(other)
                    .isTrue();
        }
        assertThat(steward.call("POST", API + "/addresses", Map.of("text", "老地方"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    @Scenario("S13.5")
    void whoRepresentsThreeFirmsIsOneHopFromEach() {
        DemoPopulation.Citizen owner = DemoPopulation.citizen(4020);
        UUID person = added(someoneAs("police-data"), owner);
        Browser market = someoneAs("datasteward");
        List<String> firms = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            firms.add(founded(market, "MA9R001" + i, "济源市关系" + i + "号商贸有限公司", owner, "2020-05-0" + i)
                    .toString());
        }
        JsonNode picture = market.getJson(API + "/graph/" + person + "?hops=1").json();
        List<String> near = new ArrayList<>();
        picture.path("nodes").forEach(node -> {
            if (node.path("hops").asInt() == 1) {
                near.add(node.path("id").asString());
            }
        });
        assertThat(near).containsExactlyInAnyOrderElementsOf(firms);
        assertThat(picture.path("edges"))
                .hasSize(3)
                .allMatch(edge -> edge.path("label").asString().equals("法定代表人"));
        JsonNode back =
                market.getJson(API + "/graph/" + firms.get(0) + "?hops=2").json();
        assertThat(back.path("nodes").toString()).contains(firms.get(2));
    }

    @Test
    void mergedSubjectsAnswerUnderOneIdUntilThatIsUndone() {
        Browser police = someoneAs("police-data");
        DemoPopulation.Citizen one = DemoPopulation.citizen(4030);
        DemoPopulation.Citizen other = DemoPopulation.citizen(4031);
        UUID kept = added(police, one);
        UUID merged = added(police, other);
        Browser manager = someoneAs("datamanager");
        Map<String, Object> told = Map.of("kept", kept, "other", merged, "reason", "同一人两次落户");
        String proposal = proposed(police, "mergers", told);
        assertThat(police.call("POST", API + "/proposals/" + proposal + "/decision", Map.of("approve", true))
                        .status())
                .isEqualTo(403);
        String mapping = decided(manager, proposal);

        assertThat(found(police, other.idNumber())).isEqualTo(kept);
        JsonNode page = police.getJson(API + "/persons/" + merged).json();
        assertThat(page.path("id").asString()).isEqualTo(kept.toString());
        assertThat(page.path("mappings")).hasSize(1);
        assertThat(police.call("POST", API + "/proposals/mergers", told).status())
                .isEqualTo(409);
        JsonNode standing = police.getJson(API + "/subjects/" + merged).json();
        assertThat(standing.path("standing").asString()).isEqualTo(kept.toString());
        assertThat(standing.path("family").toString()).contains(merged.toString());

        Answer undone = manager.call("POST", API + "/mergers/" + mapping + "/undo", Map.of("reason", "核实是两个人"));
        assertThat(undone.status()).as(undone.body()).isEqualTo(200);
        assertThat(found(police, other.idNumber())).isEqualTo(merged);
        assertThat(police.getJson(API + "/persons/" + merged).json().path("id").asString())
                .isEqualTo(merged.toString());
    }

    @Test
    void eachItemIsWrittenByItsSourceAlone() {
        DemoPopulation.Citizen person = DemoPopulation.citizen(4040);
        UUID id = added(someoneAs("police-data"), person);
        Browser civil = someoneAs("civil-data");
        Answer refused = civil.call(
                "POST",
                API + "/persons/" + id + "/changes",
                Map.of("from", "2022-09-26", "fields", Map.of("name", "改不得"), "reason", "据婚姻登记"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("code").asString()).isEqualTo("registers.not-the-source");
        JsonNode married = changed(civil, "/persons/" + id, "2022-09-26", Map.of("marital", "20"), "婚姻登记");
        assertThat(item(married, "marital")).isEqualTo("已婚");
        for (JsonNode one : married.path("items")) {
            if (one.path("field").asString().equals("marital")) {
                assertThat(one.path("source").asString()).contains("民政");
            }
        }
    }

    @Test
    void whoProposesAMergerDoesNotDecideIt() {
        Browser police = someoneAs("police-data");
        UUID kept = added(police, DemoPopulation.citizen(4032));
        UUID other = added(police, DemoPopulation.citizen(4033));
        Browser manager = someoneAs("datamanager");
        Map<String, Object> told = Map.of("kept", kept, "other", other, "reason", "姓名和住址相同");
        String own = proposed(manager, "mergers", told);
        assertThat(manager.getJson(API + "/proposals/" + own)
                        .json()
                        .path("mayDecide")
                        .asBoolean())
                .isFalse();
        Answer self = manager.call("POST", API + "/proposals/" + own + "/decision", Map.of("approve", true));
        assertThat(self.status()).isEqualTo(403);
        assertThat(self.json().path("code").asString()).isEqualTo("registers.same-person");

        String foreign = proposed(police, "mergers", told);
        String decision = API + "/proposals/" + foreign + "/decision";
        assertThat(manager.call("POST", decision, Map.of("approve", false, "note", ""))
                        .status())
                .isEqualTo(422);
        Answer refused = manager.call("POST", decision, Map.of("approve", false, "note", "出生日期不同，是两个人"));
        assertThat(refused.status()).as(refused.body()).isEqualTo(200);
        assertThat(manager.call("POST", decision, Map.of("approve", true)).status())
                .isEqualTo(409);
        assertThat(police.getJson(API + "/subjects/" + other)
                        .json()
                        .path("standing")
                        .asString())
                .isEqualTo(other.toString());
    }

    @Test
    void aFirmThatHadTwoCodesIsSplitAndBothKeepTheirs() {
        DemoPopulation.Citizen owner = DemoPopulation.citizen(4041);
        added(someoneAs("police-data"), owner);
        Browser market = someoneAs("datasteward");
        UUID firm = founded(market, "MA9R0041", "济源市拆分前商贸有限公司", owner, "2020-01-02");
        String wrong = code("MA9R0041");
        String right = code("MA9R0042");
        changed(market, "/legals/" + firm, "2021-01-02", Map.of("uscc", right), "更正统一社会信用代码");
        Map<String, Object> current =
                Map.of("from", firm, "number", right, "fields", Map.of("name", "不能拆出现行代码"), "reason", "试拆现行代码");
        assertThat(market.call("POST", API + "/proposals/splits", current).status())
                .isEqualTo(422);
        String proposal = proposed(
                market,
                "splits",
                Map.of("from", firm, "number", wrong, "fields", Map.of("name", "济源市拆出商贸有限公司"), "reason", "两家企业误并"));
        UUID made = UUID.fromString(decided(someoneAs("datamanager"), proposal));

        JsonNode apart = market.getJson(API + "/legals?uscc=" + wrong).json();
        assertThat(apart.path("id").asString()).isEqualTo(made.toString());
        assertThat(market.getJson(API + "/legals?uscc=" + right)
                        .json()
                        .path("id")
                        .asString())
                .isEqualTo(firm.toString());
        assertThat(item(market.getJson(API + "/legals/" + made).json(), "name")).isEqualTo("济源市拆出商贸有限公司");
        JsonNode mapping = market.getJson(API + "/subjects/" + made)
                .json()
                .path("mappings")
                .get(0);
        assertThat(mapping.path("kept").asString()).isEqualTo(firm.toString());
    }

    @Test
    void aFirmOfThreeSourcesIsFollowedBackToTheRowThatBroughtItsName() throws InterruptedException {
        String code = code("MA9R0050");
        land(
                "firm",
                "market",
                List.of(firmOfMarket(51, code("MA9R0051"), "济源市另一家商贸有限公司"), firmOfMarket(50, code, "济源市溯源商贸有限公司")));
        land(
                "firm",
                "tax",
                List.of(
                        "60," + code.toLowerCase(Locale.ROOT)
                                + ",,济源市溯源商贸有限责任公司,159,郑某某,,20200301,100.000000,5199,百货零售,济源市黄河路7号,410881001000,,03,2021-01-01 10:00:00"));
        land(
                "firm",
                "labour",
                List.of("70," + code.substring(0, 17) + (code.endsWith("A") ? "B" : "A")
                        + ",,济源市溯源商贸有限公司,郑溯源,,,济源市黄河路7号,419001001000,1,2021-02-01 10:00:00"));
        Browser manager = someoneAs("datamanager");
        String run = manager.call("POST", API + "/pipelines/firm/runs", Map.of())
                .json()
                .path("job")
                .asString();
        JsonNode report = awaitedRun(manager, run);
        assertThat(report.at("/run/state").asString()).as(report.toString()).isEqualTo("DONE");
        assertThat(report.at("/run/linked").asInt()).isEqualTo(1);
        assertThat(report.path("sources")).hasSize(3);

        Browser market = someoneAs("datasteward");
        String id =
                market.getJson(API + "/legals?uscc=" + code).json().path("id").asString();
        JsonNode page = market.getJson(API + "/legals/" + id).json();
        assertThat(item(page, "name")).isEqualTo("济源市溯源商贸有限公司");
        assertThat(item(page, "capital")).isEqualTo("1000000.00");
        JsonNode way = market.getJson(API + "/legals/" + id + "/fields/name").json();
        JsonNode record = way.path("records").get(0);
        assertThat(way.path("source").asString()).contains("市场监管");
        assertThat(way.at("/run/id").asString()).isEqualTo(run);
        assertThat(record.path("dataset").asString()).isEqualTo("landing.firm_market");
        assertThat(record.path("columns").toString()).contains("entname");
        assertThat(record.path("record").asLong()).isEqualTo(50);
        assertThat(record.path("row").asLong()).isEqualTo(2);
        assertThat(record.path("batch").asString()).startsWith("test-market-");
        JsonNode edges =
                manager.getJson("/api/stewardship/lineage/registers.legal").json();
        assertThat(edges.path("edges").toString()).contains("landing.firm_market", "entname", "landing.firm_tax");
        Answer wrong = market.getJson(API + "/legals/" + id + "/fields/shoeSize");
        assertThat(wrong.status()).isEqualTo(422);
    }

    @Test
    void aLicenceReachesTheRegisterAndItsSubscribersAndKeepsItsHistory() throws InterruptedException {
        Browser police = someoneAs("police-data");
        assertThat(police.call(
                                "POST",
                                API + "/subscriptions",
                                Map.of("topic", "registers.licence.changed", "purpose", "核验证照"))
                        .status())
                .isEqualTo(200);
        UUID id = Ids.next();
        DemoPopulation.Firm firm = DemoPopulation.firm(1);
        LinkedHashMap<String, String> face = new LinkedHashMap<>();
        face.put("名称", firm.name());
        licences.record(Stream.of(new Licences.HistoricLicence(
                id,
                "11100000MB0143028R001",
                null,
                Unit.idOf("market"),
                firm.id(),
                firm.name(),
                firm.uscc().value(),
                "001",
                LocalDate.of(2021, 3, 1),
                LocalDate.of(2021, 3, 1),
                LocalDate.of(2031, 2, 28),
                Licences.State.VALID,
                face,
                false)));
        Browser steward = someoneAs("datasteward");
        JsonNode first = awaitedLicence(steward, id, 1);
        assertThat(first.path("state").asString()).isEqualTo("有效");
        assertThat(first.path("holderId").asString()).isEqualTo(firm.id().toString());
        assertThat(first.at("/items/0/source").asString()).contains("市场监管");
        licences.end(Actor.SYSTEM, id, Licences.State.ANNULLED, "许可决定被撤销");
        JsonNode second = awaitedLicence(steward, id, 2);
        assertThat(second.path("holds").asBoolean()).isFalse();
        assertThat(second.at("/eras/0/changes").toString()).contains("有效", "已撤销");
        assertThat(steward.getJson(API + "/holders/" + firm.id() + "/licences")
                        .json()
                        .toString())
                .contains(id.toString());
        for (int tries = 0; ; tries++) {
            String told = police.getJson(API + "/changes?after=0").json().toString();
            if (told.contains(id.toString())) {
                break;
            }
            assertThat(tries).as(told).isLessThan(150);
            Thread.sleep(200);
        }
        assertThat(steward.getJson(API + "/licences/" + UUID.randomUUID()).status())
                .isEqualTo(404);
    }

    @Test
    void theDivisionsAreBrowsedLevelByLevelAndOldCodesLeadToPresentOnes() {
        Browser steward = someoneAs("civil-data");
        JsonNode city = steward.getJson(API + "/space").json();
        assertThat(city.path("children")).hasSize(16);
        assertThat(city.at("/counts/divisions").asInt()).isEqualTo(573);
        JsonNode town = steward.getJson(API + "/space?code=410881001").json();
        assertThat(town.path("name").asString()).isEqualTo("沁园街道");
        assertThat(town.path("code").asString()).isEqualTo("419001001");
        assertThat(town.at("/above/0/name").asString()).isEqualTo("济源市");
        String village = town.at("/children/0/code").asString();
        assertThat(steward.getJson(API + "/space?code=" + village).json().path("children"))
                .isEmpty();
        Answer unknown = steward.getJson(API + "/space?code=419001999");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.json().path("code").asString()).isEqualTo("registers.unknown-area");
    }

    @Test
    void aPersonSeesWhichOfficialLookedAtHisFile() {
        Neighbour neighbour = aNeighbour(48);
        Browser police = someoneAs("police-data");
        UUID id = added(police, neighbour.person());
        assertThat(neighbour.browser().get("/my/data-uses").text()).doesNotContain("人口基础库档案");
        police.getJson(API + "/persons/" + id);
        assertThat(neighbour.browser().get("/my/data-uses").text()).contains("公安局", "人口基础库档案", "维护基础库");
    }

    private static String code(String organisation) {
        return Uscc.of("91", "419001", OrganisationCode.of(organisation)).value();
    }

    private static String proposed(Browser browser, String kind, Map<String, Object> told) {
        Answer answer = browser.call("POST", API + "/proposals/" + kind, told);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("id").asString();
    }

    /** What came of it. */
    private static String decided(Browser manager, String proposal) {
        Answer answer = manager.call(
                "POST", API + "/proposals/" + proposal + "/decision", Map.of("approve", true, "note", "情况属实"));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("outcome").asString();
    }

    private static String firmOfMarket(int record, String code, String name) {
        return record + "," + code + ",," + name
                + ",1150,郑溯源,,2020-03-01,100.000000,F5199,百货零售,济源市黄河路7号,419001001000,,1,2022-01-01 10:00:00";
    }

    /** Rows of a department, in the columns that its invented source has too. */
    private void land(String pipeline, String source, List<String> rows) {
        List<String> columns = Stream.of(DirtyFirms.Source.values())
                .filter(one -> one.code().equals(source))
                .findFirst()
                .orElseThrow()
                .columns();
        String name = "landing." + pipeline + "_" + source;
        if (datasets.find(name).isEmpty()) {
            datasets.declare(
                    Actor.SYSTEM,
                    new Dataset(
                            name,
                            name,
                            source,
                            columns.stream()
                                    .map(column -> DataColumn.of(column, column, DataType.TEXT))
                                    .toList(),
                            List.of(),
                            1));
        }
        try (Landing landing =
                datasets.land(Actor.SYSTEM, name, "test-" + source + "-" + Ids.next(), Landing.Mode.REPLACE)) {
            rows.forEach(row -> landing.row((Object[]) row.split(",", -1)));
            landing.commit();
        }
    }

    private static JsonNode awaitedRun(Browser manager, String run) throws InterruptedException {
        for (int tries = 0; tries < 300; tries++) {
            Answer answer = manager.getJson(API + "/runs/" + run);
            if (answer.status() == 200
                    && !answer.json().at("/run/state").asString().equals("RUNNING")) {
                return answer.json();
            }
            Thread.sleep(200);
        }
        throw new AssertionError("run " + run + " does not end");
    }

    private static JsonNode awaitedLicence(Browser steward, UUID id, int versions) throws InterruptedException {
        for (int tries = 0; tries < 150; tries++) {
            Answer answer = steward.getJson(API + "/licences/" + id);
            if (answer.status() == 200 && answer.json().path("eras").size() == versions) {
                return answer.json();
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no version " + versions + " of " + id);
    }

    private UUID applies(Neighbour who) {
        Browser browser = who.browser();
        Answer started = browser.post("/apply/" + item("社会保险关系转移") + "/start");
        String draft = "/apply/" + started.path().substring(7, 43);
        browser.post(draft + "/places", "direction", "in", "from", "郑州市", "to", "济源市");
        browser.post(
                draft + "/insured",
                "name",
                who.name(),
                "idNumber",
                who.person().idNumber().value());
        browser.post(draft + "/contact", "contactPhone", "13803890002");
        browser.post(draft + "/attachments", Map.of(), List.of(Upload.picture("idProof", "身份证.png")));
        browser.post(draft + "/declaration", "truthful", "true");
        Answer receipt = browser.post(draft + "/submit");
        assertThat(receipt.path()).as(receipt.text()).matches("/my/matters/[0-9a-f-]{36}/receipt");
        return UUID.fromString(receipt.path().substring(12, 48));
    }

    private static UUID added(Browser police, DemoPopulation.Citizen person) {
        Map<String, String> fields = new HashMap<>();
        fields.put("name", person.name());
        fields.put("idNumber", person.idNumber().value());
        fields.put("phone", person.phone());
        fields.put("areaCode", person.villageCode());
        fields.put("address", person.address());
        Answer answer = police.call("POST", API + "/persons", Map.of("from", "2018-01-01", "fields", fields));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return UUID.fromString(answer.json().path("id").asString());
    }

    private static UUID founded(
            Browser market, String organisation, String name, DemoPopulation.Citizen representative, String from) {
        String code = Uscc.of("91", "419001", OrganisationCode.of(organisation)).value();
        Answer answer = market.call(
                "POST",
                API + "/legals",
                Map.of(
                        "from",
                        from,
                        "fields",
                        Map.of(
                                "uscc",
                                code,
                                "name",
                                name,
                                "kind",
                                "有限责任公司",
                                "representative",
                                representative.name(),
                                "representativeNumber",
                                representative.idNumber().value(),
                                "foundedOn",
                                from,
                                "capital",
                                "1000000",
                                "address",
                                "济源市黄河路 6 号")));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return UUID.fromString(answer.json().path("id").asString());
    }

    private static JsonNode changed(
            Browser browser, String path, String from, Map<String, String> fields, String reason) {
        Answer answer =
                browser.call("POST", API + path + "/changes", Map.of("from", from, "fields", fields, "reason", reason));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static UUID found(Browser browser, CitizenId number) {
        Answer answer = browser.call("POST", API + "/persons/lookup", Map.of("idNumber", number.value()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return UUID.fromString(answer.json().path("id").asString());
    }

    private static void entitled(Browser unit, DemoPopulation.Citizen person, String kind, String monthly) {
        Answer answer = unit.call(
                "POST",
                API + "/entitlements",
                List.of(Map.of(
                        "idNumber",
                        person.idNumber().value(),
                        "kind",
                        kind,
                        "since",
                        LocalDate.of(2015, 1, 1).toString(),
                        "monthly",
                        monthly)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("added").asInt()).isEqualTo(1);
    }

    private static JsonNode awaited(Browser unit, String kind) throws InterruptedException {
        for (int tries = 0; tries < 150; tries++) {
            for (JsonNode row : stops(unit)) {
                if (row.at("/cells/kind/text").asString().equals(kind)) {
                    return row;
                }
            }
            Thread.sleep(200);
        }
        throw new AssertionError("no entry for " + kind);
    }

    private static List<JsonNode> stops(Browser unit) {
        List<JsonNode> rows = new ArrayList<>();
        unit.getJson("/api/records/registers.stop").json().path("rows").forEach(rows::add);
        return rows;
    }

    private static String delivered(Browser unit) throws InterruptedException {
        for (int tries = 0; tries < 150; tries++) {
            JsonNode changes = unit.getJson(API + "/changes?after=0").json();
            if (!changes.isEmpty()) {
                return changes.toString();
            }
            Thread.sleep(200);
        }
        throw new AssertionError("nothing delivered");
    }

    private static String item(JsonNode page, String field) {
        for (JsonNode one : page.path("items")) {
            if (one.path("field").asString().equals(field)) {
                return one.path("value").asString();
            }
        }
        throw new AssertionError("no " + field + " in " + page);
    }
}
