package cn.gov.jiyuan.platform.hub;

import java.util.UUID;

/**
 * A dataset has a new version (批次入库完成).
 *
 * @param rows rows of the version @param changed rows added or changed @param removed rows removed
 */
public record BatchDone(
        String dataset, long snapshot, UUID batch, String batchNo, long rows, long changed, long removed) {
    public static final String TOPIC = "data.batch.done";
}
