package cn.gov.jiyuan.kernel.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class KernelErrorTest {
    @Test
    void everyErrorHasItsTextAndEveryTextItsError() throws IOException {
        var texts = new Properties();
        try (var in = KernelErrorTest.class.getResourceAsStream("/messages/kernel.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }

        assertThat(texts.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(KernelError.values())
                        .map(KernelError::code)
                        .toList());
        assertThat(texts.values()).allMatch(text -> !text.toString().contains("'"));
    }
}
