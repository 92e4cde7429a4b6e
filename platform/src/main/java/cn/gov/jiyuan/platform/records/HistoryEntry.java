package cn.gov.jiyuan.platform.records;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One version of a record and what changed in it.
 *
 * @param by name of who made it, null if unknown
 * @param changes column by column; everything is new in the first version
 */
public record HistoryEntry(
        long version, OffsetDateTime at, @Nullable String by, List<Change> changes) {
    /** @param before masked like any view; empty in the first version */
    public record Change(String column, String label, String before, String after) {}
}
