package cn.gov.jiyuan.platform.federation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row as it is kept (交换行), beside its content. @param number order in which rows were put */
record KeptRow(
        UUID id,
        long number,
        String peer,
        boolean outgoing,
        String recordType,
        String label,
        @Nullable UUID unitId,
        @Nullable String batch,
        State state,
        ExchangeRow row) {

    /** Where a row stands. */
    enum State {
        WAITING("待封批"),
        SENT("待回执"),
        TAKEN("已收下"),
        RETURNED("已退回");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
