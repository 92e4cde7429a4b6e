package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.ServerTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Officials enter, change and leave posts. */
class PostingTest extends ServerTest {
    /** The town's people stay who they were for all other tests. */
    @AfterEach
    void everyoneIsBackInHisPost() {
        jdbc.sql("delete from parties.post where not is_demo").update();
        jdbc.sql("update parties.post set valid_to = null").update();
    }

    @Test
    @Scenario("S17.3")
    void whoIsTransferredIsThrownOutOfTheOldPostOnTheSameDayAndActsInTheNewOne() {
        Browser official = someoneAs("market-reviewer");
        Browser privately = someoneAs("market-reviewer");
        privately.post("/identity/capacity", "capacity", "SELF", "next", "/my");
        assertThat(actingAs(official)).isEqualTo("OFFICIAL");
        String post = postOf("market-reviewer");

        Browser personnel = someoneAs("personnel");
        Answer moved = personnel.call(
                "POST",
                "/api/identity/posts/" + post + "/transfer",
                Map.of("unit", "justice", "title", "审查员", "roles", List.of("reviewer"), "from", "2022-09-26"));
        assertThat(moved.status()).as(moved.body()).isEqualTo(200);

        assertThat(official.getJson("/api/session").status()).isEqualTo(401);
        assertThat(official.get("/workbench/").status()).isLessThan(500);
        assertThat(official.getJson("/api/records/onestop.matter").status()).isEqualTo(401);
        assertThat(privately.getJson("/api/session").status()).isEqualTo(200);
        Browser again = someoneAs("market-reviewer");
        JsonNode session = again.getJson("/api/session").json();
        assertThat(session.at("/actor/unitName").asString()).isEqualTo("司法局");
        assertThat(session.path("capacities").toString()).doesNotContain(post);
        assertThat(again.get("/my/messages").text()).contains("岗位已终止").contains("已登记新的岗位");
        assertThat(again.get("/identity/account").text()).contains("已退出：岗位已调整或终止");
        assertThat(jdbc.sql("select count(*) from audit.event where action = 'parties.post.left' and subject_id = ?")
                        .param(post)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theTasksOfWhoLeavesGoBackToTheUnitAndTheTimelineTellsWhy() {
        UUID matter = anEnterpriseOwner().applies();
        Official clerk = aClerk();
        clerk.takes(matter);
        assertThat(clerk.opens(matter).at("/tasks/0/assignee/id").asString()).isNotEmpty();

        assertThat(leaves(postOf("clerk"), "2022-09-26").status()).isEqualTo(200);

        JsonNode file = anOfficial("clerk2").opens(matter);
        assertThat(file.at("/tasks/0/assignee").isNull()).as(file.toString()).isTrue();
        assertThat(file.at("/tasks/0/status").asString()).isEqualTo("OPEN");
        JsonNode entry = file.path("timeline").get(file.path("timeline").size() - 1);
        assertThat(entry.path("label").asString()).isEqualTo("离岗放回");
        assertThat(entry.path("note").asString()).contains("退回待签收");
        assertThat(entry.path("reason").asString()).contains("不再任");
        assertThat(jdbc.sql("select count(*) from audit.event where action like '%task.vacate' and subject_id = ?")
                        .param(matter.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        anOfficial("clerk2").takes(matter);
        anOfficial("clerk2").does(matter, "accept", "材料齐全");
    }

    @Test
    void theTasksOfWhoLeavesLaterGoBackOnThatDay() {
        UUID matter = anEnterpriseOwner().applies();
        Official clerk = aClerk();
        clerk.takes(matter);
        assertThat(leaves(postOf("clerk"), "2022-09-27").status()).isEqualTo(200);
        recurs("identity.left-desks");
        assertThat(clerk.opens(matter).at("/tasks/0/assignee").isNull()).isFalse();

        clock.set("2022-09-27T00:10");
        recurs("identity.left-desks");

        assertThat(anOfficial("clerk2").opens(matter).at("/tasks/0/assignee").isNull())
                .isTrue();
    }

    @Test
    void whoLeavesLaterWorksUntilThen() {
        Browser official = someoneAs("market-steward");
        Answer left = leaves(postOf("market-steward"), "2022-10-08");
        assertThat(left.json().path("sessionsEnded").asInt()).isZero();
        assertThat(actingAs(official)).isEqualTo("OFFICIAL");
        clock.set("2022-10-07T23:59");
        assertThat(actingAs(someoneAs("market-steward"))).isEqualTo("OFFICIAL");
        clock.set("2022-10-08T00:00");
        assertThat(actingAs(someoneAs("market-steward"))).isEqualTo("SELF");
    }

    @Test
    void aPostEndsOnceAndOnlyWithAReason() {
        String post = postOf("market-clerk");
        Browser personnel = someoneAs("personnel");
        assertThat(personnel
                        .call("POST", "/api/identity/posts/" + post + "/leave", Map.of("from", "2022-09-26"))
                        .status())
                .isEqualTo(422);
        assertThat(leaves(post, "2022-09-26").status()).isEqualTo(200);
        Answer twice = leaves(post, "2022-09-26");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.body()).contains("已经终止");
    }

    @Test
    void somebodyWhoEntersIsOfferedHisNewCapacity() {
        Answer entered = someoneAs("personnel")
                .call(
                        "POST",
                        "/api/identity/posts",
                        Map.of(
                                "account",
                                "citizen71",
                                "unit",
                                "market",
                                "title",
                                "窗口受理员",
                                "roles",
                                List.of("clerk"),
                                "from",
                                "2022-09-26"));
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        Browser newcomer = someoneAs("citizen71");
        assertThat(actingAs(newcomer)).isEqualTo("OFFICIAL");
    }

    @Test
    void nobodyHoldsTwoOfTheThreeDuties() {
        Answer refused = someoneAs("personnel")
                .call(
                        "POST",
                        "/api/identity/posts",
                        Map.of(
                                "account",
                                "admin",
                                "unit",
                                "data",
                                "title",
                                "审计员",
                                "roles",
                                List.of("auditor"),
                                "from",
                                "2022-09-26"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("由三个人分别担任");
    }

    @Test
    void nobodyAppointsHimself() {
        Answer refused = someoneAs("personnel")
                .call(
                        "POST",
                        "/api/identity/posts",
                        Map.of(
                                "account",
                                "personnel",
                                "unit",
                                "data",
                                "title",
                                "系统管理员",
                                "roles",
                                List.of("administrator"),
                                "from",
                                "2022-09-26"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("不能给自己登记岗位");
    }

    @Test
    void onlyPersonnelChangesPosts() {
        Answer refused = someoneAs("leader")
                .call(
                        "POST",
                        "/api/identity/posts/" + postOf("market-clerk") + "/leave",
                        Map.of("from", "2022-09-26", "reason", "离职"));
        assertThat(refused.status()).isEqualTo(403);
        assertThat(someoneAs("personnel")
                        .getJson("/api/records/parties.post?limit=5")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theListLeadsToThePagesOnWhichPersonnelWorks() {
        Browser personnel = someoneAs("personnel");
        String post = postOf("market-clerk");
        JsonNode row = personnel.getJson("/api/records/parties.post/" + post).json();
        assertThat(row.toString()).contains("/identity/posts/" + post);
        assertThat(personnel.get("/identity/posts/" + post).text())
                .contains("窗口受理员")
                .contains("登记调动");
        String leave = "/identity/posts/" + post + "/leave";
        assertThat(personnel.post(leave, "from", "2022-09-26").text()).contains("没有办成，还需要：原因");
        assertThat(personnel.post(leave, "from", "x", "reason", "离职").text()).contains("还需要：生效日期");
        assertThat(personnel.post(leave, "from", "2022-09-26", "reason", "离职").text())
                .contains("已登记离职");

        Answer refused = personnel.post(
                "/identity/posts/enter",
                "account",
                "citizen72",
                "unit",
                "market",
                "title",
                "科员",
                "roles",
                "system",
                "from",
                "2022-09-26");
        assertThat(refused.text()).contains("没有登记");
        Answer entered = personnel.post(
                "/identity/posts/enter",
                "account",
                "citizen72",
                "unit",
                "market",
                "title",
                "科员",
                "roles",
                "clerk",
                "from",
                "2022-09-26");
        assertThat(entered.text()).contains("已登记入职").contains("综合窗口人员");
    }

    private Answer leaves(String post, String from) {
        return someoneAs("personnel")
                .call("POST", "/api/identity/posts/" + post + "/leave", Map.of("from", from, "reason", "离职"));
    }

    private static String actingAs(Browser browser) {
        return browser.getJson("/api/session").json().at("/actor/actingAs").asString();
    }

    private String postOf(String account) {
        return jdbc.sql("select p.id from parties.post p join identity.account a using (person_id)"
                        + " where a.login_name = ? and p.valid_to is null")
                .param(account)
                .query(String.class)
                .single();
    }
}
