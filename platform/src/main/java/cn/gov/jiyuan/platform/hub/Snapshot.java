package cn.gov.jiyuan.platform.hub;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of a dataset (快照), which never changes.
 *
 * @param number 1, 2, 3 … within the dataset
 * @param batch id of the batch that made it
 * @param rows how many rows it has
 * @param changed rows that the batch added or changed
 * @param removed rows that the batch removed
 */
public record Snapshot(String dataset, long number, UUID batch, long rows, long changed, long removed, Instant at) {}
