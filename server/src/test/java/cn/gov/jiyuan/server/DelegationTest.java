package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.Neighbour;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.ServerTest;
import cn.gov.jiyuan.server.town.Upload;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One citizen lets another act for him: what is granted, to the day, and nothing beyond it. */
class DelegationTest extends ServerTest {
    private static final String TODAY_DATE = "2022-09-26";

    @Test
    @Scenario("S17.1")
    void anAuthorityThatEndedYesterdayIsRefusedAndCanBeRenewedWithoutLosingAnything() {
        String transfer = item("社会保险关系转移");
        Neighbour principal = aNeighbour(1);
        Neighbour agent = aNeighbour(4);
        UUID grant = principal.entrusts(agent, transfer, TODAY_DATE, "2022-09-29");
        assertThat(agent.actsFor(principal.name())).isTrue();
        UUID draft = begins(agent, transfer);
        answersPlaces(agent, draft);
        assertThat(agent.browser().get("/my").text()).contains("代他人").contains("社会保险关系转移");

        clock.set("2022-09-29T23:59");
        assertThat(agent.browser().get("/apply/" + draft + "/insured").status()).isEqualTo(200);

        clock.set("2022-09-30T00:01");
        Answer refused = agent.browser()
                .post(
                        "/apply/" + draft + "/insured",
                        "name",
                        principal.name(),
                        "idNumber",
                        principal.person().idNumber().value());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text())
                .contains("授权您代办“社会保险关系转移”的期限已于 2022 年 9 月 29 日（周四） 届满")
                .contains("草稿")
                .contains("请" + principal.name() + "续授权");
        assertThat(refused.body()).contains("/identity/delegations/" + grant);
        assertThat(agent.browser().get("/apply/" + draft + "/check").status()).isEqualTo(403);
        assertThat(agent.browser().post("/apply/" + draft + "/submit").status()).isEqualTo(403);
        assertThat(agent.browser().post("/apply/" + transfer + "/start").status())
                .isEqualTo(403);

        agent.browser().post("/identity/delegations/" + grant + "/remind");
        assertThat(principal.browser().get("/my/messages").text()).contains(agent.name() + "请您续授权");
        assertThat(agent.browser()
                        .post("/identity/delegations/" + grant + "/remind")
                        .text())
                .contains("已经请求过");
        Answer renewed = principal.browser().post("/identity/delegations/" + grant + "/prolong", "to", "2022-12-31");
        assertThat(renewed.text()).contains("2022 年 12 月 31 日").contains("请求续授权");

