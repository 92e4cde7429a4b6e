package cn.gov.jiyuan.platform.records;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param rows the rows
 * @param next cursor for {@code after=}, null on the last page
 * @param previous cursor for {@code before=}, null on the first page
 * @param totals count and sums over the whole filter, null if not asked for
 * @param sentence the filter in words
 * @param link the query string that stands for this list
 */
public record RecordPage(
        List<RecordRow> rows,
        @Nullable String next,
        @Nullable String previous,
        @Nullable Totals totals,
        String sentence,
        String link) {}
