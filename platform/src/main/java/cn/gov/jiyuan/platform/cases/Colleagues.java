package cn.gov.jiyuan.platform.cases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who the officials are; implemented by the system that knows posts and people. */
public interface Colleagues {
    /** The official in office with this id. */
    Optional<Colleague> find(UUID personId);

    /** Officials of the unit who hold the role, to choose from. */
    List<Colleague> of(UUID unitId, String role);

    /** All officials of the unit. */
    List<Colleague> of(UUID unitId);
}
