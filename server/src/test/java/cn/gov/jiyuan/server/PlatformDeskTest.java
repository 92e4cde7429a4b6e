package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The desks of those who keep the platform: rules are changed by two people, the audit trail is verified and taken away. */
class PlatformDeskTest extends ServerTest {
    private static final String KEY = "onestop.delivery.term";
    private static final Map<String, Object> CHANGE = Map.of(
            "value",
            "8 个工作日",
            "from",
            "2099-01-01",
            "basis",
            Map.of("law", "市政府办公室通知", "number", "济政办〔2098〕1 号", "clause", "第二条", "confidence", "DESIGN"));

    @Test
    void aRuleWaitsForAnotherPersonAndCanBeTakenBackUntilThen() {
        Browser administrator = anOfficial("admin").browser();
        Browser leader = anOfficial("leader").browser();
        String id = proposed(administrator);
        assertThat(drafts(leader)).contains("8 个工作日").contains(id);
        String version = "/api/rules/" + KEY + "/versions/" + id;
        assertThat(administrator.call("POST", version + "/approval", Map.of()).status())
                .isEqualTo(403);
        assertThat(leader.call("POST", version + "/withdrawal", Map.of("reason", " "))
                        .json()
                        .path("code")
                        .asString())
                .isEqualTo("rules.reason");
        assertThat(leader.call("POST", version + "/withdrawal", Map.of("reason", "文号写错"))
                        .status())
                .isEqualTo(204);
        assertThat(drafts(leader)).doesNotContain(id);

        String again = proposed(administrator);
        Answer approved = leader.call("POST", "/api/rules/" + KEY + "/versions/" + again + "/approval", Map.of());
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.json().path("approvedBy").asString()).isNotEmpty();
        Answer late =
                leader.call("POST", "/api/rules/" + KEY + "/versions/" + again + "/withdrawal", Map.of("reason", "晚了"));
        assertThat(late.json().path("code").asString()).isEqualTo("rules.decided");
    }

    @Test
    void anAuditorHasTheChainVerifiedAndTakesEventsAway() {
        Browser auditor = anOfficial("auditor").browser();
        Answer asked = auditor.call("POST", "/api/audit/chain/verifications", Map.of());
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        JsonNode verification = verified(auditor);
        assertThat(verification.path("message").asString())
                .contains("未发现改动、删除、插入或乱序")
                .contains("链尾");

        Answer file = auditor.getJson("/api/audit/events/export?subjectType=audit.trail");
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).startsWith("\uFEFF时间,行为人").contains("校验审计链").contains("导出审计记录");
        assertThat(anOfficial("overseer")
                        .browser()
                        .getJson("/api/audit/events/export")
                        .status())
                .isEqualTo(403);
    }

    private static JsonNode verified(Browser auditor) {
        for (int i = 0; i < 600; i++) {
            JsonNode verification = auditor.getJson("/api/audit/chain").json().path("verification");
            if (!verification.path("endedAt").isNull()) {
                return verification;
            }
            LockSupport.parkNanos(100_000_000L);
        }
        throw new AssertionError("the verification does not end");
    }

    private static String drafts(Browser browser) {
        return browser.getJson("/api/rules/drafts").body();
    }

    private static String proposed(Browser browser) {
        Answer proposed = browser.call("POST", "/api/rules/" + KEY + "/versions", CHANGE);
        assertThat(proposed.status()).as(proposed.body()).isEqualTo(201);
        return proposed.json().path("id").asString();
    }
}
