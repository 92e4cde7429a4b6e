package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.util.UUID;

/** An official to whom work is handed (同事). */
public record Colleague(UUID id, String name) {
    static Colleague of(Actor actor) {
        return new Colleague(actor.personId(), actor.name());
    }
}
