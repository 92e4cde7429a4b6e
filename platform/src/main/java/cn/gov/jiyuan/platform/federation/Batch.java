package cn.gov.jiyuan.platform.federation;

import java.time.Instant;
import java.util.List;

/**
 * A closed batch of rows that goes up to the province or comes down from it (批次), in the semantics of the front-end
 * database (前置库) of the national platform.
 *
 * @param number {@code cd_batch}, unique per data source
 * @param sequence 1, 2, 3 … among the batches of this record type to this receiver
 * @param dataSource area code of whoever made it
 */
public record Batch(
        String number,
        String recordType,
        long sequence,
        Direction direction,
        String dataSource,
        Instant closedAt,
        List<ExchangeRow> rows) {
    public Batch {
        rows = List.copyOf(rows);
        if (number.isBlank() || recordType.isBlank() || sequence < 1 || !dataSource.matches("\\d{6}|\\d{9}|\\d{12}")) {
            throw new IllegalArgumentException(
                    "a batch has a number, a record type, a sequence and the area code of its maker");
        }
        if (rows.stream().map(ExchangeRow::rowGuid).distinct().count() != rows.size()) {
            throw new IllegalArgumentException("a row goes once in a batch: what is sent again is a row of its own");
        }
        if (rows.stream().anyMatch(row -> row.at().isAfter(closedAt))) {
            throw new IllegalArgumentException("nothing is added to a batch after it is closed");
        }
    }

    /** Which way a batch goes. */
    public enum Direction {
        /** To the province. */
        UP("上报"),
        /** From the province. */
        DOWN("下发");

        private final String label;

        Direction(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
