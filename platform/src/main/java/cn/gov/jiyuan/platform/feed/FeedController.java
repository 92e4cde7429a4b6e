package cn.gov.jiyuan.platform.feed;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Consumers and parked entries for operators. */
@RestController
@RequestMapping("/api/feed")
class FeedController {
    private final FeedDesk desk;

    FeedController(FeedDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/consumers")
    @Permitted("feed.consumer.read")
    List<FeedDesk.State> consumers() {
        return desk.consumers();
    }

    @GetMapping("/parked")
    @Permitted("feed.consumer.read")
    List<FeedDesk.Parked> parked(@RequestParam(defaultValue = "100") int limit) {
        return desk.parked(limit);
    }

    @PostMapping("/parked/{id}/replay")
    @Permitted("feed.consumer.manage")
    void replay(Actor actor, @PathVariable UUID id) {
        desk.replay(actor, id);
    }

    @PostMapping("/consumers/{name}/reset")
    @Permitted("feed.consumer.manage")
    void reset(Actor actor, @PathVariable String name) {
        desk.reset(actor, name);
    }
}
