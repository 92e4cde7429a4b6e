package cn.gov.jiyuan.data.opendata.release;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published version (发布版本), which never changes.
 *
 * @param served dataset of the hub behind the API @param snapshot its snapshot
 * @param suppressed rows left out @param hidden counts hidden because they are small
 * @param columns as published
 */
public record Version(
        UUID id,
        UUID datasetId,
        int number,
        @Nullable String served,
        long snapshot,
        Licence licence,
        long rows,
        long suppressed,
        long hidden,
        List<Field> columns,
        Instant released,
        @Nullable Instant withdrawn,
        List<Distribution> files) {
    /** @param level how coarse it was made, in words; empty if it was not */
    public record Field(String name, String title, String type, String level) {}

    /** A file of the version (DCAT Distribution). */
    public record Distribution(UUID id, FileFormat format, UUID fileId, long bytes, String sm3) {}
}
