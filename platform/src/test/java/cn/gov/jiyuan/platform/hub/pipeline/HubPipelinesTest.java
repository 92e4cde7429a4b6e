package cn.gov.jiyuan.platform.hub.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class HubPipelinesTest {
    private final PipelineEngine duck = new DuckEngine();

    @Test
    void the_engine_is_the_one_that_the_setting_names() {
        assertThat(HubPipelines.chosen("duckdb", List.of(duck))).isSameAs(duck);
    }

    @Test
    void an_engine_that_is_not_there_is_told_with_those_that_are() {
        assertThatThrownBy(() -> HubPipelines.chosen("spark", List.of(duck)))
                .isInstanceOfSatisfying(Fault.class, fault -> {
                    assertThat(fault.code()).isEqualTo(PipelineError.NO_ENGINE);
                    assertThat(fault.arguments()).containsExactly("spark", "duckdb");
                });
    }
}
