package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.platform.feed.FeedConsumer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks at each case that changed, seconds after it did. */
@Component
final class ChangedCases implements FeedConsumer {
    private static final Duration OLD = Duration.ofDays(1);

    private final Overseer overseer;

    ChangedCases(Overseer overseer) {
        this.overseer = overseer;
    }

    @Override
    public String name() {
        return "oversight.cases";
    }

    @Override
    public boolean wants(String topic) {
        return topic.startsWith("cases.");
    }

    @Override
    public void accept(List<Entry> entries) {
        Set<UUID> changed = entries.stream()
                .filter(entry -> !entry.payload().path("type").asString("").startsWith("oversight."))
                .filter(entry -> !isDemoHistory(entry))
                .map(entry -> UUID.fromString(entry.key()))
                .collect(Collectors.toSet());
        overseer.look(changed);
    }

    /** The invented past comes with the cards that it led to, in {@link DemoCards}. */
    private static boolean isDemoHistory(Entry entry) {
        String at = entry.payload().path("at").asString("");
        return entry.payload().path("demo").asBoolean(false)
                && !at.isEmpty()
                && Instant.parse(at).isBefore(entry.at().minus(OLD));
    }
}
