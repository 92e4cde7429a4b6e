package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.scenario.Scenario;
import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Applicant;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.ServerTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Who may decide, and what a refusal owes the applicant. */
class DecisionTest extends ServerTest {
    @Test
    @Scenario("S28.4")
    void whoAcceptedAMatterMayNotDecideIt() {
        UUID matter = anEnterpriseOwner().applies();
        Official allRoles = anOfficial("clerk2");
        allRoles.does(matter, "accept", "材料齐全");
        aReviewer().does(matter, "review", "符合条件");

        for (String decision : new String[] {"grant", "refuse"}) {
            Answer refused = allRoles.tries(matter, decision, "准予许可");
            assertThat(refused.status()).as(refused.body()).isEqualTo(403);
            assertThat(refused.json().path("code").asString()).isEqualTo("cases.same-person");
            assertThat(refused.json().path("detail").asString()).contains("受理与审批分离");
        }
        assertThat(allRoles.opens(matter).at("/matter/state").asString()).isEqualTo("decision");
        anApprover().does(matter, "grant", "准予许可");
    }

    @Test
    @Scenario("S28.6")
    void aRefusalNeedsAReasonAndTellsTheRemedies() {
        Applicant owner = anEnterpriseOwner();
        UUID matter = owner.applies();
        aClerk().does(matter, "accept", "材料齐全");
        aReviewer().does(matter, "review", "加工场所不符合条件");
        Official approver = anApprover();

        Answer without = approver.tries(matter, "refuse", "");
        assertThat(without.status()).isEqualTo(422);
        assertThat(without.json().path("code").asString()).isEqualTo("cases.reason-missing");

        String reason = "加工场所与旱厕距离不足二十五米";
        approver.does(matter, "refuse", reason);
        JsonNode letter = letter(approver, matter, "不予行政许可决定书");
        assertThat(letter.path("name").asString()).matches("不予行政许可决定书（济市场监管不许〔2022〕\\d+ 号）");
        String words = words(owner.browser()
                .get("/my/matters/" + matter + "/files/" + letter.path("fileId").asString()));
        assertThat(words)
                .contains(reason)
                .contains("60日内")
                .contains("行政复议")
                .contains("6个月内")
                .contains("行政诉讼");
        assertThat(owner.looksAt(matter).text()).contains(reason);

        Answer listed = approver.browser().getJson("/api/cases?type=onestop.matter&state=ready");
        assertThat(listed.body()).contains(matter.toString());
    }

    private static JsonNode letter(Official official, UUID matter, String title) {
        for (JsonNode piece : official.opens(matter).path("evidence")) {
            if (piece.path("name").asString().startsWith(title)) {
                return piece;
            }
        }
        throw new AssertionError("no " + title);
    }

    /** The text of an OFD, page by page, without what is between its pieces. */
    static String words(Answer ofd) {
        assertThat(ofd.status()).as(ofd.text()).isEqualTo(200);
        StringBuilder words = new StringBuilder();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(ofd.bytes()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().endsWith("Content.xml")) {
                    words.append(new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]*>", ""));
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return words.toString().replaceAll("\\s", "");
    }
}
