package cn.gov.jiyuan.platform.hub;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a row of a dataset came from (行的来处).
 *
 * @param batchNo the sender's number of the batch
 * @param row 1, 2, 3 … within the batch; null where the batch was merged by key or spread over several files
 * @param rows rows of the batch
 */
public record RowPlace(
        String dataset,
        String batchNo,
        Landing.Mode mode,
        @Nullable Long row,
        long rows,
        Instant landedAt) {}
