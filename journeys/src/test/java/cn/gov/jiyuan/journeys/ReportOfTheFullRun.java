package cn.gov.jiyuan.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import cn.gov.jiyuan.scenario.ScenarioReport;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The last step of the full run ({@code -Pcheck}): writes docs/scenarios.md. No other run starts it. */
class ReportOfTheFullRun {
    @Test
    void saysWhatWasProved() throws IOException {
        assertThat(ScenarioReport.write()).isNotEmptyFile();
    }
}
