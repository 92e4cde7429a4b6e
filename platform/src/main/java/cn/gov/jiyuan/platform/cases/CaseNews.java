package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.feed.Feed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tells the audit trail and the change feed what happened to a case. */
final class CaseNews {
    private final Audit audit;
    private final Feed feed;

    CaseNews(Audit audit, Feed feed) {
        this.audit = audit;
        this.feed = feed;
    }

    /**
     * Payload of {@code cases.case.<action>} and {@code cases.task.<operation>}.
     *
     * @param note for operations on tasks: to whom, how decided
     */
    record Changed(
            UUID id,
            String type,
            @Nullable String number,
            String title,
            String action,
            String from,
            String to,
            int version,
            int sequence,
            UUID unitId,
            @Nullable String areaCode,
            UUID applicantId,
            @Nullable String outcome,
            @Nullable Instant dueAt,
            Instant at,
            UUID by,
            String note,
            boolean demo) {}

    void tell(Actor actor, Docket docket, TimelineEntry entry, @Nullable String sentence) {
        audit.record(actor, event(docket.type, docket.matter, entry, sentence));
        feed.append(change(docket.matter, entry));
    }

    static String topic(TimelineEntry entry) {
        return entry.action().startsWith(CaseTypeCheck.RESERVED)
                ? "cases." + entry.action()
                : "cases.case." + entry.action();
    }

    static AuditEvent event(CaseType type, Matter matter, TimelineEntry entry, @Nullable String sentence) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("type", matter.type);
        detail.put("sequence", entry.sequence());
        detail.put("version", entry.version());
        detail.put("from", entry.from());
        detail.put("to", entry.to());
        if (!entry.opinion().isEmpty()) {
            detail.put("opinion", entry.opinion());
        }
        if (!entry.reason().isEmpty()) {
            detail.put("reason", entry.reason());
        }
        if (!entry.note().isEmpty()) {
            detail.put("note", entry.note());
        }
        String what = sentence == null ? entry.label() : sentence;
        String where = matter.number == null ? matter.title : matter.title + "（" + matter.number + "）";
        String summary = what + "：" + where + "，现为“" + type.state(entry.to()).label() + "”";
        return new AuditEvent(topic(entry), "case", matter.id.toString(), summary, detail);
    }

    static Feed.Change change(Matter matter, TimelineEntry entry) {
        Changed payload = new Changed(
                matter.id,
                matter.type,
                matter.number,
                matter.title,
                entry.action(),
                entry.from(),
                entry.to(),
                entry.version(),
                entry.sequence(),
                matter.unitId,
                matter.areaCode,
                matter.applicantId,
                matter.outcome,
                matter.dueAt,
                entry.at(),
                entry.personId(),
                entry.note(),
                matter.demo);
        return new Feed.Change(topic(entry), matter.id.toString(), 1, payload);
    }
}
