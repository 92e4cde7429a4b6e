package cn.gov.jiyuan.platform.hub;

import java.time.Instant;
import java.util.UUID;

/** A batch that a gate holds back (拦截批次). */
public record HeldBatch(
        UUID id, String dataset, String batch, Landing.Mode mode, long rows, String reason, Instant at) {}
