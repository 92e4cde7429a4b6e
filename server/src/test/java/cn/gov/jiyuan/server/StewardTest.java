package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Applicant;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Stewards of the catalogue at their desk, and what applicants notice of it. */
class StewardTest extends ServerTest {
    private static final String LAYOUT = "/materials/2";

    /** Later tests find the item as it was. */
    @AfterEach
    void theFirstVersionIsInForceAgain() {
        Browser steward = anOfficial("steward").browser();
        for (JsonNode version : steward.getJson(desk() + "/versions").json()) {
            if (version.path("actions").toString().contains("DISCARD")
                    || version.path("state").asString().equals("DRAFT")) {
                steward.call(
                        "DELETE", desk() + "/versions/" + version.path("number").asInt(), Map.of());
            }
        }
    }

    @Test
    @Scenario("S20.1")
    void aPromiseLongerThanTheLawCannotBeSubmitted() {
        Browser steward = anOfficial("steward").browser();
        int number = draft(steward);
        ObjectNode content = content(steward, number);
        ((ObjectNode) content.at("/terms/legal")).put("amount", 20);
        ((ObjectNode) content.at("/terms/promise")).put("amount", 25);
        saves(steward, number, content);

        Answer refused = steward.call("POST", desk() + "/versions/" + number + "/submit", Map.of());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("code").asString()).isEqualTo("items.promise-over-legal");
        assertThat(refused.json().path("detail").asString()).contains("25 个工作日").contains("20 个工作日");
        assertThat(steward.getJson(desk() + "/versions/" + number)
                        .json()
                        .at("/line/state")
                        .asString())
                .isEqualTo("DRAFT");
    }

    @Test
    @Scenario("S20.2")
    void aMaterialThatMayFollowMakesANewVersionAndOldMattersKeepTheirs() {
        Applicant owner = anEnterpriseOwner();
        UUID old = owner.applies();
        int before = itemVersion(old);
        Browser steward = anOfficial("steward").browser();
        String need = content(steward, before).at(LAYOUT + "/need").asString();
        int number = draft(steward);
        ObjectNode content = content(steward, number);
        ((ObjectNode) content.at(LAYOUT)).put("need", "MAY_FOLLOW");
        saves(steward, number, content);
        assertThat(steward.call("POST", desk() + "/versions/" + number + "/submit", Map.of())
                        .status())
                .isEqualTo(200);
        approved(number);
        Answer published =
                anOfficial("publisher").browser().call("POST", desk() + "/versions/" + number + "/publish", Map.of());
        assertThat(published.status()).as(published.body()).isEqualTo(200);

        assertThat(need).isEqualTo("REQUIRED");
        assertThat(itemVersion(old)).isEqualTo(before);
        assertThat(aVisitor()
                        .getJson("/api/items/" + foodBusinessLicence() + "/versions/" + before)
                        .json()
                        .at("/content" + LAYOUT + "/need")
                        .asString())
                .isEqualTo("REQUIRED");
        UUID fresh = owner.applies();
        assertThat(itemVersion(fresh)).isEqualTo(number).isGreaterThan(before);
        assertThat(aVisitor()
                        .getJson("/api/items/" + foodBusinessLicence())
                        .json()
                        .at("/content" + LAYOUT + "/need")
                        .asString())
                .isEqualTo("MAY_FOLLOW");
        aClerk().does(old, "accept", "材料齐全");
    }

    /** The department and the lawyers have found nothing to object to. */
    private void approved(int number) {
        for (String[] step : new String[][] {{"approver", "pass"}, {"lawyer", "clear"}}) {
            Answer answer = anOfficial(step[0])
                    .browser()
                    .call("POST", desk() + "/versions/" + number + "/" + step[1], Map.of("note", "同意"));
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        }
    }

    private int itemVersion(UUID matter) {
        return aClerk().opens(matter).at("/matter/data/itemVersion").asInt();
    }

    private String desk() {
        return "/api/items/desk/" + foodBusinessLicence();
    }

    private int draft(Browser steward) {
        Answer draft = steward.call("POST", desk() + "/versions", Map.of());
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        return draft.json().path("version").asInt();
    }

    private ObjectNode content(Browser steward, int number) {
        return (ObjectNode)
                steward.getJson(desk() + "/versions/" + number).json().at("/guide/content");
    }

    private void saves(Browser steward, int number, ObjectNode content) {
        int revision = steward.getJson(desk() + "/versions/" + number)
                .json()
                .path("revision")
                .asInt();
        Answer saved =
                steward.call("PUT", desk() + "/versions/" + number, Map.of("revision", revision, "content", content));
        assertThat(saved.status()).as(saved.body()).isEqualTo(200);
    }
}
