package cn.gov.jiyuan.platform.hub;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.util.UUID;

/**
 * What a landing is about.
 *
 * @param key of its files, in clear
 * @param released the batch was held and is let go now
 */
record Batching(
        Actor actor, Dataset dataset, UUID id, String number, Landing.Mode mode, String key, boolean released) {}
