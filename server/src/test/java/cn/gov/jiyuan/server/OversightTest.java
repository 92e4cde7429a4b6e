package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Applicant;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.ServerTest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What the overseers' rules find in real matters, and how units answer. */
class OversightTest extends ServerTest {
    private static final String CARDS = "/api/records/oversight.card";

    @Autowired
    private List<DemoSource> demo;

    @AfterEach
    void theItemIsAsBefore() {
        jdbc.sql("delete from items.version where number = 1000").update();
    }

    @Test
    @Scenario("S31.1")
    void ofATenDayPromiseTheEighthDayWarnsTheEleventhIsYellowAndBeyondTheLawIsRed() {
        UUID matter = acceptedWithTenDays("2024-03-04");

        sweepOn("2024-03-13T23:00");
        assertThat(levels(matter)).isEmpty();
        sweepOn("2024-03-14T09:00");
        assertThat(levels(matter)).containsExactly("WARNING");
        sweepOn("2024-03-18T23:00");
        assertThat(levels(matter)).containsExactly("WARNING");
        sweepOn("2024-03-19T09:00");
        assertThat(levels(matter)).contains("YELLOW").doesNotContain("RED");
        assertThat(card(matter, "JC04").at("/cells/what/text").asString()).contains("2024 年 3 月 18 日");
        assertThat(state(card(matter, "JC03"))).isEqualTo("lifted");
        sweepOn("2024-04-01T23:00");
        assertThat(levels(matter)).doesNotContain("RED");
        sweepOn("2024-04-02T09:00");
        assertThat(rules(matter)).contains("JC03", "JC04", "JC05");
        assertThat(levels(matter)).contains("RED");
    }

    @Test
    @Scenario("S31.2")
    void aPausedClockTriggersNothing() {
        UUID matter = acceptedWithTenDays("2024-03-04");
        clock.set("2024-03-06T10:00");
        aReviewer().does(matter, "start-special", "委托检验机构检验");
        sweepOn("2024-06-03T09:00");
        assertThat(cards(matter)).isEmpty();

        clock.set("2024-06-03T10:00");
        aReviewer().does(matter, "finish-special", "检验合格");
        sweepOn("2024-06-04T09:00");
        assertThat(cards(matter)).isEmpty();
        sweepOn("2024-06-18T09:00");
        assertThat(rules(matter)).contains("JC04");
    }

    @Test
    @Scenario("S31.3")
    void aSuccessfulAppealCancelsTheCardRestoresTheScoreAndKeepsBothVersions() {
        UUID matter = acceptedWithTenDays("2024-03-04");
        clock.set("2024-03-05T10:00");
        aReviewer().does(matter, "review", "符合条件");
        sweepOn("2024-03-19T09:00");
        UUID card = UUID.fromString(card(matter, "JC04").path("id").asString());
        double before = deductedInMarch();

        Official clerk = aClerk();
        assertThat(clerk.browser()
                        .getJson("/api/cases/inbox?view=claimable&type=oversight.card&limit=200")
                        .body())
                .contains(card.toString());
        clerk.does(card, "appeal", "停电检修，业务系统无法登录");
        Answer refused = clerk.tries(card, "uphold", "自己认定");
        assertThat(refused.status()).isEqualTo(403);
        Official overseer = anOfficial("overseer");
        assertThat(overseer.browser()
                        .getJson("/api/cases/inbox?view=claimable&type=oversight.card&limit=200")
                        .body())
                .contains(card.toString());
        overseer.does(card, "uphold", "经查属实，申诉成立");

        assertThat(state(card(matter, "JC04"))).isEqualTo("cancelled");
        assertThat(card(matter, "JC04").at("/cells/counted/value").asBoolean()).isFalse();
        assertThat(deductedInMarch()).isEqualTo(before - 2.0);
        JsonNode history =
                overseer.browser().getJson(CARDS + "/" + card + "/history").json();
        assertThat(history).hasSizeGreaterThanOrEqualTo(2);
        assertThat(history.toString()).contains("待说明").contains("已撤销").contains("停电检修");
        sweepOn("2024-03-20T09:00");
        assertThat(card(matter, "JC04").at("/cells/counted/value").asBoolean()).isFalse();
    }

