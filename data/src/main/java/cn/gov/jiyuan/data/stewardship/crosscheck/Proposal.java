package cn.gov.jiyuan.data.stewardship.crosscheck;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit asks to be the source of an item (数源提请), because the item is its duty; the city's manager of data decides.
 *
 * @param source the dataset of the asking unit that would tell the item
 * @param reason why the unit, in its own words
 * @param decision why it was decided so; empty while it waits
 */
record Proposal(
        UUID id,
        String item,
        String title,
        Source source,
        @Nullable String codeTable,
        String basis,
        LocalDate validFrom,
        String reason,
        State state,
        UUID byId,
        String byName,
        Instant at,
        @Nullable String decidedName,
        @Nullable Instant decidedAt,
        String decision) {
    enum State {
        WAITING("待裁定"),
        ACCEPTED("采纳"),
        REFUSED("不采纳");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
