package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.server.town.Answer;
import cn.gov.jiyuan.server.town.Official;
import cn.gov.jiyuan.server.town.ServerTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Personal data of a matter are for whoever has it in hand, and for a purpose that goes on record. */
class MatterSightTest extends ServerTest {
    private static final String PHONE = "13803890002";

    @Test
    void onlyWhoHasTheMatterInHandSeesItInFull() {
        UUID matter = anEnterpriseOwner().applies();
        Official clerk = aClerk();
        assertThat(sheet(clerk, matter)).doesNotContain(PHONE).contains("138****0002");
        clerk.takes(matter);
        assertThat(sheet(clerk, matter)).contains(PHONE);
        clerk.does(matter, "accept", "材料齐全");
        assertThat(sheet(clerk, matter)).doesNotContain(PHONE);
    }

    @Test
    void aPurposeOpensItAndGoesOnRecord() {
        UUID matter = anEnterpriseOwner().applies();
        Official reviewer = aReviewer();
        Answer silent = asks(reviewer, matter, " ");
        assertThat(silent.status()).isEqualTo(422);
        assertThat(silent.body()).contains("用途");
        Answer told = asks(reviewer, matter, "电话核实经营场所");
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.body()).contains(PHONE);
        assertThat(anOfficial("auditor")
                        .browser()
                        .getJson("/api/audit/events?subjectType=case&subjectId=" + matter)
                        .body())
                .contains("onestop.matter.disclosed", "电话核实经营场所");
        assertThat(asks(anOfficial("overseer"), matter, "随便看看").status()).isEqualTo(403);
    }

    private static String sheet(Official official, UUID matter) {
        return official.browser().getJson("/api/onestop/matters/" + matter).body();
    }

    private static Answer asks(Official official, UUID matter, String purpose) {
        return official.browser()
                .call("POST", "/api/onestop/matters/" + matter + "/reveal", Map.of("purpose", purpose));
    }
}
