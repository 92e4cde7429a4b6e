package cn.gov.jiyuan.data.stewardship.assets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A data asset in the books (数据资产): one number for one resource, for good. */
record Asset(
        UUID id,
        String number,
        String name,
        String resource,
        @Nullable String dataset,
        UUID unitId,
        BigDecimal cost,
        String keeper,
        @Nullable LocalDate keepUntil,
        State state,
        LocalDate registeredOn,
        @Nullable LocalDate lastUsedOn,
        int version) {
    enum State {
        REGISTERED("登记"),
        IN_USE("在用"),
        IDLE("闲置"),
        DISPOSED("已处置");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
