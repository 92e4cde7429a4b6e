package cn.gov.jiyuan.platform.access;

import cn.gov.jiyuan.kernel.actor.Actor;
import jakarta.servlet.http.HttpServletRequest;

/** Tells who is behind a request; implemented by the system of identity. */
public interface ActorSource {
    /** The actor, or {@link Actor#ANONYMOUS}. */
    Actor actorOf(HttpServletRequest request);
}
