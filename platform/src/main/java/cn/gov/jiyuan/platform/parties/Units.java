package cn.gov.jiyuan.platform.parties;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tree of units (机构树): 示范区, departments, towns, villages. Small and read often; each node keeps a copy. */
public interface Units {
    Optional<Unit> find(UUID id);

    Optional<Unit> byCode(String code);

    /** The unit itself, known to exist. */
    Unit get(UUID id);

    /** Direct children in their official order. */
    List<Unit> children(UUID parentId);

    /** All units except villages, in official order. */
    List<Unit> offices();
}