        Answer page = agent.browser().get("/apply/" + draft + "/insured");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("那时没有保存成功");
        assertThat(page.body()).contains(principal.name());
        UUID matter = goesOn(agent, principal, draft);
        assertThat(agent.browser().get("/my/matters/" + matter).text())
                .contains("申请人" + masked(principal.name()))
                .contains("代理人（受托）" + masked(agent.name()));
        assertThat(principal.browser().get("/my").text()).contains("由 " + masked(agent.name()) + " 代办");
    }

    @Test
    void bothSubjectsStandOnReceiptProgressListAndCase() {
        String transfer = item("社会保险关系转移");
        Neighbour principal = aNeighbour(7);
        Neighbour agent = aNeighbour(8);
        principal.entrusts(agent, transfer, TODAY_DATE, "2022-12-31");
        agent.actsFor(principal.name());
        UUID draft = begins(agent, transfer);
        answersPlaces(agent, draft);
        UUID matter = goesOn(agent, principal, draft);
        String receipt =
                agent.browser().get("/my/matters/" + matter + "/receipt").text();
        assertThat(receipt).contains(masked(principal.name())).contains(masked(agent.name()));
        String number = receipt.replaceAll("(?s).*办件编号\\s*([0-9A-Z]+)\\s*查询码.*", "$1");
        String code = receipt.replaceAll("(?s).*查询码\\s*([0-9A-Z]{8}).*", "$1");
        assertThat(aVisitor().post("/progress", "number", number, "code", code).text())
                .contains("代理人（受托）" + masked(agent.name()));

        Official official = anOfficial("labour-clerk");
        official.takes(matter);
        Browser clerk = official.browser();
        assertThat(clerk.getJson("/api/cases/" + matter)
                        .json()
                        .at("/matter/agentMasked")
                        .asString())
                .isEqualTo(masked(agent.name()));
        assertThat(clerk.getJson("/api/onestop/matters/" + matter).body())
                .contains("\"申请人\",\"value\":\"" + principal.name())
                .contains("\"代理人（受托）\",\"value\":\"" + agent.name());
        assertThat(clerk.getJson("/api/records/onestop.matter").body()).contains(masked(agent.name()));
    }

    @Test
    void anAgentForOneItemSeesAndDoesNothingElse() {
        String transfer = item("社会保险关系转移");
        Neighbour principal = aNeighbour(10);
        Neighbour agent = aNeighbour(11);
        Browser own = principal.browser();
        UUID allowance = begins(principal, item("高龄津贴给付"));
        principal.entrusts(agent, transfer, TODAY_DATE, "2022-12-31");
        agent.actsFor(principal.name());
        assertThat(own.get("/my").body()).contains("/apply/" + allowance);
        assertThat(agent.browser().get("/my").body()).doesNotContain("/apply/" + allowance);
        assertThat(agent.browser().get("/apply/" + allowance).text()).contains("不包括“高龄津贴给付”");
        assertThat(agent.browser().post("/apply/" + item("高龄津贴给付") + "/start").text())
                .contains("不包括");
        assertThat(agent.browser().getJson("/api/records/onestop.matter").status())
                .isEqualTo(404);
    }

    @Test
    void whatIsRevokedWhileAFormIsOpenGoesNoFurtherAndThePageIsKept() {
        String transfer = item("社会保险关系转移");
        Neighbour principal = aNeighbour(13);
        Neighbour agent = aNeighbour(14);
        UUID grant = principal.entrusts(agent, null, TODAY_DATE, "2022-12-31");
        agent.actsFor(principal.name());
        UUID draft = begins(agent, transfer);
        principal.browser().post("/identity/delegations/" + grant + "/end", "reason", "已找别人");
        Answer refused =
                agent.browser().post("/apply/" + draft + "/places", "direction", "in", "from", "新乡市", "to", "济源市");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("已撤销").contains("不能再代办");
        assertThat(agent.browser().get("/my").body()).doesNotContain("/apply/" + draft);
        assertThat(principal.browser().get("/my").body()).contains("/apply/" + draft);
        assertThat(principal.browser().get("/apply/" + draft + "/places").body())
                .doesNotContain("新乡市");
        assertThat(agent.browser().get("/my/messages").text()).contains("授权已终止");
        principal.entrusts(agent, null, TODAY_DATE, "2022-12-31");
        agent.actsFor(principal.name());
        assertThat(agent.browser().get("/apply/" + draft + "/places").body()).contains("新乡市");
    }

    @Test
    void aFormActsInTheCapacityInWhichItWasBegunOrNotAtAll() {
        String transfer = item("社会保险关系转移");
        Neighbour principal = aNeighbour(16);
        Neighbour agent = aNeighbour(17);
        principal.entrusts(agent, transfer, TODAY_DATE, "2022-12-31");
        agent.actsFor(principal.name());
        UUID draft = begins(agent, transfer);
        String startedFor = principal.person().id().toString();
        agent.actsFor("本人");
        Answer refused =
                agent.browser().post("/apply/" + draft + "/places", "direction", "in", "from", "洛阳市", "to", "济源市");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("以“" + principal.name() + "”的名义").contains("切换身份，接着办");
        assertThat(refused.body()).contains("want=" + startedFor);
        assertThat(agent.browser()
                        .post("/apply/" + transfer + "/start", "principal", startedFor)
                        .status())
                .isEqualTo(403);
        agent.actsFor(principal.name());
        assertThat(agent.browser().get("/apply/" + draft + "/places").body()).contains("洛阳市");
    }

    @Test
    void nobodyActsForTheDead() {
        String transfer = item("社会保险关系转移");
        Neighbour principal = aNeighbour(19);
        Neighbour agent = aNeighbour(20);
        principal.entrusts(agent, transfer, TODAY_DATE, "2022-12-31");
        agent.actsFor(principal.name());
        UUID draft = begins(agent, transfer);
        jdbc.sql("update parties.person set state = 'dead' where id = ?")
                .param(principal.person().id())
                .update();
        assertThat(agent.browser().post("/apply/" + draft + "/submit").text())
                .contains("已登记死亡")
                .contains("代理关系依法终止");
        assertThat(agent.actsFor(principal.name())).isFalse();
    }

    @Test
    void aGrantIsRefusedWithItsReasonAndNobodyIsListed() {
        String transfer = item("社会保险关系转移");
        Neighbour principal = aNeighbour(22);
        Neighbour agent = aNeighbour(23);
        assertThat(principal.grants(agent, transfer, "2022-09-25", "2022-12-31").text())
                .contains("生效日不能早于今天");
        assertThat(principal.grants(agent, transfer, TODAY_DATE, "2025-12-31").text())
                .contains("最长 24 个月");
        assertThat(principal
                        .grants(agent, transfer, TODAY_DATE, "2022-12-31", "phone", "13800000001")
                        .text())
                .contains("没有找到与所填姓名、公民身份号码、手机号码都相符的人")
                .contains("社会保险关系转移");
        assertThat(principal
                        .grants(principal, transfer, TODAY_DATE, "2022-12-31")
                        .text())
                .contains("不能把自己填为代理人");
        assertThat(principal
                        .browser()
                        .post("/identity/delegations/new", "find", "true", "words", "社会保险关系")
                        .text())
                .contains("社会保险关系转移（济源产城融合示范区人力资源和社会保障局）");
        UUID grant = principal.entrusts(agent, transfer, TODAY_DATE, "2022-12-31");
        assertThat(aNeighbour(25)
                        .browser()
                        .get("/identity/delegations/" + grant)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anAgentNeedsTheLevelThatThePrincipalAsksFor() {
        String transfer = item("社会保险关系转移");
        Neighbour principal = aNeighbour(26);
        Neighbour agent = aNeighbour(21);
        Answer granted = principal.grants(agent, transfer, TODAY_DATE, "2022-12-31", "level", "4");
        String path = granted.path();
        assertThat(agent.browser().post(path + "/accept").text()).contains("需要实名等级 4 级以上，您现在是 2 级");
        assertThat(agent.browser().post(path + "/decline").text()).contains("未接受");
        assertThat(principal.browser().get("/my/messages").text()).contains("授权没有被接受");
    }

    @Test
    void anOfficialAppliesInPrivateButNeverHandlesHisOwnMatter() {
        Neighbour official = anOfficialInPrivate("labour-clerk");
        String transfer = item("社会保险关系转移");
        assertThat(official.browser().post("/apply/" + transfer + "/start").text())
                .contains("公务身份");
        official.actsFor("本人");
        UUID draft = begins(official, transfer);
        answersPlaces(official, draft);
        UUID matter = goesOn(official, official, draft);
        Browser desk = anOfficial("labour-clerk").browser();
        int version = desk.getJson("/api/cases/" + matter)
                .json()
                .at("/matter/version")
                .asInt();
        Answer refused = desk.call(
                "POST",
                "/api/cases/" + matter + "/actions/accept",
                java.util.Map.of("expectedVersion", version, "opinion", "", "reason", ""));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().path("code").asString()).isEqualTo("cases.own-matter");
        assertThat(refused.json().path("detail").asString()).contains("应当回避");
    }

    private Neighbour anOfficialInPrivate(String account) {
        return Neighbour.official(someoneAs(account), account);
    }

    private static UUID begins(Neighbour who, String item) {
        Answer answer = who.browser().post("/apply/" + item + "/start");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return UUID.fromString(answer.path().substring(7, 43));
    }

    private static void answersPlaces(Neighbour who, UUID draft) {
        Answer answer =
                who.browser().post("/apply/" + draft + "/places", "direction", "in", "from", "郑州市", "to", "济源市");
        assertThat(answer.path()).as(answer.text()).endsWith("/insured");
    }

    private static UUID goesOn(Neighbour who, Neighbour insured, UUID draft) {
        Browser browser = who.browser();
        browser.post(
                "/apply/" + draft + "/insured",
                "name",
                insured.name(),
                "idNumber",
                insured.person().idNumber().value());
        browser.post("/apply/" + draft + "/contact", "contactPhone", "13803890002");
        browser.post(
                "/apply/" + draft + "/attachments", java.util.Map.of(), List.of(Upload.picture("idProof", "身份证.png")));
        browser.post("/apply/" + draft + "/declaration", "truthful", "true");
        Answer receipt = browser.post("/apply/" + draft + "/submit");
        assertThat(receipt.path()).as(receipt.text()).matches("/my/matters/[0-9a-f-]{36}/receipt");
        return UUID.fromString(receipt.path().substring(12, 48));
    }

    private static String masked(String name) {
        return name.charAt(0) + "*".repeat(name.length() - 1);
    }
}
