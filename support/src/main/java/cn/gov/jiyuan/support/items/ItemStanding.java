package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemSuspended;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.feed.Feed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether an item is accepted: suspended with dates, taken up again, cancelled by the province (暂停、恢复、省级取消). */
@Component
@Transactional
class ItemStanding {
    private static final int SHOWN = 500;

    private final StandingStore store;
    private final ItemStore items;
    private final Stewardship stewardship;
    private final UnderWayStore matters;
    private final Audit audit;
    private final Feed feed;
    private final Clock clock;

    ItemStanding(
            StandingStore store,
            ItemStore items,
            Stewardship stewardship,
            UnderWayStore matters,
            Audit audit,
            Feed feed,
            Clock clock) {
        this.store = store;
        this.items = items;
        this.stewardship = stewardship;
        this.matters = matters;
        this.audit = audit;
        this.feed = feed;
        this.clock = clock;
    }

    /** Stops acceptance for a time. @param to first day on which it is accepted again, null if not known yet */
    void suspend(Actor actor, String code, LocalDate from, @Nullable LocalDate to, String reason) {
        LocalDate today = LocalDate.now(clock);
        require(from, "/from", "暂停日期");
        require(reason, "/reason", "暂停原因");
        if (from.isBefore(today)) {
            throw Fault.at("/from", ItemsError.EFFECTIVE_IN_PAST, from);
        }
        if (to != null && !to.isAfter(from)) {
            throw Fault.at("/to", ItemsError.SUSPENSION_ORDER, from, to);
        }
        StoredVersion version = held(code, today);
        items.lock(version.guide().itemId());
        store.suspend(version.guide().itemId(), from, to, reason, clock.instant());
        String until = to == null ? "，恢复日期另行公告" : "，" + to + " 恢复";
        audit.record(
                actor,
                new AuditEvent(
                        "items.suspend",
                        "item",
                        code,
                        "自 " + from + " 起暂停受理" + until + "：" + version.guide().name(),
                        Map.of("reason", reason)));
        turn(today);
    }

    /** Takes the item up again on a day. */
    void resume(Actor actor, String code, LocalDate on) {
        LocalDate today = LocalDate.now(clock);
        require(on, "/on", "恢复日期");
        if (on.isBefore(today)) {
            throw Fault.at("/on", ItemsError.EFFECTIVE_IN_PAST, on);
        }
        StoredVersion version = held(code, today);
        if (store.standing(code)
                .filter(standing -> standing.suspendedFrom() != null)
                .isEmpty()) {
            throw new Fault(ItemsError.NOT_SUSPENDED, version.guide().name());
        }
        items.lock(version.guide().itemId());
        store.resume(version.guide().itemId(), on, clock.instant());
        audit.record(
                actor,
                new AuditEvent(
                        "items.resume",
                        "item",
                        code,
                        "自 " + on + " 起恢复受理：" + version.guide().name(),
                        Map.of()));
        turn(today);
    }

    /** Moves items whose suspension begins or ends. @return whether there may be more */
    boolean turn(LocalDate today) {
        List<String> turned = store.turn(today, clock.instant());
        for (String code : turned) {
            StandingStore.Standing standing = store.standing(code).orElseThrow();
            audit.record(
                    Actor.SYSTEM,
                    new AuditEvent(
                            "items.standing",
                            "item",
                            code,
                            standing.suspendedFrom() == null ? "恢复受理" : "暂停受理",
                            Map.of("on", today.toString())));
            feed.append(new Feed.Change(
                    ItemSuspended.TOPIC,
                    code,
                    1,
                    new ItemSuspended(code, standing.suspendedFrom(), standing.suspendedTo())));
        }
        return turned.size() == 200;
    }

    /**
     * What the province cancelled is cancelled here on the same day, at every unit that carries it out.
     *
     * @return codes of the items that are now to be cancelled
     */
    List<String> provinceCancels(Actor actor, String basicCode, LocalDate on, String reason) {
        require(on, "/on", "取消日期");
        require(reason, "/reason", "取消依据");
        StandingStore.Entry entry =
                store.entry(basicCode).orElseThrow(() -> new Fault(ItemsError.BASIC_CODE_CANCELLED, basicCode));
        if (on.isBefore(LocalDate.now(clock))) {
            throw Fault.at("/on", ItemsError.EFFECTIVE_IN_PAST, on);
        }
        store.cancelEntry(basicCode, on, reason);
        audit.record(
                actor,
                new AuditEvent(
                        "items.catalogue.cancel",
                        "catalogue",
                        basicCode,
                        "省目录自 " + on + " 起取消：" + entry.name(),
                        Map.of("reason", reason)));
        List<String> codes = store.itemsUnder(basicCode);
        codes.forEach(code -> stewardship.cancel(actor, code, on, "省级取消：" + reason));
        return codes;
    }

    /** Matters not yet closed under an item, oldest first. */
    @Transactional(readOnly = true)
    List<UnderWayStore.Underway> underWay(String code) {
        return matters.of(code, SHOWN);
    }

    private StoredVersion held(String code, LocalDate day) {
        return items.held(code, day).orElseThrow(() -> new Fault(ItemsError.NOT_IN_FORCE, code));
    }

    private static void require(@Nullable Object value, String pointer, String name) {
        if (value == null || value instanceof String text && text.isBlank()) {
            throw Fault.at(pointer, ItemsError.ELEMENT_MISSING, name);
        }
    }
}
