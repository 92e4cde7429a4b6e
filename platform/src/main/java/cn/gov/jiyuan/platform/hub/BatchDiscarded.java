package cn.gov.jiyuan.platform.hub;

import java.util.UUID;

/** A batch that was held back is given up and never becomes a version (批次弃用). */
public record BatchDiscarded(String dataset, UUID batch, String batchNo, long rows, String reason) {
    public static final String TOPIC = "data.batch.discarded";
}
