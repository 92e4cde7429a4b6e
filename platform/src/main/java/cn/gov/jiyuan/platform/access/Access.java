package cn.gov.jiyuan.platform.access;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.util.Set;

/** The one policy. Pages, APIs, exports and search all ask here. */
public interface Access {
    boolean may(Actor actor, String permission);

    /** @throws cn.gov.jiyuan.kernel.error.Fault {@code access.sign-in} or {@code access.forbidden} */
    void require(Actor actor, String permission);

    /** The rows that the actor may see under the permission; {@link RowScope.None} without it. */
    RowScope rows(Actor actor, String permission);

    /** All permissions that the actor holds, for menus. */
    Set<String> permissions(Actor actor);
}
