package cn.gov.jiyuan.support.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
    private final Totp totp = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource({"59, 287082", "1111111109, 081804", "1111111111, 050471", "1234567890, 005924", "2000000000, 279037"})
    void the_vectors_of_RFC_6238_appendix_B_hold(long second, String code) {
        assertThat(totp.code(Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void one_step_of_drift_is_allowed_and_no_step_counts_twice() {
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        String before = totp.code(now.minusSeconds(30));
        assertThat(totp.stepOf(before, now, 0)).hasValue(37037036L);
        assertThat(totp.stepOf(totp.code(now.plusSeconds(30)), now, 0)).isPresent();
        assertThat(totp.stepOf(totp.code(now.plusSeconds(60)), now, 0)).isEmpty();
        assertThat(totp.stepOf(totp.code(now.minusSeconds(60)), now, 0)).isEmpty();
        assertThat(totp.stepOf(totp.code(now), now, 37037037)).isEmpty();
    }

    @Test
    void the_secret_is_written_in_base_32() {
        assertThat(totp.text()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(totp.address("citizen"))
                .startsWith("otpauth://totp/%E6%B5%8E")
                .contains(":citizen?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=")
                .endsWith("&algorithm=SHA1&digits=6&period=30");
    }
}