    @Test
    @Scenario("S31.4")
    void aChangedRuleHoldsFromNextMonthOnAndNotForThePast() {
        clock.set("2024-09-10T09:00");
        Official overseer = anOfficial("overseer");
        Answer retroactive = overseer.browser()
                .call("POST", "/api/oversight/rules/JC01/versions", Map.of("level", "RED", "from", "2024-09-01"));
        assertThat(retroactive.status()).isEqualTo(422);
        assertThat(retroactive.json().path("code").asString()).isEqualTo("oversight.not-retroactive");

        Answer draft = overseer.browser()
                .call("POST", "/api/oversight/rules/JC01/versions", Map.of("level", "RED", "score", 5));
        assertThat(draft.status()).as(draft.body()).isEqualTo(200);
        assertThat(draft.json().path("from").asString()).isEqualTo("2024-10-01");
        String id = draft.json().path("id").asString();
        assertThat(overseer.browser()
                        .call("POST", "/api/oversight/rules/versions/" + id + "/approve", Map.of())
                        .status())
                .isEqualTo(403);
        Answer approved = anOfficial("leader")
                .browser()
                .call("POST", "/api/oversight/rules/versions/" + id + "/approve", Map.of());
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);

        UUID before = applied("2024-09-12T09:00");
        UUID after = applied("2024-09-30T09:00");
        sweepOn("2024-10-20T09:00");
        assertThat(card(before, "JC01").at("/cells/level/value").asString()).isEqualTo("YELLOW");
        assertThat(card(before, "JC01").at("/cells/ruleVersion/text").asString())
                .isEqualTo("1");
        assertThat(card(after, "JC01").at("/cells/level/value").asString()).isEqualTo("RED");
        assertThat(card(after, "JC01").at("/cells/ruleVersion/text").asString()).isEqualTo("2");
    }

    @Test
    @Scenario("S31.5")
    void oneViolationGetsOneCardHoweverOftenOneLooks() {
        UUID matter = acceptedWithTenDays("2024-03-04");
        sweepOn("2024-03-19T09:00");
        List<String> once = rules(matter);
        assertThat(once).contains("JC04").doesNotHaveDuplicates();
        sweepOn("2024-03-19T10:00");
        clock.set("2024-03-19T11:00");
        aReviewer().does(matter, "review", "符合条件");
        sweepOn("2024-03-20T09:00");
        anApprover().does(matter, "grant", "准予许可");
        sweepOn("2024-03-20T10:00");
        assertThat(rules(matter)).containsExactlyInAnyOrderElementsOf(once);
    }

    @Test
    @Scenario("S28.3")
    void aSecondRequestForCorrectionsIsAYellowCardThatWantsAnExplanation() throws InterruptedException {
        Applicant owner = anEnterpriseOwner();
        UUID matter = owner.applies();
        Official clerk = aClerk();
        clerk.does(matter, "request-correction", "请补充布局图；请补充制度目录");
        assertThat(cards(matter)).isEmpty();
        corrects(owner, matter);
        clerk.does(matter, "request-correction", "请再补充健康证明");

        JsonNode card = awaited(matter, "JC02");
        assertThat(card.at("/cells/level/value").asString()).isEqualTo("YELLOW");
        assertThat(card.at("/cells/ruleTitle/text").asString()).contains("一次性告知");
        assertThat(state(card)).isEqualTo("issued");
        UUID id = UUID.fromString(card.path("id").asString());
        assertThat(clerk.browser()
                        .getJson("/api/cases/inbox?view=claimable&type=oversight.card&limit=200")
                        .body())
                .contains(id.toString());
        assertThat(clerk.opens(id).path("clocks").toString()).contains("说明时限");
        assertThat(clerk.tries(id, "explain", "").status()).isEqualTo(422);
        clerk.does(id, "explain", "首次告知遗漏健康证明，已组织学习");
        anOfficial("overseer").does(id, "close", "说明属实");
        assertThat(state(card(matter, "JC02"))).isEqualTo("closed");
    }

    @Test
    @Scenario("S28.5")
    void whatIsDecidedButNotDeliveredWarnsAfterTenWorkdays() throws InterruptedException {
        clock.set("2024-05-06T09:00");
        Applicant owner = anEnterpriseOwner();
        UUID matter = owner.applies();
        aClerk().does(matter, "accept", "材料齐全");
        aReviewer().does(matter, "review", "不符合条件");
        anApprover().does(matter, "refuse", "加工场所不符合条件");

        JsonNode file = aClerk().opens(matter).path("matter");
        assertThat(file.path("stateLabel").asString()).isEqualTo("待领取");
        assertThat(owner.browser().get("/my/matters/" + matter + "/rate").status())
                .isEqualTo(409);
        sweepOn("2024-05-17T23:00");
        assertThat(rules(matter)).doesNotContain("JC14");
        sweepOn("2024-05-18T09:00");
        assertThat(card(matter, "JC14").at("/cells/level/value").asString()).isEqualTo("WARNING");

        clock.set("2024-05-22T09:00");
        Official clerk = aClerk();
        clerk.does(matter, "mail", "", Map.of("carrier", "邮政特快专递", "waybill", "EA123456789CN"));
        assertThat(clerk.opens(matter).at("/matter/stateLabel").asString()).isEqualTo("待领取");
        clock.set("2024-05-24T09:00");
        Answer unsigned = clerk.tries(matter, "deliver", "已寄", Map.of("method", "post"));
        assertThat(unsigned.status()).isEqualTo(422);
        assertThat(unsigned.json().path("detail").asString()).contains("签收");
        Map<String, Object> signed = Map.of("method", "post", "receipt", "EA123456789CN", "signedOn", "2024-05-23");
        clerk.does(matter, "deliver", "邮政快递已签收", signed);
        sweepOn("2024-05-24T10:00");
        assertThat(clerk.opens(matter).at("/matter/closedAt").isNull()).isFalse();
        for (int tries = 0; tries < 150 && !state(card(matter, "JC14")).equals("lifted"); tries++) {
            Thread.sleep(200);
        }
        assertThat(state(card(matter, "JC14"))).isEqualTo("lifted");
    }

    @Test
    void redCardsInThreeMonthsRunningCallTheUnitIn() {
        for (String accepted : List.of("2025-02-06", "2025-03-06", "2025-04-03")) {
            acceptedWithTenDays(accepted);
            sweepOn(LocalDate.parse(accepted).plusDays(40) + "T09:00");
        }
        Official overseer = anOfficial("overseer");
        JsonNode talks = overseer.browser()
                .getJson("/api/cases?type=oversight.talk")
                .json()
                .path("items");
        JsonNode talk = null;
        for (JsonNode one : talks) {
            talk = one.path("title").asString().contains("至 2025-05 连续 3 个月") ? one : talk;
        }
        assertThat(talk).as(talks.toString()).isNotNull();
        UUID id = UUID.fromString(talk.path("id").asString());
        overseer.does(id, "hold", "约谈主要负责人，责令一个月内整改");
        aClerk().does(id, "report", "已增设审查岗位");
        overseer.does(id, "confirm", "整改到位");
        assertThat(overseer.opens(id).at("/matter/state").asString()).isEqualTo("closed");
    }

    @Test
    void theCardsOfTheDemonstrationAreFoundByTheSameRulesAndAnswered() {
        UUID matter = acceptedWithTenDays("2025-09-01");
        jdbc.sql("update cases.matter set is_demo = true where id = ?")
                .param(matter)
                .update();
        clock.set("2025-12-01T09:00");
        demo.stream().filter(source -> source.name().equals("DemoCards")).forEach(source -> source.load(new Quiet()));

        assertThat(rules(matter)).contains("JC03", "JC04", "JC05", "JC08").doesNotHaveDuplicates();
        assertThat(state(card(matter, "JC03"))).isEqualTo("lifted");
        assertThat(state(card(matter, "JC04"))).isIn("closed", "cancelled");
        UUID card = UUID.fromString(card(matter, "JC04").path("id").asString());
        JsonNode file = anOfficial("overseer").opens(card);
        assertThat(file.at("/matter/state").asString()).isEqualTo(state(card(matter, "JC04")));
        assertThat(file.path("timeline").size()).isGreaterThan(3);
        sweepOn("2025-12-01T10:00");
        assertThat(rules(matter)).doesNotHaveDuplicates();
        assertThat(anOfficial("overseer")
                        .browser()
                        .getJson("/api/records/oversight.score?period=2025-09")
                        .json()
                        .path("rows"))
                .isNotEmpty();
    }

    /** Nothing else is decided in 2027. */
    @Test
    void theRateOfTheYearIsMadeOfTheMattersThatItsListsShow() {
        UUID inTime = acceptedWithTenDays("2027-03-01");
        UUID late = acceptedWithTenDays("2027-03-01");
        decidedOn("2027-03-15T16:00", inTime);
        decidedOn("2027-03-16T09:00", late);
        tallyOn("2027-03-17T09:00");

        Browser overseer = anOfficial("overseer").browser();
        JsonNode value = overseer.getJson("/api/indicators/oversight.on-time").json();
        assertThat(value.at("/visible/numerator").asLong()).isEqualTo(1);
        assertThat(value.at("/visible/denominator").asLong()).isEqualTo(2);
        JsonNode drill = value.at("/definition/drill");
        assertThat(listed(overseer, drill, "numeratorFilter")).containsExactly(inTime);
        assertThat(listed(overseer, drill, "missingFilter")).containsExactly(late);
        assertThat(listed(overseer, drill, "denominatorFilter")).containsExactlyInAnyOrder(inTime, late);
    }

    private void decidedOn(String moment, UUID matter) {
        clock.set(moment);
        aReviewer().does(matter, "review", "符合条件");
        anApprover().does(matter, "grant", "准予许可");
    }

    /** As the hourly work does; the mark of when it was done last is put back, for it runs at the times of other tests, too. */
    private void tallyOn(String moment) {
        OffsetDateTime mark = jdbc.sql("select swept_to from oversight.sweep where name = 'scores'")
                .query(OffsetDateTime.class)
                .single();
        clock.set(moment);
        mark(OffsetDateTime.parse("2027-03-01T00:00+08:00"));
        recurs("oversight.scores");
        mark(mark);
    }

    private void mark(OffsetDateTime at) {
        jdbc.sql("update oversight.sweep set swept_to = ? where name = 'scores'")
                .param(at)
                .update();
    }

    private static List<UUID> listed(Browser browser, JsonNode drill, String filter) {
        String list = "/api/records/" + drill.path("recordType").asString() + "?limit=200&"
                + drill.path(filter).asString();
        List<UUID> ids = new ArrayList<>();
        browser.getJson(list)
                .json()
                .path("rows")
                .forEach(row -> ids.add(UUID.fromString(row.path("id").asString())));
        return ids;
    }

    /** Tells nobody how far it is. */
    private static final class Quiet implements Progress {
        @Override
        public void total(long units) {}

        @Override
        public void advance(long units) {}

        @Override
        public void say(String message) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }

    @Test
    void aUnitSeesItsOwnCardsOnly() {
        UUID matter = acceptedWithTenDays("2024-03-04");
        sweepOn("2024-03-19T09:00");
        String number = number(matter);
        assertThat(someoneAs("clerk")
                        .getJson(CARDS + "?matterNumber=" + number)
                        .json()
                        .path("rows"))
                .isNotEmpty();
        assertThat(someoneAs("leader")
                        .getJson(CARDS + "?matterNumber=" + number)
                        .json()
                        .path("rows"))
                .isNotEmpty();
        assertThat(someoneAs("office-clerk")
                        .getJson(CARDS + "?matterNumber=" + number)
                        .json()
                        .path("rows"))
                .isEmpty();
        assertThat(someoneAs("citizen").getJson(CARDS).status()).isNotEqualTo(200);
    }

    /** A version of the item that promises ten days and may take twenty by law, in force in 2024. */
    private UUID acceptedWithTenDays(String day) {
        jdbc.sql("""
                        insert into items.version (id, item_id, number, state, revision, content, effective_from, edited_by,
                               edited_by_name, edited_at, published_by, published_by_name, published_at, is_demo)
                        select gen_random_uuid(), item_id, 1000, 'SUPERSEDED', 1,
                               jsonb_set(jsonb_set(content, '{terms,promise,amount}', '10'), '{terms,legal,amount}', '20'),
                               '2024-01-01', edited_by, edited_by_name, edited_at, published_by, published_by_name,
                               published_at, is_demo
                          from items.version
                         where number = 1 and item_id = (select id from items.item where code = ?)
                            on conflict do nothing
                        """).param(foodBusinessLicence()).update();
        clock.set(day + "T09:00");
        UUID matter = anEnterpriseOwner().applies();
        clock.set(day + "T10:00");
        aClerk().does(matter, "accept", "材料齐全");
        return matter;
    }

    private UUID applied(String moment) {
        clock.set(moment);
        return anEnterpriseOwner().applies();
    }

    /** The applicant says that he has corrected, as his page does. */
    private void corrects(Applicant owner, UUID matter) {
        int version = owner.browser()
                .getJson("/api/cases/" + matter)
                .json()
                .at("/matter/version")
                .asInt();
        Answer answer = owner.browser()
                .call("POST", "/api/cases/" + matter + "/actions/correct", Map.of("expectedVersion", version));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private void sweepOn(String moment) {
        clock.set(moment);
        Answer swept = anOfficial("overseer").browser().call("POST", "/api/oversight/sweeps", Map.of());
        assertThat(swept.status()).as(swept.body()).isEqualTo(200);
    }

    private String number(UUID matter) {
        return anOfficial("overseer").opens(matter).at("/matter/number").asString();
    }

    private List<JsonNode> cards(UUID matter) {
        Answer list = anOfficial("overseer")
                .browser()
                .getJson(CARDS + "?matterNumber=" + number(matter)
                        + "&columns=level,state,ruleCode,ruleTitle,ruleVersion,what,counted");
        assertThat(list.status()).as(list.body()).isEqualTo(200);
        List<JsonNode> rows = new ArrayList<>();
        list.json().path("rows").forEach(rows::add);
        return rows;
    }

    /** Those of the clocks: a matter that nobody touches also stands still (JC08). */
    private List<String> levels(UUID matter) {
        return cards(matter).stream()
                .filter(row -> !row.at("/cells/ruleCode/text").asString().equals("JC08"))
                .map(row -> row.at("/cells/level/value").asString())
                .toList();
    }

    private List<String> rules(UUID matter) {
        return cards(matter).stream()
                .map(row -> row.at("/cells/ruleCode/text").asString())
                .toList();
    }

    private JsonNode card(UUID matter, String rule) {
        return cards(matter).stream()
                .filter(row -> row.at("/cells/ruleCode/text").asString().equals(rule))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no card by " + rule + " but " + rules(matter)));
    }

    private static String state(JsonNode card) {
        return card.at("/cells/state/value").asString();
    }

    /** The feed brings it within seconds, without any sweep. */
    private JsonNode awaited(UUID matter, String rule) throws InterruptedException {
        for (int tries = 0; tries < 150 && !rules(matter).contains(rule); tries++) {
            Thread.sleep(200);
        }
        return card(matter, rule);
    }

    private double deductedInMarch() {
        JsonNode rows = anOfficial("overseer")
                .browser()
                .getJson("/api/records/oversight.score?period=2024-03&unit=" + Unit.idOf("market")
                        + "&columns=deduction,score,formula")
                .json()
                .path("rows");
        assertThat(rows).hasSize(1);
        return rows.get(0).at("/cells/deduction/value").asDouble();
    }
}
