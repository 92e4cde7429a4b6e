package cn.gov.jiyuan.platform.messages;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox of whoever the actor acts for. */
@RestController
@RequestMapping("/api/messages")
class MessagesController {
    private final MessageStore store;
    private final Clock clock;

    MessagesController(MessageStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    record Inbox(long unread, List<MessageStore.Message> messages) {}

    @GetMapping
    @Permitted(Permitted.SIGNED_IN)
    Inbox inbox(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID before,
            @RequestParam(defaultValue = "20") int limit) {
        UUID recipient = Messages.recipient(actor);
        return new Inbox(store.unread(recipient), store.inbox(recipient, before, Math.clamp(limit, 1, 100)));
    }

    @PostMapping("/{id}/read")
    @Permitted(Permitted.SIGNED_IN)
    void read(Actor actor, @PathVariable UUID id) {
        if (!store.markRead(Messages.recipient(actor), id, clock.instant())) {
            throw new Fault(MessagesError.UNKNOWN_MESSAGE);
        }
    }
}
