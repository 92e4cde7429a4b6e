package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.kernel.code.CitizenId;
import cn.gov.jiyuan.platform.parties.DemoPopulation;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.ServerTest;
import cn.gov.jiyuan.server.town.Upload;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Somebody walks in, and a clerk takes the application on his behalf (窗口收件). */
class WindowTest extends ServerTest {
    private static final String INTAKE = "/api/onestop/intake";
    private final DemoPopulation.Firm firm = DemoPopulation.firm(0);
    private final DemoPopulation.Citizen owner = firm.representative();

    @Test
    void aWalkInLeavesWithASealedListOfMaterialsAndFollowsTheMatterOnline() {
        Browser clerk = aClerk().browser();
        String code = foodBusinessLicence();
        assertThat(clerk.getJson(INTAKE + "/items?q=食品经营").body()).contains(code);
        String id = begin(clerk, visitor(Map.of())).json().path("id").asString();
        JsonNode draft = clerk.getJson(INTAKE + "/" + id).json();
        assertThat(draft.at("/answers/name").asString()).isEqualTo(firm.name());
        assertThat(draft.at("/answers/representativeId").asString()).contains("****");

        fillIn(clerk, id, draft);
        JsonNode receipt =
                clerk.call("POST", INTAKE + "/" + id + "/hand-in", Map.of()).json();
        UUID matter = UUID.fromString(receipt.path("caseId").asString());
        assertThat(receipt.path("queryCode").asString()).hasSize(8);
        assertThat(clerk.call("POST", INTAKE + "/" + id + "/hand-in", Map.of())
                        .json()
                        .path("caseId")
                        .asString())
                .isEqualTo(matter.toString());

        Official official = aClerk();
        JsonNode file = official.opens(matter);
        assertThat(file.at("/matter/state").asString()).isEqualTo("submitted");
        assertThat(file.at("/matter/data/channel").asString()).isEqualTo("1");
        assertThat(file.path("evidence").toString()).contains("PAPER");
        assertThat(file.path("clocks").toString()).contains("受理时限");
        assertThat(MatterStepsTest.letter(official, matter, "材料接收清单"))
                .contains("1.")
                .contains("布局图.png")
                .contains("收到材料不等于受理");
        assertThat(official.papers(matter, "材料接收清单").toString()).contains("打印件");
        assertThat(anEnterpriseOwner().looksAt(matter).text()).contains("窗口收件");
        official.does(matter, "accept", "材料齐全");
    }

    @Test
    void numbersInFullNeedAPurposeThatIsAudited() {
        Browser clerk = aClerk().browser();
        String id = begin(clerk, visitor(Map.of())).json().path("id").asString();
        Answer without = clerk.call("POST", INTAKE + "/" + id + "/reveal", Map.of("purpose", " "));
        assertThat(without.status()).isEqualTo(422);
        Answer shown = clerk.call("POST", INTAKE + "/" + id + "/reveal", Map.of("purpose", "核对身份证原件"));
        assertThat(shown.json().at("/answers/representativeId").asString())
                .isEqualTo(owner.idNumber().value());
        String trail = anOfficial("auditor")
                .browser()
                .getJson("/api/audit/events?subjectType=application&subjectId=" + id)
                .body();
        assertThat(trail)
                .contains("onestop.intake.identified", "onestop.intake.disclosed", "核对身份证原件")
                .doesNotContain(owner.idNumber().value());
    }

    @Test
    void nobodyIsTakenForSomebodyElse() {
        Browser clerk = aClerk().browser();
        refused(clerk, visitor(Map.of("name", "某某公司")), 422, "不一致");
        refused(clerk, visitor(Map.of("agentName", "王冒名")), 422, "王冒名");
        String number = owner.idNumber().value();
        String wrong = number.substring(0, 17) + (number.endsWith("1") ? "2" : "1");
        refused(clerk, visitor(Map.of("agentCode", wrong)), 422, "校验");
        String unborn = CitizenId.of("419001", LocalDate.of(2030, 1, 1), 12).value();
        refused(clerk, visitor(Map.of("agentCode", unborn)), 422, "出生日期");
    }

    @Test
    void aClerkOfAnotherUnitNeitherTakesTheItemNorSeesTheApplication() {
        String id =
                begin(aClerk().browser(), visitor(Map.of())).json().path("id").asString();
        Browser stranger = anOfficial("civil-clerk").browser();
        assertThat(stranger.getJson(INTAKE + "/" + id).status()).isEqualTo(404);
        Answer begun = begin(stranger, visitor(Map.of()));
        assertThat(begun.status()).as(begun.body()).isEqualTo(403);
        assertThat(begun.json().path("detail").asString()).contains("市场监督管理局");
        assertThat(aCitizen().getJson(INTAKE).status()).isEqualTo(403);
    }

    @Test
    void wrongAnswersComeBackWithTheirPlaceAndNothingIsLost() {
        Browser clerk = aClerk().browser();
        String id = begin(clerk, visitor(Map.of())).json().path("id").asString();
        Answer wrong = save(clerk, id, "premises", Map.of("town", List.of("419001001"), "premises", List.of("")));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().at("/problems/0/pointer").asString()).isEqualTo("/premises");
        Answer early = clerk.call("POST", INTAKE + "/" + id + "/hand-in", Map.of());
        assertThat(early.status()).isEqualTo(422);
        assertThat(clerk.getJson(INTAKE).body()).contains(id);
    }

    private Map<String, Object> visitor(Map<String, Object> other) {
        Map<String, Object> visitor = new HashMap<>(Map.of(
                "itemCode",
                foodBusinessLicence(),
                "firm",
                true,
                "code",
                firm.uscc().value(),
                "name",
                firm.name(),
                "agentCode",
                owner.idNumber().value(),
                "agentName",
                owner.name()));
        visitor.putAll(other);
        return visitor;
    }

    private static Answer begin(Browser clerk, Map<String, Object> visitor) {
        return clerk.call("POST", INTAKE, visitor);
    }

    private static void refused(Browser clerk, Map<String, Object> visitor, int status, String words) {
        Answer answer = begin(clerk, visitor);
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().path("detail").asString()).contains(words);
    }

    private static Answer save(Browser clerk, String id, String page, Map<String, List<String>> fields) {
        int version = clerk.getJson(INTAKE + "/" + id).json().path("version").asInt();
        Map<String, List<String>> files = new HashMap<>();
        if (page.equals("attachments")) {
            for (String field : List.of("subjectProof", "layout", "rules")) {
                JsonNode stored = clerk.post(
                                INTAKE + "/" + id + "/files?field=" + field,
                                Map.of(),
                                List.of(Upload.picture("file", "布局图.png")))
                        .json();
                files.put(field, List.of(stored.path("fileId").asString()));
            }
        }
        return clerk.call(
                "POST",
                INTAKE + "/" + id + "/pages/" + page,
                Map.of("version", version, "fields", fields, "files", files));
    }

    private void fillIn(Browser clerk, String id, JsonNode draft) {
        Map<String, Map<String, List<String>>> answers = anEnterpriseOwner().answers();
        JsonNode now = draft;
        for (int i = 0; i < 20 && !now.path("missing").isNull(); i++) {
            String page = now.path("missing").asString();
            Answer saved = save(clerk, id, page, answers.getOrDefault(page, Map.of()));
            assertThat(saved.status()).as(page + saved.body()).isEqualTo(200);
            now = saved.json();
        }
        assertThat(now.path("missing").isNull()).isTrue();
    }
}
