package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Browser;
import cn.gov.jiyuan.server.town.ServerTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Lists kept under a name, and lists taken away as a file. */
class SavedViewsTest extends ServerTest {
    private static final String VIEWS = "/api/records/onestop.matter/views";

    @Test
    void aViewIsOnesOwnUntilItIsSharedWithTheUnit() {
        Browser clerk = aClerk().browser();
        Browser colleague = anOfficial("reviewer").browser();
        Browser elsewhere = anOfficial("overseer").browser();
        save(clerk, "待决定的", false);
        assertThat(names(clerk)).contains("待决定的");
        assertThat(names(colleague)).doesNotContain("待决定的");

        save(clerk, "待决定的", true);
        assertThat(names(clerk)).containsOnlyOnce("待决定的");
        assertThat(names(colleague)).contains("待决定的");
        assertThat(names(elsewhere)).doesNotContain("待决定的");
        JsonNode view = view(colleague, "待决定的");
        assertThat(view.path("own").asBoolean()).isFalse();
        assertThat(view.path("query").asString()).isEqualTo("state=eq:decision&sort=opened");
        assertThat(colleague
                        .call(
                                "GET",
                                "/api/records/onestop.matter?"
                                        + view.path("query").asString(),
                                Map.of())
                        .json()
                        .path("sentence")
                        .asString())
                .contains("待决定");

        String id = view.path("id").asString();
        assertThat(colleague.call("DELETE", VIEWS + "/" + id, Map.of()).status())
                .isEqualTo(404);
        assertThat(clerk.call("DELETE", VIEWS + "/" + id, Map.of()).status()).isEqualTo(204);
        assertThat(names(colleague)).doesNotContain("待决定的");
    }

    @Test
    void aViewThatCouldNotBeOpenedIsNotSaved() {
        Browser clerk = aClerk().browser();
        Answer refused =
                clerk.call("POST", VIEWS, Map.of("name", "错的", "parameters", Map.of("state", List.of("nowhere"))));
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        Answer nameless = clerk.call("POST", VIEWS, Map.of("name", " ", "parameters", Map.of()));
        assertThat(nameless.json().path("code").asString()).isEqualTo("records.view-name");
        assertThat(names(clerk)).doesNotContain("错的");
    }

    @Test
    void aClerkTakesAwayWhatHeSees() {
        anEnterpriseOwner().applies();
        Answer file = aClerk().browser().get("/api/records/onestop.matter/export?format=csv");
        assertThat(file.status()).as(file.body()).isEqualTo(200);
        assertThat(file.header("Content-Type")).startsWith("text/csv");
        assertThat(file.body()).contains("办件编号").contains("待受理");
    }

    private static void save(Browser who, String name, boolean shared) {
        Map<String, Object> parameters = Map.of("state", List.of("eq:decision"), "sort", List.of("opened"));
        Answer saved = who.call("POST", VIEWS, Map.of("name", name, "parameters", parameters, "shared", shared));
        assertThat(saved.status()).as(saved.body()).isEqualTo(201);
    }

    private static List<String> names(Browser who) {
        Answer views = who.call("GET", VIEWS, Map.of());
        assertThat(views.status()).as(views.body()).isEqualTo(200);
        return views.json()
                .valueStream()
                .map(view -> view.path("name").asString())
                .toList();
    }

    private static JsonNode view(Browser who, String name) {
        return who.call("GET", VIEWS, Map.of())
                .json()
                .valueStream()
                .filter(view -> view.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
