package cn.gov.jiyuan.platform.federation;

import java.time.Instant;
import java.util.UUID;

/**
 * One row of a batch.
 *
 * @param rowGuid {@code row_guid}: new for each operation on a record
 * @param recordId the record's own id, the same in all its operations
 * @param at {@code cd_time}: when the operation happened at its source
 * @param content JSON object in the shape that the record type prescribes
 */
public record ExchangeRow(UUID rowGuid, String recordId, Operation operation, Instant at, String content) {
    /** {@code cd_operation}. What was reported is never deleted from the table; a deletion is a row of its own. */
    public enum Operation {
        /** A record that the receiver does not have. */
        I("新增"),
        U("变更"),
        D("删除");

        private final String label;

        Operation(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
