package cn.gov.jiyuan.platform.access;

import java.util.Set;
import java.util.UUID;

/** What the policy must know of units; implemented by the engine of parties. */
public interface UnitDirectory {
    /** The unit and all units below it. */
    Set<UUID> withDescendants(UUID unitId);

    /** Code of the area that the unit serves. */
    String areaOf(UUID unitId);
}
