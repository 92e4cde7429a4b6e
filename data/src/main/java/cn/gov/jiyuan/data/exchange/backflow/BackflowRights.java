package cn.gov.jiyuan.data.exchange.backflow;

import java.util.Optional;
import java.util.UUID;

/** Who may receive what; told by sharing, where it was asked for. */
public interface BackflowRights {
    /** Empty if we did not ask this peer, or it did not grant it, or the grant is over. */
    Optional<BackflowRight> find(String peer, UUID request);
}
