package cn.gov.jiyuan.data.themes.topic;

import cn.gov.jiyuan.data.themes.ThemesError;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stops, removes and resumes source tasks, and asks for a refresh (来源任务管理). */
@Component
class SourceDesk {
    private final Topics topics;
    private final TopicStore store;
    private final Audit audit;
    private final Clock clock;

    SourceDesk(Topics topics, TopicStore store, Audit audit, Clock clock) {
        this.topics = topics;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void move(Actor actor, String topicId, String sourceId, SourceState.Move move, String reason) {
        SourceTask source = topics.getBuilt(topicId).source(sourceId);
        SourceState state =
                store.lockSource(topicId, sourceId).orElseThrow(() -> new Fault(ThemesError.UNKNOWN, sourceId));
        String words = reason.strip();
        if (words.isEmpty()) {
            throw Fault.at("/reason", ThemesError.REASON);
        }
        if (!move.from(state.state())) {
            throw new Fault(
                    ThemesError.STATE,
                    "来源任务“" + source.title() + "”",
                    state.state().label(),
                    move.label());
        }
        store.moved(topicId, sourceId, move.to(), words, actor.name(), clock.instant());
        if (move == SourceState.Move.RESUME) {
            store.want(topicId, clock.instant());
        }
        audit.record(
                actor,
                new AuditEvent(
                        "themes.source." + move.name().toLowerCase(java.util.Locale.ROOT),
                        "themes.source",
                        topicId + "/" + sourceId,
                        move.label() + "来源任务“" + source.title() + "”：" + words,
                        Map.of("topic", topicId, "source", sourceId)));
    }

    @Transactional
    public void refresh(Actor actor, String topicId) {
        TopicSchema topic = topics.getBuilt(topicId);
        store.want(topicId, clock.instant());
        audit.record(
                actor,
                new AuditEvent(
                        "themes.topic.refresh", "themes.topic", topicId, "要求刷新“" + topic.title() + "”", Map.of()));
    }
}
