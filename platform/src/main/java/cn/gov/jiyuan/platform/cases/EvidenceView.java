package cn.gov.jiyuan.platform.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of evidence in a case.
 *
 * @param sequence entry of the timeline with which it came
 */
public record EvidenceView(
        UUID id,
        @Nullable UUID fileId,
        String kind,
        String name,
        NewEvidence.Source source,
        @Nullable String sm3,
        int sequence,
        Instant addedAt) {}
