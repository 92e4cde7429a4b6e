package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.platform.feed.FeedConsumer;
import cn.gov.jiyuan.platform.hub.BatchDone;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Notes which rows of the sources changed, and which datasets of other makers have a new version. */
@Component
final class ThemeChanges implements FeedConsumer {
    private final Topics topics;
    private final TopicStore store;
    private final Clock clock;

    ThemeChanges(Topics topics, TopicStore store, Clock clock) {
        this.topics = topics;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "themes.changes";
    }

    @Override
    public boolean wants(String topic) {
        return topic.equals(BatchDone.TOPIC)
                || topics.built().stream()
                        .flatMap(schema -> schema.sources().stream())
                        .anyMatch(source -> source.topic() != null && topic.startsWith(source.topic()));
    }

    @Override
    public void accept(List<Entry> entries) {
        for (TopicSchema topic : topics.built()) {
            topic.sources().forEach(source -> note(topic, source, entries));
            if (entries.stream().anyMatch(entry -> concerns(topic, entry))) {
                store.want(topic.id(), clock.instant());
            }
        }
    }

    private void note(TopicSchema topic, SourceTask source, List<Entry> entries) {
        Set<String> keys = entries.stream()
                .filter(entry -> source.topic() != null && entry.topic().startsWith(source.topic()))
                .filter(entry -> source.caseType() == null
                        || source.caseType().equals(entry.payload().path("type").asString("")))
                .map(Entry::key)
                .collect(Collectors.toSet());
        if (!keys.isEmpty()) {
            store.changed(topic.id(), source.id(), keys);
        }
    }

    /** A new version of a dataset that the theme reads and does not make itself. */
    private static boolean concerns(TopicSchema topic, Entry entry) {
        return entry.topic().equals(BatchDone.TOPIC)
                && topic.stepOf(entry.key()).isEmpty()
                && topic.sourceOf(entry.key()).isEmpty()
                && topic.steps().stream()
                        .flatMap(step -> step.from().stream())
                        .anyMatch(join -> join.dataset().equals(entry.key()));
    }
}
