package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Refreshes each theme on one node at a time: when somebody wants it, when a batch came, and by the clock. */
@Component
final class RefreshWork implements RecurringWork {
    private static final Duration OFTEN = Duration.ofSeconds(2);
    private final Topics topics;
    private final TopicStore store;
    private final Refresh refresh;
    private final Rules rules;
    private final Clock clock;
    private volatile boolean adopted;

    RefreshWork(Topics topics, TopicStore store, Refresh refresh, Rules rules, Clock clock) {
        this.topics = topics;
        this.store = store;
        this.refresh = refresh;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "themes.refresh";
    }

    @Override
    public Duration pause() {
        return OFTEN;
    }

    @Override
    public boolean run() {
        if (!adopted) {
            refresh.adopt();
            adopted = true;
        }
        topics.built().stream().filter(this::due).forEach(refresh::refresh);
        return false;
    }

    private boolean due(TopicSchema topic) {
        TopicState state = store.topic(topic.id());
        Instant last = state.refreshedAt();
        Duration pause = Duration.ofMinutes(rules.integer("themes.refresh.minutes", LocalDate.now(clock)));
        return state.wantedAt() != null
                || last == null
                || Duration.between(last, clock.instant()).compareTo(pause) >= 0;
    }
}
