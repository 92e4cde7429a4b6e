package cn.gov.jiyuan.platform.records;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists kept under a name, for oneself or for the unit (保存的视图). */
final class SavedViews {
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 40;
    private final SavedViewStore store;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SavedViews(SavedViewStore store, Audit audit, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<SavedView> of(Actor actor, RecordType type) {
        return store.of(actor.personId(), actor.unitId(), type.id());
    }

    /** Keeps a list under a name; the same name again replaces it. @param shared with the actor's unit */
    UUID save(Actor actor, RecordType type, String name, RecordQuery query, boolean shared) {
        String written = name.strip();
        if (written.isEmpty() || written.length() > LONGEST_NAME) {
            throw Fault.at("/name", RecordsError.VIEW_NAME);
        }
        if (shared && actor.unitId() == null) {
            throw Fault.at("/shared", RecordsError.VIEW_UNIT);
        }
        SavedView view = new SavedView(
                Ids.next(),
                type.id(),
                written,
                query.link(type),
                actor.personId(),
                actor.name(),
                shared ? actor.unitId() : null);
        return Objects.requireNonNull(transaction.execute(status -> save(actor, type, view)));
    }

    private UUID save(Actor actor, RecordType type, SavedView view) {
        if (store.others(actor.personId(), type.id(), view.name()) >= MOST) {
            throw new Fault(RecordsError.VIEW_MANY, MOST);
        }
        UUID id = store.save(view, clock.instant());
        record(actor, "records.view.save", id, (view.unitId() == null ? "保存视图" : "保存并共享视图"), type.name(), view.name());
        return id;
    }

    /** @throws Fault {@code records.view-unknown} for one of somebody else */
    void remove(Actor actor, RecordType type, UUID id) {
        transaction.executeWithoutResult(status -> {
            SavedView view = store.remove(id, actor.personId()).orElseThrow(() -> new Fault(RecordsError.VIEW_UNKNOWN));
            record(actor, "records.view.remove", id, "删去视图", type.name(), view.name());
        });
    }

    private void record(Actor actor, String action, UUID id, String what, String list, String name) {
        audit.record(
                actor,
                new AuditEvent(action, "records.view", id.toString(), what + "：" + list + "“" + name + "”", Map.of()));
    }
}
