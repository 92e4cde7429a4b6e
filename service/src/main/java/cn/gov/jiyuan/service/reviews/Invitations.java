package cn.gov.jiyuan.service.reviews;

import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.platform.messages.Messages;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Invites applicants to rate as soon as they have the result in hand (短信邀评), each matter once however often it is read. */
@Component
final class Invitations implements FeedConsumer {
    private static final Set<String> TOPICS = Set.of("cases.case.deliver", "cases.case.collect");

    private final EvaluationStore store;
    private final Messages messages;
    private final Clock clock;

    Invitations(JdbcClient jdbc, Messages messages, Clock clock) {
        this.store = new EvaluationStore(jdbc);
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reviews.invitations";
    }

    @Override
    public boolean wants(String topic) {
        return TOPICS.contains(topic);
    }

    @Override
    public void accept(List<Entry> entries) {
        for (Entry entry : entries) {
            JsonNode matter = entry.payload();
            if (matter.path("type").asString("").equals("onestop.matter")
                    && !matter.path("demo").asBoolean()
                    && store.invite(UUID.fromString(entry.key()), clock.instant())) {
                messages.send(
                        UUID.fromString(matter.path("applicantId").asString()),
                        "reviews.invite",
                        List.of(
                                matter.path("title").asString(),
                                matter.path("number").asString()),
                        "/my/matters/" + entry.key() + "/rate");
            }
        }
    }
}
