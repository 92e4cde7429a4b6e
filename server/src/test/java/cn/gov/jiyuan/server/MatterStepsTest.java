package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Applicant;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.ServerTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The steps of a matter beside the straight way: each with its letter, its clock and its refusal. */
class MatterStepsTest extends ServerTest {
    @Test
    void onlyWhatLawOrItemLeaveOutStopsTheClockAndEachHasItsOwnLetter() {
        UUID matter = accepted(anEnterpriseOwner());
        Official reviewer = aReviewer();

        Answer without = reviewer.tries(matter, "start-special", "需要核查", Map.of());
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.json().path("pointer").asString()).isEqualTo("/data/procedure");
        Answer counted = reviewer.tries(matter, "start-special", "需要公示", Map.of("procedure", "publicity"));
        assertThat(counted.status()).isEqualTo(422);
        assertThat(counted.json().path("detail").asString()).contains("公示").contains("计入办理时限");

        reviewer.does(
                matter, "start-special", "核查经营场所", Map.of("procedure", "site", "place", "9 月 28 日上午到经营场所", "days", 3));
        assertThat(reviewer.opens(matter).path("clocks").toString()).contains("PAUSED");
        String words = letter(reviewer, matter, "现场核查告知书");
        assertThat(words).contains("9月28日上午到经营场所").contains("预计需要3个工作日").contains("不计算在办理期限内");
        reviewer.does(matter, "finish-special", "符合要求");
        reviewer.does(matter, "start-special", "申请人要求听证", Map.of("procedure", "hearing"));
        assertThat(letter(reviewer, matter, "听证告知书"))
                .contains("5个工作日内提出听证申请")
                .contains("20个工作日内组织听证")
                .contains("不承担组织听证的费用");
    }

    @Test
    void anExtensionNeedsTheApproverAndAReasonAddsDaysAndComesOnce() {
        UUID matter = accepted(anEnterpriseOwner());
        String before = due(matter, "legal");
        Answer reviewer = aReviewer().tries(matter, "extend", "工艺需要论证");
        assertThat(reviewer.status()).as(reviewer.body()).isEqualTo(403);
        Official approver = anApprover();
        assertThat(approver.tries(matter, "extend", "").status()).isEqualTo(422);

        approver.does(matter, "extend", "中央厨房工艺需要论证");
        assertThat(before).isEqualTo("2022-10-13");
        assertThat(due(matter, "legal")).isEqualTo("2022-10-20");
        assertThat(letter(approver, matter, "延长办理期限告知书")).contains("中央厨房工艺需要论证").contains("2022年10月20日");
        Answer again = approver.tries(matter, "extend", "还是不行");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("code").asString()).isEqualTo("cases.clock-prolonged");
    }

    @Test
    void whoHearsNothingForFiveWorkdaysIsAcceptedAsOfTheDayHeApplied() {
        Applicant owner = anEnterpriseOwner();
        UUID matter = owner.applies();
        recurs("onestop.deemed-acceptance");
        assertThat(aClerk().opens(matter).at("/matter/state").asString()).isEqualTo("submitted");

        clock.set("2022-10-10T09:00");
        recurs("onestop.deemed-acceptance");
        JsonNode file = aClerk().opens(matter);
        assertThat(file.at("/matter/state").asString()).isEqualTo("review");
        assertThat(file.at("/matter/acceptedAt").asString()).startsWith("2022-09-26T01:00");
        assertThat(due(matter, "promised")).isEqualTo("2022-10-08");
        assertThat(letter(aClerk(), matter, "视为受理告知书")).contains("没有在收到材料后5个工作日内告知");
        assertThat(owner.looksAt(matter).text()).contains("视为受理");
    }

    @Test
    void whatBelongsElsewhereIsTurnedAwayWithTheWay() {
        UUID matter = anEnterpriseOwner().applies();
        Official clerk = aClerk();
        Answer without = clerk.tries(matter, "turn-away", "经营场所在外地", Map.of());
        assertThat(without.status()).isEqualTo(422);
        clerk.does(matter, "turn-away", "经营场所在孟州市，不属于本机关职权范围", Map.of("authority", "孟州市市场监督管理局", "contact", "孟州市会昌路"));
        assertThat(clerk.opens(matter).at("/matter/outcome").asString()).isEqualTo("elsewhere");
        assertThat(letter(clerk, matter, "不予受理决定书")).contains("请向孟州市市场监督管理局申请").contains("行政复议");
    }

    @Test
    void aMatterIsTerminatedInWritingAlsoBeforeItIsAccepted() {
        UUID matter = anEnterpriseOwner().applies();
        assertThat(aClerk().tries(matter, "terminate", "企业已注销").status()).isEqualTo(403);
        anApprover().does(matter, "terminate", "企业已经注销登记，许可事项消灭");
        assertThat(letter(anApprover(), matter, "终止办理告知书")).contains("企业已经注销登记");
        assertThat(anApprover().opens(matter).path("clocks").toString()).doesNotContain("RUNNING");
    }

    @Test
    void theLicenceFollowsTheRevocationOfWhatWasGranted() {
        UUID matter = delivered(anEnterpriseOwner());
        String number = aClerk().browser()
                .getJson("/api/onestop/matters/" + matter)
                .json()
                .at("/licence/number")
                .asString();
        assertThat(standing(number)).contains("有效");
        Official approver = anApprover();
        Answer unheard = approver.tries(matter, "revoke", "以虚假材料取得", Map.of("ground", "fraud"));
        assertThat(unheard.status()).isEqualTo(422);
        assertThat(unheard.json().path("pointer").asString()).isEqualTo("/data/heard");
        assertThat(aClerk().tries(matter, "revoke", "虚假", Map.of("ground", "fraud", "heard", true))
                        .status())
                .isEqualTo(403);

        approver.does(matter, "revoke", "提交的布局图与实际不符", Map.of("ground", "fraud", "heard", true));
        assertThat(letter(approver, matter, "撤销行政许可决定书"))
                .contains("以欺骗、贿赂等不正当手段取得许可")
                .contains("第六十九条")
                .contains("行政诉讼");
        assertThat(standing(number)).contains("已撤销");
        assertThat(approver.opens(matter).at("/matter/stateLabel").asString()).isEqualTo("许可已撤销");
    }

    @Test
    void nothingIsArchivedBeforeItsPapersAreComplete() {
        UUID matter = delivered(anEnterpriseOwner());
        Official clerk = aClerk();
        JsonNode list =
                clerk.browser().getJson("/api/onestop/matters/" + matter).json().path("archive");
        assertThat(list.findValuesAsString("name").toString()).contains("申请表", "申请材料", "受理通知书", "准予行政许可决定书", "证照");
        jdbc.sql("update cases.evidence set kind = 'lost' where case_id = ? and name like '受理通知书%'")
                .param(matter)
                .update();
        Answer refused = clerk.tries(matter, "archive", "");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("detail").asString()).contains("缺少").contains("“受理”的文书");
        jdbc.sql("update cases.evidence set kind = 'notice' where case_id = ? and kind = 'lost'")
                .param(matter)
                .update();

        clerk.does(matter, "archive", "");
        assertThat(clerk.tries(matter, "archive", "").status()).isEqualTo(409);
        assertThat(clerk.browser()
                        .getJson("/api/records/onestop.matter?archived=true&limit=200")
                        .body())
                .contains(matter.toString());
    }

    @Test
    void whoAsksForCorrectionsAgainSaysWhyNotTheFirstTime() {
        Applicant owner = anEnterpriseOwner();
        UUID matter = owner.applies();
        Official clerk = aClerk();
        clerk.does(matter, "request-correction", "请补充布局图");
        int version = clerk.opens(matter).at("/matter/version").asInt();
        owner.browser().call("POST", "/api/cases/" + matter + "/actions/correct", Map.of("expectedVersion", version));
        version = clerk.opens(matter).at("/matter/version").asInt();
        Answer silent = clerk.tries(matter, "request-correction", "", "请补充健康证明", version, Map.of());
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.json().path("code").asString()).isEqualTo("onestop.correction-again");
        assertThat(clerk.opens(matter).at("/matter/state").asString()).isEqualTo("submitted");
        Answer told = clerk.tries(matter, "request-correction", "首次遗漏", "请补充健康证明", version, Map.of());
        assertThat(told.status()).as(told.body()).isEqualTo(200);
    }

    @Test
    void anApplicantUrgesOnceADayAndTheHandlerIsTold() {
        Applicant owner = anEnterpriseOwner();
        UUID matter = owner.applies();
        Official clerk = aClerk();
        String task = clerk.opens(matter).at("/tasks/0/id").asString();
        clerk.browser().call("POST", "/api/cases/tasks/" + task + "/claim", Map.of());
        String version = clerk.opens(matter).at("/matter/version").asString();

        Answer urged = owner.browser().post("/my/matters/" + matter + "/urge", "version", version);
        assertThat(urged.status()).as(urged.text()).isEqualTo(200);
        assertThat(urged.text()).contains("催办");
        assertThat(clerk.browser().getJson("/api/messages").body()).contains("申请人催办");
        String next = clerk.opens(matter).at("/matter/version").asString();
        Answer again = owner.browser().post("/my/matters/" + matter + "/urge", "version", next);
        assertThat(again.text()).contains("催办过");
    }

    @Test
    void factsThatNoFormAsksForAreRefused() {
        UUID matter = anEnterpriseOwner().applies();
        Answer forged = aClerk().tries(matter, "accept", "齐全", Map.of("online", false, "itemVersion", 99));
        assertThat(forged.status()).isEqualTo(422);
        assertThat(aClerk().opens(matter).at("/matter/state").asString()).isEqualTo("submitted");
    }

    private UUID accepted(Applicant owner) {
        UUID matter = owner.applies();
        aClerk().does(matter, "accept", "材料齐全");
        return matter;
    }

    private UUID delivered(Applicant owner) {
        UUID matter = accepted(owner);
        aReviewer().does(matter, "review", "符合条件");
        anApprover().does(matter, "grant", "准予许可");
        anApprover().does(matter, "issue", "");
        aClerk().does(matter, "deliver", "网上送达");
        return matter;
    }

    private String due(UUID matter, String name) {
        for (JsonNode clock : aClerk().opens(matter).path("clocks")) {
            if (clock.path("clock").asString().equals(name)) {
                return clock.path("dueDate").asString();
            }
        }
        throw new AssertionError("no clock " + name);
    }

    private String standing(String number) {
        return aVisitor()
                .get("/verify?code=" + URLEncoder.encode(number, StandardCharsets.UTF_8))
                .text();
    }

    /** The words of the last letter of that title. */
    static String letter(Official official, UUID matter, String title) {
        JsonNode piece = official.papers(matter, title).stream()
                .filter(paper -> !paper.path("name").asString().contains("打印件"))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        assertThat(piece.path("name").asString()).matches(title + "（济.*〔\\d{4}〕\\d+ 号）");
        return DecisionTest.words(official.browser()
                .get("/api/onestop/matters/" + matter + "/files/"
                        + piece.path("fileId").asString()));
    }
}
