package cn.gov.jiyuan.platform.messages;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fills the template and writes message and outbox in the caller's transaction. */
final class MessageWriter implements Messages {
    private final Templates templates;
    private final MessageStore store;
    private final Clock clock;

    MessageWriter(Templates templates, MessageStore store, Clock clock) {
        this.templates = templates;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public UUID send(UUID to, String template, List<?> arguments, @Nullable String link) {
        if (link != null && (!link.startsWith("/") || link.startsWith("//") || link.indexOf('\\') >= 0)) {
            throw new Fault(MessagesError.BAD_LINK, link);
        }
        Template found = templates.of(template);
        UUID id = Ids.next();
        Instant now = clock.instant();
        store.insert(id, to, template, found.titleWith(arguments), found.bodyWith(arguments), link, now);
        found.channels().forEach(channel -> store.queue(id, channel, now));
        return id;
    }

    @Override
    public long unread(UUID party) {
        return store.unread(party);
    }
}
