package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.audit.AuditVerifier;
import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Applicant;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.ServerTest;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What people say of a service, and what comes of it. */
class ReviewsTest extends ServerTest {
    @Autowired
    private AuditVerifier verifier;

    @Autowired
    private List<FeedConsumer> consumers;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    @Scenario("S30.1")
    void aBadReviewWithANameMustBeRevisitedAnAnonymousOneNeedNot() {
        Applicant owner = anEnterpriseOwner();
        long bad = badReviews();
        UUID anonymous = rates(owner, delivered(owner), "4", true);
        UUID named = rates(owner, delivered(owner), "5", false);
        assertThat(badReviews()).isEqualTo(bad + 2);

        for (UUID matter : List.of(anonymous, named)) {
            anApprover().does(matter, "uphold", "已联系，情况属实");
            anApprover().does(matter, "rectify", "已培训窗口人员");
        }
        Official overseer = anOfficial("overseer");
        assertThat(overseer.tries(named, "close-anonymous", "整改到位")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("reviews.revisit-due");
        assertThat(overseer.tries(anonymous, "revisit-satisfied", "已电话回访")
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("reviews.nobody-to-revisit");
        overseer.does(named, "revisit-satisfied", "已电话回访，认可");
        overseer.does(anonymous, "close-anonymous", "整改到位");
        assertThat(overseer.opens(named).at("/matter/state").asString()).isEqualTo("closed");
    }

    /** 1 to 7 October 2022 are free, Saturday 8 and Sunday 9 are worked. */
    @Test
    @Scenario("S30.2")
    void aBadReviewNotPutRightInFifteenWorkdaysAcrossTheNationalDayIsARedCard() {
        clock.set("2022-09-27T10:00");
        Applicant owner = anEnterpriseOwner();
        UUID late = rates(owner, delivered(owner), "4", true);
        UUID inTime = rates(owner, delivered(owner), "5", false);
        String clocks = anApprover().opens(late).path("clocks").toString();
        assertThat(clocks).contains("整改反馈时限").contains("2022-10-21");
        assertThat(anApprover().opens(late).at("/matter/number").asString()).matches("CP20220927[0-9]{5}");
        clock.set("2022-10-21T16:00");
        anApprover().does(inTime, "uphold", "已联系，情况属实");
        anApprover().does(inTime, "rectify", "已培训窗口人员");

        sweepOn("2022-10-21T23:59");
        assertThat(redCards(late)).isEmpty();
        sweepOn("2022-10-22T00:01");
        assertThat(redCards(inTime)).isEmpty();
        assertThat(redCards(late)).singleElement().satisfies(card -> {
            assertThat(card.at("/cells/ruleCode/text").asString()).isEqualTo("JC11");
            assertThat(card.at("/cells/level/value").asString()).isEqualTo("RED");
            assertThat(card.at("/cells/what/text").asString())
                    .contains("15 个工作日")
                    .contains("2022 年 10 月 21 日");
        });
        UUID card = UUID.fromString(redCards(late).getFirst().path("id").asString());
        assertThat(aClerk().browser()
                        .getJson("/api/cases/inbox?view=claimable&type=oversight.card")
                        .body())
                .as("the unit must explain itself")
                .contains(card.toString());
    }

    private void sweepOn(String moment) {
        clock.set(moment);
        Answer swept = anOfficial("overseer").browser().call("POST", "/api/oversight/sweeps", Map.of());
        assertThat(swept.status()).as(swept.body()).isEqualTo(200);
    }

    private List<JsonNode> redCards(UUID matter) {
        Official overseer = anOfficial("overseer");
        String number = overseer.opens(matter).at("/matter/number").asString();
        List<JsonNode> rows = new ArrayList<>();
        overseer.browser()
                .getJson("/api/records/oversight.card?matterNumber=" + number + "&columns=level,ruleCode,what")
                .json()
                .path("rows")
                .forEach(rows::add);
        return rows;
    }

    @Test
    @Scenario("S30.3")
    void onlyTwoPeopleTogetherTakeAMaliciousReviewOutOfTheFigures() {
        Applicant owner = anEnterpriseOwner();
        UUID rated = delivered(owner);
        UUID matter = rates(owner, rated, "5", false);
        long counted = figures().path("ratings").asLong();

        anApprover().does(matter, "claim-malicious", "申请人与窗口人员有私人纠纷");
        assertThat(figures().path("ratings").asLong()).isEqualTo(counted);
        assertThat(anApprover().tries(matter, "confirm-malicious", "属实").status())
                .isEqualTo(403);
        anOfficial("overseer").does(matter, "confirm-malicious", "经核查通话记录，认定为恶意差评");

        assertThat(figures().path("ratings").asLong()).isEqualTo(counted - 1);
        assertThat(owner.browser().get("/my/matters/" + rated + "/rate").text())
                .contains("非常不满意")
                .contains("等了很久");
    }

    @Test
    @Scenario("S30.4")
    void aRatingThatWasTamperedWithIsFoundByTheAuditTrail() {
        Applicant owner = anEnterpriseOwner();
        UUID rated = delivered(owner);
        rates(owner, rated, "2", false);
        assertThat(brokenRatings()).isEmpty();

        jdbc.sql("alter table reviews.evaluation disable trigger evaluation_kept")
                .update();
        try {
            jdbc.sql("update reviews.evaluation set satisfaction = 1 where case_id = ?")
                    .param(rated)
                    .update();
            assertThat(brokenRatings()).singleElement().satisfies(finding -> {
                assertThat(finding.kind()).isEqualTo(AuditVerifier.Kind.CHANGED);
                assertThat(finding.place()).startsWith("reviews.evaluation ");
            });
        } finally {
            jdbc.sql("update reviews.evaluation set satisfaction = 2 where case_id = ?")
                    .param(rated)
                    .update();
            jdbc.sql("alter table reviews.evaluation enable trigger evaluation_kept")
                    .update();
        }
        assertThat(brokenRatings()).isEmpty();
    }

    private List<AuditVerifier.Finding> brokenRatings() {
        return verifier.verify(null).findings().stream()
                .filter(finding -> finding.place().startsWith("reviews."))
                .toList();
    }

    @Test
    @Scenario("S30.5")
    void aWindowWithThreeContentedVisitorsDoesNotBeatOneWithThreeHundred() {
        report("A", 3, 0);
        report("B", 294, 6);
        List<String> windows = new ArrayList<>();
        Map<String, JsonNode> lines = new java.util.HashMap<>();
        for (JsonNode line : anOfficial("overseer")
                .browser()
                .getJson("/api/reviews/ranking?by=window")
                .json()) {
            windows.add(line.path("name").asString());
            lines.put(line.path("name").asString(), line);
        }
        assertThat(windows).containsSubsequence("B", "A");
        assertThat(lines.get("A").path("lowerBound").asDouble()).isBetween(0.4380, 0.4390);
        assertThat(lines.get("B").path("lowerBound").asDouble()).isBetween(0.9565, 0.9575);
        assertThat(lines.get("B").path("good").asLong()).isEqualTo(294);
    }

    private void report(String window, int good, int bad) {
        List<Map<String, Object>> batch = new ArrayList<>();
        for (int i = 0; i < good + bad; i++) {
            batch.add(Map.of(
                    "visit",
                    window + "-" + i,
                    "unit",
                    "market",
                    "serviceWindow",
                    window,
                    "satisfaction",
                    i < good ? 1 : 4,
                    "channel",
                    4));
        }
        Answer taken = anOfficial("admin").browser().call("POST", "/api/reviews/visits", batch);
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        Answer again = anOfficial("admin").browser().call("POST", "/api/reviews/visits", batch);
        assertThat(again.json().path("taken").asInt()).isZero();
    }

    @Test
    void aWrongVisitIsNamedByItsLineAndNothingIsWritten() {
        Answer refused = anOfficial("admin")
                .browser()
                .call(
                        "POST",
                        "/api/reviews/visits",
                        List.of(
                                Map.of(
                                        "visit",
                                        "w1",
                                        "unit",
                                        "market",
                                        "serviceWindow",
                                        "1",
                                        "satisfaction",
                                        1,
                                        "channel",
                                        4),
                                Map.of(
                                        "visit",
                                        "w2",
                                        "unit",
                                        "market",
                                        "serviceWindow",
                                        "1",
                                        "satisfaction",
                                        6,
                                        "channel",
                                        4)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("detail").asString()).contains("第 2 条").contains("满意度");
        assertThat(jdbc.sql("select count(*) from reviews.evaluation where visit = 'w1'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void ratingsFasterThanAnybodyReadsOrAllTheSameAreCluesAndStillCount() {
        clock.set("2022-11-07T10:00:00");
        Applicant owner = anEnterpriseOwner();
        long counted = figures().path("ratings").asLong();
        UUID slow = delivered(owner);
        String form = owner.browser().get("/my/matters/" + slow + "/rate").body();
        clock.set("2022-11-07T10:00:05");
        praises(owner, slow, shown(form));
        UUID fast = delivered(owner);
        form = owner.browser().get("/my/matters/" + fast + "/rate").body();
        clock.set("2022-11-07T10:00:09");
        praises(owner, fast, shown(form));
        UUID forged = delivered(owner);
        praises(owner, forged, "1.00");

        assertThat(clues(slow)).isEmpty();
        assertThat(clues(fast)).isEqualTo("评价过快");
        assertThat(clues(forged)).isEqualTo("评价过快");
        UUID fourth = delivered(owner);
        praises(owner, fourth, shown(form));
        assertThat(clues(fourth)).contains("同一来源").contains("内容雷同");
        assertThat(figures().path("ratings").asLong()).isEqualTo(counted + 4);
    }

    private static String shown(String form) {
        java.util.regex.Matcher field = java.util.regex.Pattern.compile("name=\"shown\" value=\"([0-9a-f.]+)\"")
                .matcher(form);
        assertThat(field.find()).as(form).isTrue();
        return field.group(1);
    }

    private static void praises(Applicant owner, UUID matter, String shown) {
        Answer thanks = owner.browser()
                .post(
                        "/my/matters/" + matter + "/rate",
                        "satisfaction",
                        "1",
                        "words",
                        "服务周到，办事快，非常满意，值得表扬。",
                        "shown",
                        shown);
        assertThat(thanks.text()).contains("评价已提交");
    }

    private String clues(UUID matter) {
        Official overseer = anOfficial("overseer");
        String number = overseer.opens(matter).at("/matter/number").asString();
        return overseer.browser()
                .getJson("/api/records/reviews.evaluation?number=" + number + "&columns=number,suspicious,clues")
                .json()
                .at("/rows/0/cells/clues/text")
                .asString("");
    }

    @Test
    void whoHasTheResultInHandIsInvitedOnceWithinADay() throws InterruptedException {
        clock.set("2022-10-11T10:00");
        Applicant owner = anEnterpriseOwner();
        UUID matter = delivered(owner);
        for (int i = 0; i < 200 && invitations(matter).isEmpty(); i++) {
            Thread.sleep(100);
        }
        assertThat(invitations(matter))
                .singleElement()
                .satisfies(sent -> assertThat(sent)
                        .isBetween(clock.instant(), clock.instant().plus(Duration.ofHours(24))));
        assertThat(owner.browser().get("/my/messages").text()).contains("请评价");

        FeedConsumer invitations = consumers.stream()
                .filter(consumer -> consumer.name().equals("reviews.invitations"))
                .findFirst()
                .orElseThrow();
        transactions.executeWithoutResult(status -> invitations.accept(List.of(deliveryOf(matter))));
        assertThat(invitations(matter)).as("the feed is read anew").hasSize(1);
    }

    private FeedConsumer.Entry deliveryOf(UUID matter) {
        return jdbc.sql("select seq, topic, key, version, at, payload from feed.entry"
                        + " where topic = 'cases.case.deliver' and key = ?")
                .param(matter.toString())
                .query((row, n) -> new FeedConsumer.Entry(
                        row.getLong("seq"),
                        row.getString("topic"),
                        row.getString("key"),
                        row.getInt("version"),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        JsonMapper.shared().readTree(row.getString("payload"))))
                .single();
    }

    private List<Instant> invitations(UUID matter) {
        return jdbc.sql("select created_at from messages.message where template = 'reviews.invite' and link = ?")
                .param("/my/matters/" + matter + "/rate")
                .query((row, n) ->
                        row.getObject("created_at", OffsetDateTime.class).toInstant())
                .list();
    }

    @Test
    void eachIndicatorHasItsPartsAndTheRowsBehindThem() {
        clock.set("2022-12-05T10:00");
        Applicant owner = anEnterpriseOwner();
        long[] bad = agrees("reviews.bad");
        long[] own = agrees("reviews.own-accord");
        long[] revisit = agrees("reviews.revisit");

        UUID content = rates(owner, delivered(owner), "5", false);
        UUID discontent = rates(owner, delivered(owner), "4", false);
        rates(owner, delivered(owner), "4", true);
        rates(owner, delivered(owner), "1", false);
        report("C", 2, 1);
        assertThat(agrees("reviews.bad")).containsExactly(bad[0] + 4, bad[1] + 7);
        assertThat(agrees("reviews.own-accord")).containsExactly(own[0] + 4, own[1] + 7);
        assertThat(aVisitor().get("/ratings").text())
                .contains((own[0] + 4) + "／" + (own[1] + 7))
                .contains("评价人自己从PC 端、移动服务端、二维码作出的评价／全部评价")
                .contains("平台设计口径");
        assertThat(agrees("reviews.revisit")).containsExactly(revisit);

        for (UUID matter : List.of(content, discontent)) {
            anApprover().does(matter, "uphold", "已联系，情况属实");
            anApprover().does(matter, "rectify", "已培训窗口人员");
        }
        Official overseer = anOfficial("overseer");
        overseer.does(content, "revisit-satisfied", "已电话回访，认可");
        overseer.does(discontent, "revisit-again", "已电话回访，不认可");
        assertThat(agrees("reviews.revisit")).containsExactly(revisit[0] + 1, revisit[1] + 2);

        anApprover().does(discontent, "claim-malicious", "申请人与窗口人员有私人纠纷");
        overseer.does(discontent, "confirm-malicious", "经核查通话记录，认定为恶意差评");
        assertThat(agrees("reviews.revisit")).containsExactly(revisit[0] + 1, revisit[1] + 1);
        assertThat(agrees("reviews.bad")).containsExactly(bad[0] + 3, bad[1] + 6);
        assertThat(agrees("reviews.good")[0]).isEqualTo(agrees("reviews.bad")[1] - bad[0] - 3);
        assertThat(agrees("reviews.rectified")[0]).isPositive();
    }

    /** @return numerator and denominator, of which each is what the list behind it holds */
    private long[] agrees(String indicator) {
        JsonNode value = anOfficial("overseer")
                .browser()
                .getJson("/api/indicators/" + indicator)
                .json();
        long[] parts = {
            value.at("/visible/numerator").asLong(),
            value.at("/visible/denominator").asLong()
        };
        JsonNode definition = value.path("definition");
        assertThat(definition.path("exclusions").asString()).isNotBlank();
        JsonNode drill = definition.path("drill");
        String list = "/api/records/" + drill.path("recordType").asString() + "?";
        assertThat(rows(list + drill.path("numeratorFilter").asString())).isEqualTo(parts[0]);
        assertThat(rows(list + drill.path("denominatorFilter").asString())).isEqualTo(parts[1]);
        return parts;
    }

    private long rows(String list) {
        Browser overseer = anOfficial("overseer").browser();
        long rows = 0;
        String after = "";
        do {
            JsonNode page = overseer.getJson(list + "&limit=200" + after).json();
            assertThat(page.path("rows").isArray()).as(list + page).isTrue();
            rows += page.path("rows").size();
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asString();
        } while (!after.isEmpty());
        return rows;
    }

    @Test
    void oneRemarkMayFollowARating() {
        Applicant owner = anEnterpriseOwner();
        UUID rated = delivered(owner);
        rates(owner, rated, "1", false);
        String remark = "/my/matters/" + rated + "/rate/remark";
        assertThat(owner.browser().post(remark, "words", " ").text()).contains("请写下追评内容");
        assertThat(owner.browser().post(remark, "words", "后来又打电话回访，很周到").text()).contains("后来又打电话回访");
        assertThat(owner.browser().post(remark, "words", "再说一次").status()).isEqualTo(409);
        assertThat(owner.browser()
                        .post("/my/matters/" + rated + "/rate", "satisfaction", "5")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void whoHoldsTheReceiptRatesWithoutLoggingIn() {
        Applicant owner = anEnterpriseOwner();
        UUID rated = delivered(owner);
        String number = aClerk().opens(rated).at("/matter/number").asString();
        String receipt =
                owner.browser().get("/my/matters/" + rated + "/receipt").text();
        java.util.regex.Matcher code =
                java.util.regex.Pattern.compile("查询码\\s*([0-9A-Z]{8})").matcher(receipt);
        assertThat(code.find()).as(receipt).isTrue();
        Answer wrong = aVisitor().post("/rate", "number", number, "code", "AAAAAAAA", "satisfaction", "1");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("没有找到这件办件");
        Answer thanks = aVisitor().post("/rate", "number", number, "code", code.group(1), "satisfaction", "1");
        assertThat(thanks.text()).contains("评价已提交");
        assertThat(aVisitor().get("/ratings").text()).contains("好评率").contains("市场监管");
    }

    @Test
    void halfAYearLaterNobodyRatesAnyMore() {
        Applicant owner = anEnterpriseOwner();
        UUID rated = delivered(owner);
        clock.set("2023-04-01T09:00");
        Applicant later = anEnterpriseOwner();
        assertThat(later.browser().get("/my/matters/" + rated + "/rate").text()).contains("不能再评价");
    }

    /** @return the case of the bad review */
    private UUID rates(Applicant owner, UUID matter, String satisfaction, boolean anonymous) {
        Answer thanks = owner.browser()
                .post(
                        "/my/matters/" + matter + "/rate",
                        "satisfaction",
                        satisfaction,
                        "words",
                        "等了很久",
                        "anonymous",
                        String.valueOf(anonymous));
        assertThat(thanks.text()).contains("评价已提交");
        return jdbc.sql(
                        "select r.id from reviews.rectification r join reviews.evaluation e on e.id::text = r.subject_ref"
                                + " where e.case_id = ?")
                .param(matter)
                .query(UUID.class)
                .optional()
                .orElse(new UUID(0, 0));
    }

    private UUID delivered(Applicant owner) {
        UUID matter = owner.applies();
        aClerk().does(matter, "accept", "材料齐全");
        aReviewer().does(matter, "review", "符合条件");
        anApprover().does(matter, "grant", "准予许可");
        anApprover().does(matter, "issue", "");
        aClerk().does(matter, "deliver", "");
        return matter;
    }

    private JsonNode figures() {
        return anOfficial("overseer").browser().getJson("/api/reviews/figures").json();
    }

    private long badReviews() {
        JsonNode figures = figures();
        return figures.path("ratings").asLong() - figures.path("good").asLong();
    }
}
