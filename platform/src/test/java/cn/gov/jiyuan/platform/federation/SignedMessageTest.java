package cn.gov.jiyuan.platform.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignedMessageTest {
    private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    @Test
    void aMessageIsFreshWithinTheWindowOnBothSides() {
        Duration window = Duration.ofMinutes(5);
        assertThat(at(NOW.minus(window)).fresh(NOW, window)).isTrue();
        assertThat(at(NOW.plus(window)).fresh(NOW, window)).isTrue();
        assertThat(at(NOW.minus(window).minusMillis(1)).fresh(NOW, window)).isFalse();
        assertThat(at(NOW.plus(window).plusMillis(1)).fresh(NOW, window)).isFalse();
    }

    @Test
    void timeAndNonceHaveTheirForm() {
        assertThat(at(NOW).complete()).isTrue();
        for (String time : List.of("", "-1", "1e3", "9".repeat(20))) {
            assertThat(message(time, UUID.randomUUID().toString()).complete())
                    .as(time)
                    .isFalse();
        }
        for (String nonce : List.of("", "short", "with blanks and more", "x".repeat(65))) {
            assertThat(message("1", nonce).complete()).as(nonce).isFalse();
        }
    }

    @Test
    void everyPartOfTheRequestIsUnderItsSignature() {
        String signed = SignedMessage.signed("419001", "410000", "1", "n", BODY);
        assertThat(List.of(
                        SignedMessage.signed("419002", "410000", "1", "n", BODY),
                        SignedMessage.signed("419001", "420000", "1", "n", BODY),
                        SignedMessage.signed("419001", "410000", "2", "n", BODY),
                        SignedMessage.signed("419001", "410000", "1", "m", BODY),
                        SignedMessage.signed("419001", "410000", "1", "n", new byte[0]),
                        SignedMessage.batchSigned(BODY),
                        SignedMessage.receiptSigned("n", BODY)))
                .doesNotContain(signed)
                .doesNotHaveDuplicates();
    }

    @Test
    void anAddressIsBareAndSafe() {
        assertThat(FederationDesk.address("https://share.example.gov.cn/")).hasHost("share.example.gov.cn");
        assertThat(FederationDesk.address(" http://127.0.0.1:8090")).hasPort(8090);
        for (String wrong : List.of(
                "",
                "share.example.gov.cn",
                "http://share.example.gov.cn",
                "http://127.0.0.1.example.cn",
                "https://share.example.gov.cn/api",
                "https://user@share.example.gov.cn",
                "https://share.example.gov.cn?x=1",
                "ftp://127.0.0.1")) {
            assertThatThrownBy(() -> FederationDesk.address(wrong)).as(wrong).isInstanceOf(Fault.class);
        }
    }

    private static SignedMessage at(Instant time) {
        return message(Long.toString(time.toEpochMilli()), UUID.randomUUID().toString());
    }

    private static SignedMessage message(String time, String nonce) {
        return new SignedMessage("419001", "410000", time, nonce, "", "", BODY);
    }
}
