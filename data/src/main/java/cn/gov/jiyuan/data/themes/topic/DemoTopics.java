package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.platform.demo.DemoSource;
import cn.gov.jiyuan.platform.jobs.Progress;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The themes are made of what the demonstration's offices did: read anew once all of it is there, by the usual refresh. */
@Component
final class DemoTopics implements DemoSource {
    private static final int AFTER_CASES_AND_RATINGS = 80;
    private final Topics topics;
    private final TopicStore store;
    private final Clock clock;

    DemoTopics(Topics topics, TopicStore store, Clock clock) {
        this.topics = topics;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public int order() {
        return AFTER_CASES_AND_RATINGS;
    }

    @Override
    public String title() {
        return "主题库";
    }

    @Override
    public void load(Progress progress) {
        progress.total(topics.built().size());
        for (TopicSchema topic : topics.built()) {
            store.adopt(topic);
            store.readAnew(topic.id());
            store.want(topic.id(), clock.instant());
            progress.advance(1);
        }
    }
}
