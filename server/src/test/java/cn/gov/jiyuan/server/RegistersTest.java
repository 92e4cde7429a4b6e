package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.kernel.code.OrganisationCode;
import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The registers of persons and firms: who is who through the years, and what follows when something changes. */
class RegistersTest extends ServerTest {
    private static final String API = "/api/registers";

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
        assertThat(police.call("POST", API + "/mergers", told).status()).isEqualTo(403);
        Answer done = manager.call("POST", API + "/mergers", told);
        assertThat(done.status()).as(done.body()).isEqualTo(200);

        assertThat(found(police, other.idNumber())).isEqualTo(kept);
        JsonNode page = police.getJson(API + "/persons/" + merged).json();
        assertThat(page.path("id").asString()).isEqualTo(kept.toString());
        assertThat(page.path("mappings")).hasSize(1);
        assertThat(manager.call("POST", API + "/mergers", told).status()).isEqualTo(409);

        String mapping = done.json().path("id").asString();
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
