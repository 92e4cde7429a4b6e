package cn.gov.jiyuan.platform.jobs;

import java.time.Duration;

/** Roles that one node at a time may hold: sealer, scheduler, pipelines. */
public interface Leases {
    /** Takes or renews the role for this node; false if another node holds it. A dead node's role falls free after {@code ttl}. */
    boolean hold(String role, Duration ttl);

    /** Gives the role back. */
    void release(String role);
}
