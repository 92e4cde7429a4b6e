package cn.gov.jiyuan.data.themes.topic;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * One making of a dataset of a theme (加工批次).
 *
 * @param inputs what it was made of: datasets with their snapshots, and under {@code #} what else decides
 */
record StepRun(
        UUID id,
        String topic,
        String dataset,
        long snapshot,
        UUID batch,
        String batchNo,
        Map<String, String> inputs,
        Instant asOf,
        long rows,
        Instant madeAt) {}
