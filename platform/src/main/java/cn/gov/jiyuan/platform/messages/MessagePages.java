package cn.gov.jiyuan.platform.messages;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The messages of whoever the actor acts for, as pages. To open a message is to have read it. */
@Controller
@RequestMapping("/my/messages")
class MessagePages {
    private static final int PAGE = 20;

    private final MessageStore store;
    private final Clock clock;

    MessagePages(MessageStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @GetMapping
    @Permitted(Permitted.SIGNED_IN)
    String inbox(@RequestParam(required = false) @Nullable UUID before, Actor actor, Model model) {
        List<MessageStore.Message> found = store.inbox(Messages.recipient(actor), before, PAGE + 1);
        List<MessageStore.Message> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
        model.addAttribute("messages", shown);
        model.addAttribute("before", before);
        model.addAttribute("older", found.size() > PAGE ? shown.getLast().id() : null);
        return "messages/inbox";
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    @Permitted(Permitted.SIGNED_IN)
    String open(@PathVariable UUID id, Actor actor, Model model) {
        model.addAttribute(
                "message",
                store.find(Messages.recipient(actor), id).orElseThrow(() -> new Fault(MessagesError.UNKNOWN_MESSAGE)));
        store.markRead(Messages.recipient(actor), id, clock.instant());
        return "messages/message";
    }

    @PostMapping("/read")
    @Permitted(Permitted.SIGNED_IN)
    String readAll(Actor actor) {
        store.markAllRead(Messages.recipient(actor), clock.instant());
        return "redirect:/my/messages";
    }
}
