package cn.gov.jiyuan.contracts.items;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Acceptance of an item was suspended or taken up again (暂停、恢复).
 *
 * @param from first day without acceptance; null if it is accepted again
 * @param to first day with acceptance again; null if not known
 */
public record ItemSuspended(
        String code, @Nullable LocalDate from, @Nullable LocalDate to) {
    public static final String TOPIC = "items.item.suspended";
}
