package cn.gov.jiyuan.support.identity;

import java.util.UUID;

/**
 * A capacity that somebody may choose, as shown to him.
 *
 * @param principalId for whom he then acts: himself, the person or firm represented, his unit
 */
record CapacityOption(Capacity capacity, String label, String note, boolean chosen, UUID principalId) {}
