package cn.gov.jiyuan.data.opendata.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** How much a dataset is used (使用统计). */
public record Usage(long views, long downloads, long calls) {
    /** One month of all datasets together. */
    public record Month(LocalDate month, long views, long downloads, long calls) {}

    public record Line(UUID dataset, String identifier, String title, long views, long downloads, long calls) {}

    /** All of it, for the page of statistics. */
    public record Statistics(
            Usage total, List<Month> months, List<Line> top, long keys, long applications, long reuses) {}

    enum Kind {
        VIEWS,
        DOWNLOADS,
        CALLS
    }
}
