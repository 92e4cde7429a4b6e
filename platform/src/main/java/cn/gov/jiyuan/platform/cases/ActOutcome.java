package cn.gov.jiyuan.platform.cases;

import java.time.Instant;
import java.util.UUID;

/**
 * What an action did.
 *
 * @param version version of the case afterwards, to be sent with the next action
 * @param sequence place in the timeline
 * @param repeated this is the outcome of an earlier submission with the same key
 */
public record ActOutcome(
        UUID caseId,
        String action,
        String from,
        String to,
        String stateLabel,
        int version,
        int sequence,
        Instant at,
        boolean repeated) {}
