package cn.gov.jiyuan.support.identity;

import java.util.List;
import java.util.UUID;

/**
 * A delegation as one of its sides sees it.
 *
 * @param given whether the viewer is the principal's side
 * @param mark class of the tag: on, wait or none
 * @param may what the viewer can do with it now
 */
record DelegationView(
        UUID id,
        boolean given,
        boolean enterprise,
        UUID principalId,
        String principal,
        String agent,
        String relation,
        String scope,
        String period,
        int level,
        String status,
        String mark,
        May may,
        List<Step> history) {
    record May(boolean accept, boolean end, boolean prolong, boolean remind, boolean handOver, boolean switchTo) {}

    record Step(String when, String who, String what, String note) {}
}
