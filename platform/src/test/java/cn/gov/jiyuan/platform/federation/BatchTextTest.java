package cn.gov.jiyuan.platform.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.federation.ExchangeRow.Operation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchTextTest {
    private static final Instant CLOSED = Instant.parse("2026-11-20T02:00:00.123456Z");
    private static final Batch BATCH = new Batch(
            "419001-exchange.data-00000007",
            "exchange.data",
            7,
            Batch.Direction.UP,
            "419001",
            CLOSED,
            List.of(
                    new ExchangeRow(UUID.randomUUID(), "r-1", Operation.I, CLOSED, "{\"name\":\"济源\",\"n\":1.50}"),
                    new ExchangeRow(UUID.randomUUID(), "r-2", Operation.D, CLOSED.minusSeconds(1), "{}")));

    @Test
    void aBatchComesBackAsItWasAndBecomesTheSameBytesAgain() {
        byte[] sent = BatchText.write(BATCH);
        assertThat(BatchText.read(sent)).isEqualTo(BATCH);
        assertThat(BatchText.write(BatchText.read(sent))).isEqualTo(sent);
        assertThat(new String(sent, StandardCharsets.UTF_8))
                .contains("\"row_guid\"", "\"cd_operation\"", "\"cd_batch\"");
    }

    @Test
    void whatIsNoBatchIsRefused() {
        String text = new String(BatchText.write(BATCH), StandardCharsets.UTF_8);
        for (String wrong : List.of(
                "",
                "[]",
                "null",
                text.substring(0, 100),
                text.replace("\"sequence\":7", "\"sequence\":0"),
                text.replace("\"D\"", "\"X\""),
                text.replace("r-1", ""),
                text.replace("{}", "[]"),
                text.replace("\"UP\"", "\"SIDEWAYS\""),
                text.replaceFirst("\"rows\":.*", "\"rows\":[]}"))) {
            assertThatThrownBy(() -> BatchText.read(wrong.getBytes(StandardCharsets.UTF_8)))
                    .as(wrong)
                    .isInstanceOfSatisfying(
                            Fault.class, fault -> assertThat(fault.code()).isEqualTo(FederationError.BAD_BATCH));
        }
    }

    @Test
    void aReceiptNamesTheRowsSentBack() {
        Abnormal abnormal = new Abnormal(
                UUID.randomUUID(), BATCH.rows().getFirst().rowGuid(), BATCH.number(), "BAD_CODE", "校验位不对", CLOSED);
        BatchText.Receipt receipt = new BatchText.Receipt(BATCH.number(), "00ff", false, List.of(abnormal));
        assertThat(BatchText.readReceipt(BatchText.write(receipt))).isEqualTo(receipt);
        assertThatThrownBy(() -> BatchText.readReceipt("{}".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Fault.class);
    }
}
