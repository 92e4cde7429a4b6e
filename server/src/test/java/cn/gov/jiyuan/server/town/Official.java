package cn.gov.jiyuan.server.town;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** An official at the workbench, by the calls that the workbench makes (公务人员). */
public final class Official {
    private final Browser browser;

    public Official(Browser browser) {
        this.browser = browser;
    }

    public Browser browser() {
        return browser;
    }

    /** The file of a case as the workbench shows it. */
    public JsonNode opens(UUID matter) {
        Answer answer = browser.getJson("/api/cases/" + matter);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** Does it on the version before him; it must be taken. */
    public void does(UUID matter, String action, String text) {
        Answer answer = tries(matter, action, text);
        assertThat(answer.status()).as(action + ": " + answer.body()).isEqualTo(200);
    }

    public Answer tries(UUID matter, String action, String text) {
        int version = opens(matter).at("/matter/version").asInt();
        return tries(matter, action, text, version);
    }

    /** Does it with the facts that its form asks for; it must be taken. */
    public void does(UUID matter, String action, String text, Map<String, Object> facts) {
        Answer answer = tries(matter, action, text, facts);
        assertThat(answer.status()).as(action + ": " + answer.body()).isEqualTo(200);
    }

    public Answer tries(UUID matter, String action, String text, Map<String, Object> facts) {
        int version = opens(matter).at("/matter/version").asInt();
        return tries(matter, action, text, text, version, facts);
    }

    /** @param text opinion and reason */
    public Answer tries(UUID matter, String action, String text, int version) {
        return tries(matter, action, text, text, version, usual(action));
    }

    public Answer tries(
            UUID matter, String action, String opinion, String reason, int version, Map<String, Object> facts) {
        return browser.call(
                "POST",
                "/api/cases/" + matter + "/actions/" + action,
                Map.of("expectedVersion", version, "opinion", opinion, "reason", reason, "data", facts));
    }

    /** What a test that does not care fills in. */
    private static Map<String, Object> usual(String action) {
        return action.equals("start-special") ? Map.of("procedure", "inspection") : Map.of();
    }

    /** Takes the free task of a matter. */
    public void takes(UUID matter) {
        String task = opens(matter).at("/chances/claimable/0").asString();
        Answer taken = browser.call("POST", "/api/cases/tasks/" + task + "/claim", Map.of());
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
    }

    /** The pieces of evidence of a matter whose name begins so. */
    public List<JsonNode> papers(UUID matter, String title) {
        List<JsonNode> found = new ArrayList<>();
        opens(matter).path("evidence").forEach(piece -> {
            if (piece.path("name").asString().startsWith(title)) {
                found.add(piece);
            }
        });
        return found;
    }
}
