package cn.gov.jiyuan.platform.hub;

import java.util.UUID;

/** A batch is held back until somebody looks at it (批次拦截). */
public record BatchHeld(String dataset, UUID batch, String batchNo, long rows, String reason) {
    public static final String TOPIC = "data.batch.held";
}
