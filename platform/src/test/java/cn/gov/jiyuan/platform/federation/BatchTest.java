package cn.gov.jiyuan.platform.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final Instant CLOSED = Instant.parse("2026-11-20T02:00:00Z");

    @Test
    void aBatchHoldsTheOperationsOnARecordInTheOrderGiven() {
        ExchangeRow made = row(ExchangeRow.Operation.I, CLOSED.minusSeconds(60));
        ExchangeRow gone = row(ExchangeRow.Operation.D, CLOSED);
        List<ExchangeRow> rows = new ArrayList<>(List.of(made, gone));
        Batch batch = batch("419001", rows);
        rows.clear();
        assertThat(batch.rows()).containsExactly(made, gone);
    }

    @Test
    void aRowThatIsThereTwiceOrCameAfterTheEndIsRefused() {
        ExchangeRow row = row(ExchangeRow.Operation.U, CLOSED);
        assertThatThrownBy(() -> batch("419001", List.of(row, row))).hasMessageContaining("once");
        ExchangeRow late = row(ExchangeRow.Operation.U, CLOSED.plusMillis(1));
        assertThatThrownBy(() -> batch("419001", List.of(late))).hasMessageContaining("closed");
    }

    @Test
    void theMakerIsNamedByItsAreaCode() {
        assertThat(batch("419001001", List.of()).dataSource()).isEqualTo("419001001");
        for (String wrong : new String[] {"", "济源", "4190", "41900100"}) {
            assertThatThrownBy(() -> batch(wrong, List.of())).hasMessageContaining("area code");
        }
    }

    private static Batch batch(String source, List<ExchangeRow> rows) {
        return new Batch("2026112001", "items.item", 1, Batch.Direction.UP, source, CLOSED, rows);
    }

    private static ExchangeRow row(ExchangeRow.Operation operation, Instant at) {
        return new ExchangeRow(UUID.randomUUID(), "r-1", operation, at, "{}");
    }
}
