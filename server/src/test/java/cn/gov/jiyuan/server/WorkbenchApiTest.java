package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.ServerTest;
import cn.gov.jiyuan.server.town.Upload;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the workbench asks of the server beyond the steps of a matter. */
class WorkbenchApiTest extends ServerTest {
    @Test
    void ownStepsAreOfferedToBeTakenBackUntilTheNextOneHasWorked() {
        UUID matter = anEnterpriseOwner().applies();
        aClerk().does(matter, "accept", "材料齐全");
        Official reviewer = aReviewer();
        assertThat(reviewer.opens(matter).at("/offers/0/action").asString()).isEqualTo("review");
        assertThat(reviewer.opens(matter).at("/offers/0/recallable").asBoolean())
                .isTrue();
        reviewer.does(matter, "review", "符合条件");

        JsonNode file = reviewer.opens(matter);
        assertThat(file.at("/chances/recall").asString()).isEqualTo("审查通过，提请决定");
        assertThat(aClerk().opens(matter).at("/chances/recall").isNull()).isTrue();
        Answer back = reviewer.browser()
                .call(
                        "POST",
                        "/api/cases/" + matter + "/recall",
                        Map.of("expectedVersion", file.at("/matter/version").asInt()));
        assertThat(back.status()).as(back.body()).isEqualTo(200);
        assertThat(back.json().at("/matter/state").asString()).isEqualTo("review");
    }

    @Test
    void onlyWhoHasThePostIsOfferedAFreeTask() {
        UUID matter = anEnterpriseOwner().applies();
        assertThat(aClerk().opens(matter).at("/chances/claimable").size()).isEqualTo(1);
        assertThat(aReviewer().opens(matter).at("/chances/claimable").size()).isZero();
    }

    @Test
    void aFileComesWithAnActionOnlyFromWhoStoredIt() {
        UUID matter = anEnterpriseOwner().applies();
        Official clerk = aClerk();
        JsonNode file = clerk.opens(matter);
        UUID foreign = UUID.fromString(file.at("/evidence/0/fileId").asString());
        Answer refused = accept(clerk, matter, foreign);
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().path("code").asString()).isEqualTo("cases.foreign-file");

        Answer stored = clerk.browser()
                .post("/api/cases/" + matter + "/files", Map.of(), List.of(Upload.picture("file", "核对记录.png")));
        assertThat(stored.status()).as(stored.body()).isEqualTo(200);
        Answer done = accept(
                clerk, matter, UUID.fromString(stored.json().path("fileId").asString()));
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(clerk.opens(matter).path("evidence").findValuesAsString("name"))
                .contains("核对记录.png");
        assertThat(clerk.opens(matter).path("evidence").toString()).contains("\"PAPER\"");
    }

    private static Answer accept(Official clerk, UUID matter, UUID file) {
        return clerk.browser()
                .call(
                        "POST",
                        "/api/cases/" + matter + "/actions/accept",
                        Map.of(
                                "expectedVersion",
                                clerk.opens(matter).at("/matter/version").asInt(),
                                "evidence",
                                List.of(Map.of("fileId", file, "kind", "附件", "paper", true))));
    }

    @Test
    void ofSeveralCasesEachStandsForItself() {
        UUID one = anEnterpriseOwner().applies();
        UUID other = anEnterpriseOwner().applies();
        Official clerk = aClerk();
        int version = clerk.opens(one).at("/matter/version").asInt();
        Answer done = clerk.browser()
                .call(
                        "POST",
                        "/api/cases/batch/accept",
                        Map.of(
                                "cases",
                                List.of(
                                        Map.of("id", one, "expectedVersion", version),
                                        Map.of("id", other, "expectedVersion", version + 7)),
                                "opinion",
                                "材料齐全"));
        assertThat(done.json().at("/0/problem").isNull()).as(done.body()).isTrue();
        assertThat(done.json().at("/1/problem").asString()).isNotEmpty();
        assertThat(clerk.opens(one).at("/matter/state").asString()).isEqualTo("review");
        assertThat(clerk.opens(other).at("/matter/state").asString()).isEqualTo("submitted");
    }

    @Test
    void severalTasksAreHandedToAColleagueAtOnce() {
        UUID matter = anEnterpriseOwner().applies();
        Browser clerk = aClerk().browser();
        JsonNode able = clerk.getJson("/api/cases/colleagues?role=clerk").json();
        JsonNode all = clerk.getJson("/api/cases/colleagues").json();
        assertThat(all.size()).isGreaterThan(able.size());
        String me = clerk.getJson("/api/session").json().at("/actor/personId").asString();
        String colleague = able.findValuesAsString("id").stream()
                .filter(id -> !id.equals(me))
                .findFirst()
                .orElseThrow();
        String task = aClerk().opens(matter).at("/tasks/0/id").asString();
        batch(clerk, "claim", task, Map.of());
        JsonNode moved = batch(clerk, "transfer", task, Map.of("people", List.of(colleague), "reason", "外出培训"));
        assertThat(moved.at("/0/problem").isNull()).as(moved.toString()).isTrue();
        JsonNode again = batch(clerk, "transfer", task, Map.of("people", List.of(colleague), "reason", "外出培训"));
        assertThat(again.at("/0/problem").asString()).isNotEmpty();
    }

    private static JsonNode batch(Browser browser, String operation, String task, Map<String, Object> body) {
        return browser.call("POST", "/api/cases/tasks/batch/" + operation, Map.of("tasks", List.of(task), "body", body))
                .json();
    }

    @Test
    void whatStandsIsWaitingAndNeverLate() {
        UUID matter = anEnterpriseOwner().applies();
        aClerk().does(matter, "accept", "材料齐全");
        aReviewer().does(matter, "start-special", "委托检验");
        clock.set("2023-01-30T10:00");
        Browser reviewer = aReviewer().browser();
        assertThat(reviewer.getJson("/api/cases/inbox?view=claimable&due=overdue&limit=200")
                        .body())
                .doesNotContain(matter.toString());
        assertThat(reviewer.getJson("/api/cases/inbox?view=claimable&due=waiting&limit=200")
                        .body())
                .contains(matter.toString());
    }

    @Test
    void theInboxIsListedAndCountedByDeadline() {
        UUID matter = anEnterpriseOwner().applies();
        clock.set("2022-09-30T10:00");
        Browser clerk = aClerk().browser();
        JsonNode soon = clerk.getJson("/api/cases/inbox?view=claimable&due=soon&limit=200")
                .json();
        JsonNode overdue = clerk.getJson("/api/cases/inbox?view=claimable&due=overdue&limit=200")
                .json();
        clock.set("2023-01-30T10:00");
        JsonNode late = clerk.getJson("/api/cases/inbox?view=claimable&due=overdue&limit=200")
                .json();
        assertThat(late.path("items").toString()).contains(matter.toString());
        assertThat(late.at("/due/OVERDUE").asInt()).isEqualTo(late.path("items").size());
        assertThat(soon.path("items").toString() + overdue.path("items").toString())
                .doesNotContain(matter.toString());
        assertThat(clerk.getJson("/api/cases/inbox?due=nonsense").status()).isEqualTo(422);
    }
}
