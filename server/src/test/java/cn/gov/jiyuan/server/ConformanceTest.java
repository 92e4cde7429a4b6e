package cn.gov.jiyuan.server;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.platform.indicators.Indicators;
import cn.gov.jiyuan.server.town.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Anybody can read what holds and what does not, and nothing is said to hold that nobody has counted. */
class ConformanceTest extends ServerTest {
    @Autowired
    private Indicators indicators;

    @Test
    void declaredOnlineApplicableHereAndGoneOnlineAreThreeRates() {
        anEnterpriseOwner().applies();
        indicators.keepToday();
        clock.set("2022-09-26T10:00");
        JsonNode report = aVisitor().getJson("/api/conformance").json();
        JsonNode declared = target(report, "审批服务事项网上可办率");
        JsonNode here = target(report, "其中：可在本站直接申请");
        JsonNode through = target(report, "一网通办率");
        assertThat(declared.path("denominator").asLong())
                .isEqualTo(here.path("denominator").asLong())
                .isPositive();
        assertThat(declared.path("target").path("caution").asString()).contains("按各单位的申报统计");
        assertThat(through.path("wanted").asString()).isEqualTo("≥ 98%");
        assertThat(through.path("basis").asString()).contains("十四五");
        assertThat(target(report, "公共数据按需共享率").path("state").asString()).isEqualTo("NO_DATA");
    }

    @Test
    void standardsAreLookedUpInWhatIsRunningAndScenariosNameTheirRun() {
        clock.set("2022-09-26T11:00");
        String page = aVisitor().get("/conformance").text();
        assertThat(page)
                .contains(
                        "GB/T 39046—2020",
                        items() + " 项中 " + items() + " 项符合",
                        "GB/T 38540—2020",
                        "WCAG 2.2 AA",
                        "国办发〔2019〕51 号")
                .contains("全量测试，源码版本", "这一部分随软件打包，不是实时的")
                .contains("还没有建成，没有数据，不作判断");
        assertThat(aVisitor().get("/conformance/scenarios").text()).contains("S28.4", "已证明", "未证明");
    }

    @Test
    void anItemWithABrokenCodeIsSeenAtTheNextCheck() {
        String code = foodBusinessLicence();
        String broken = code.substring(0, 10) + (code.charAt(10) == 'X' ? 'Y' : 'X') + code.substring(11);
        jdbc.sql("update items.item set code = ? where code = ?")
                .params(broken, code)
                .update();
        try {
            clock.set("2022-09-26T12:00");
            assertThat(aVisitor().get("/conformance").text())
                    .contains(items() + " 项中 " + (items() - 1) + " 项符合", "没有达到");
        } finally {
            jdbc.sql("update items.item set code = ? where code = ?")
                    .params(code, broken)
                    .update();
        }
    }

    private long items() {
        return jdbc.sql("select count(*) from items.item where state = 'IN_FORCE'")
                .query(Long.class)
                .single();
    }

    private static JsonNode target(JsonNode report, String title) {
        return report.path("targets")
                .valueStream()
                .filter(one -> one.path("target").path("title").asString().equals(title))
                .findFirst()
                .orElseThrow();
    }
}
