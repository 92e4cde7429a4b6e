package cn.gov.jiyuan.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ScenarioReportTest {
    @Test
    void listsAllScenariosAndJourneys() {
        assertThat(ScenarioList.entries()).hasSize(473).containsKeys("S01.1", "S28.4", "E8");
    }

    @Test
    void aScenarioIsProvedOnlyIfEveryTestThatClaimsItPassed() {
        ScenarioReport report = new ScenarioReport();
        report.read("S28.1,a.B,c,只验页面,passed\nS28.4,a.B,d,,passed\nS28.4,a.B,e,,failed\n");
        String text = report.text(Map.of("S28", "政务服务"));

        assertThat(text).contains("共 473 个场景，已证明 1 个");
        assertThat(text).containsPattern("\\| S28\\.1 \\|.*\\| 已证明 \\| B\\.c \\| 只验页面 \\|");
        assertThat(text).containsPattern("\\| S28\\.4 \\|.*\\| 未证明 \\| B\\.d<br>B\\.e \\|");
        assertThat(text).isEqualTo(report.text(Map.of("S28", "政务服务")));
    }

    @Test
    void thePackagedResultHoldsEveryScenarioWithTheDayAndRevisionOfItsRun() {
        ScenarioReport report = new ScenarioReport();
        report.read("S28.1,a.B,c,,passed\n");
        JsonNode packaged = JsonMapper.shared()
                .readTree(report.packaged(Map.of(), new TestedSource("2026-11-27", "abc1234", false)));
        assertThat(packaged.path("revision").asString()).isEqualTo("abc1234");
        assertThat(packaged.path("clean").asBoolean()).isFalse();
        assertThat(packaged.path("chapters")
                        .valueStream()
                        .mapToInt(c -> c.path("scenarios").size())
                        .sum())
                .isEqualTo(473);
        assertThat(packaged.path("chapters")
                        .valueStream()
                        .flatMap(c -> c.path("scenarios").valueStream())
                        .filter(s -> s.path("proved").asBoolean())
                        .map(s -> s.path("id").asString()))
                .containsExactly("S28.1");
    }

    @Test
    void rowsSurviveCommasQuotesAndLineEnds() {
        List<String> cells = List.of("a,b", "“c” \"d\"", "e\nf", "");
        assertThat(CsvRows.read(CsvRows.line(cells))).containsExactly(cells);
    }
}
