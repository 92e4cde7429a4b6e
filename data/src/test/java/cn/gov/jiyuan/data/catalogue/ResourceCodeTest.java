package cn.gov.jiyuan.data.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceCodeTest {
    @Test
    void the_example_of_the_guide_is_taken_apart_and_put_together() {
        ResourceCode code = ResourceCode.parse("30701204/000015");
        assertThat(code.root()).isEqualTo("3");
        assertThat(code.item()).isEqualTo("07");
        assertThat(code.directory()).isEqualTo("012");
        assertThat(code.subdirectory()).isEqualTo("04");
        assertThat(code.sequence()).isEqualTo(15);
        assertThat(code).hasToString("30701204/000015");
        assertThat(ResourceCode.parse("307012/1000000")).hasToString("307012/1000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "307012", "307012-15", "407012/1", "3070/1", "307012/0", "307012/1a", "307012/"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> ResourceCode.parse(text)).isInstanceOf(Fault.class);
    }
}
