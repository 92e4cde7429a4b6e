package cn.gov.jiyuan.data.stewardship.crosscheck;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one source of an item in a time (一数一源).
 *
 * @param item id of the item, {@code person.marital} for example
 * @param codeTable code table to which values of all sources are brought; null compares them as written
 * @param validTo last day; null for open
 */
record Authority(
        UUID id,
        String item,
        String title,
        Source source,
        @Nullable String codeTable,
        String basis,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {
    boolean holds(LocalDate day) {
        return !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    boolean overlaps(LocalDate from, @Nullable LocalDate to) {
        return (to == null || !validFrom.isAfter(to)) && (validTo == null || !from.isAfter(validTo));
    }
}
