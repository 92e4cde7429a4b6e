package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Real-name levels (实名等级): every tenth citizen of the town has level 2 only. */
class RealLevelTest extends ServerTest {
    @Test
    @Scenario("S17.5")
    void whoHasLevelTwoIsLedToTheFaceCheckAndBackToTheVeryPage() {
        Browser citizen = someoneAs("citizen11");
        String start = "/apply/" + longevityAllowance() + "/start?situation=" + situation();
        assertThat(citizen.get("/items/" + longevityAllowance()).text()).contains("网上申请要求的实名等级3 级");

        Answer guided = citizen.get(start);
        assertThat(guided.path()).startsWith("/identity/level?need=3&next=%2Fapply%2F");
        assertThat(guided.text()).contains("要求 3 级").contains("您现在是 2 级").contains("没有人脸识别");

        Answer leaving = citizen.post("/identity/level", "need", "3", "next", start);
        assertThat(leaving.text()).contains("前往核验人脸").contains("演示：");
        String check = leaving.path() + "/demonstration";
        assertThat(citizen.get(check).text()).contains("这不是人脸识别");
        Answer back = citizen.post(check, "outcome", "PASSED");
        assertThat(back.path()).isEqualTo(start);
        assertThat(back.text()).contains("开始填写");

        assertThat(citizen.get("/my/messages").text()).contains("实名等级已提升为 3 级");
        assertThat(citizen.get("/identity/account").text())
                .contains("3 级（核验了人脸），有效期至 2023 年 9 月 25 日（周一）")
                .contains("到期后恢复为 2 级");
        assertThat(jdbc.sql(
                                "select count(*) from audit.event where action = 'identity.level.raised'"
                                        + " and subject_id = (select person_id::text from identity.account where login_name = 'citizen11')")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void theLevelOfAFaceFallsBackByItsDateAlone() {
        Browser citizen = someoneAs("citizen21");
        passes(citizen, "PASSED");
        clock.set("2023-09-25T23:00");
        assertThat(citizen.get("/identity/account").text()).contains("3 级（核验了人脸）");
        clock.set("2023-09-26T00:01");
        assertThat(someoneAs("citizen21").get("/identity/account").text()).contains("2 级（核验了身份证信息）");
        assertThat(someoneAs("citizen21")
                        .get("/apply/" + longevityAllowance() + "/start?situation=" + situation())
                        .path())
                .startsWith("/identity/level");
    }

    @Test
    void afterThreeFailuresTheDayIsOver() {
        Browser citizen = someoneAs("citizen31");
        for (int i = 0; i < 3; i++) {
            assertThat(passes(citizen, "FAILED").text()).contains("人脸核验没有通过");
        }
        Answer refused = citizen.post("/identity/level", "need", "3", "next", "/my");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("今天人脸核验未通过已达 3 次");
        clock.set("2022-09-27T00:01");
        assertThat(citizen.post("/identity/level", "need", "3", "next", "/my").text())
                .contains("前往核验人脸");
    }

    @Test
    void anAnswerThatTheProviderDidNotSignOrThatIsUsedTwiceIsWorthNothing() {
        Browser citizen = someoneAs("citizen41");
        Answer leaving = citizen.post("/identity/level", "need", "3", "next", "/my");
        String check = leaving.path() + "/demonstration";
        Answer redirect =
                citizen.postOnce(check, Map.of("outcome", List.of("PASSED"), "_csrf", List.of(citizen.token())));
        String answer = redirect.header("Location").replaceFirst("^https?://[^/]+", "");
        assertThat(answer).startsWith("/identity/face/answer?result=");

        String forged = answer.replaceFirst("signature=..", "signature=zz");
        assertThat(citizen.get(forged).text()).contains("核验结果无效");
        assertThat(someoneAs("citizen51").get(answer).text()).contains("核验结果无效");
        assertThat(citizen.get("/identity/account").text()).contains("2 级（核验了身份证信息）");
        assertThat(citizen.get(answer).path()).isEqualTo("/my");
        assertThat(citizen.get(answer).text()).contains("核验结果无效");
    }

    @Test
    void noOtherSiteIsReturnedTo() {
        Browser citizen = someoneAs("citizen61");
        Answer leaving = citizen.post("/identity/level", "need", "3", "next", "https://evil.example/");
        assertThat(citizen.post(leaving.path() + "/demonstration", "outcome", "PASSED")
                        .path())
                .isEqualTo("/");
    }

    private static Answer passes(Browser citizen, String outcome) {
        Answer leaving = citizen.post("/identity/level", "need", "3", "next", "/my");
        assertThat(leaving.path()).as(leaving.text()).startsWith("/identity/face/");
        return citizen.post(leaving.path() + "/demonstration", "outcome", outcome);
    }

    private String longevityAllowance() {
        return jdbc.sql("select code from items.item where name like '高龄津贴%' order by code limit 1")
                .query(String.class)
                .single();
    }

    private String situation() {
        return "S1";
    }
}
