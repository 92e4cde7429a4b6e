package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.contracts.items.ItemCancelled;
import cn.gov.jiyuan.contracts.items.ItemContent;
import cn.gov.jiyuan.contracts.items.ItemGuide;
import cn.gov.jiyuan.contracts.items.ItemPublished;
import cn.gov.jiyuan.contracts.items.ItemVersionRef;
import cn.gov.jiyuan.contracts.items.VersionState;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.forms.Forms;
import cn.gov.jiyuan.platform.portal.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What stewards and publishers do with versions of items. Every step is audited; publication goes to the feed. */
@Component
@Transactional
class Stewardship {
    static final String EDIT = "items.version.edit";
    static final String REVIEW = "items.version.review";

    private final ItemStore store;
    private final OpinionStore opinions;
    private final Completeness completeness;
    private final Access access;
    private final Audit audit;
    private final Feed feed;
    private final Texts texts;
    private final Clock clock;

    Stewardship(
            ItemStore store,
            OpinionStore opinions,
            Forms forms,
            ItemRules rules,
            Access access,
            Audit audit,
            Feed feed,
            Texts texts,
            Clock clock) {
        this.store = store;
        this.opinions = opinions;
        this.completeness = new Completeness(forms, rules);
        this.access = access;
        this.audit = audit;
        this.feed = feed;
        this.texts = texts;
        this.clock = clock;
    }

    /** A new draft with the content in force. @throws Fault {@code items.draft-exists} */
    ItemVersionRef draft(Actor actor, String code) {
        List<StoredVersion> known = store.versions(code);
        StoredVersion base = known.stream()
                .filter(v -> v.publishedAt() != null)
                .findFirst()
                .or(() -> known.stream().findFirst())
                .orElseThrow(() -> new Fault(ItemsError.UNKNOWN, code));
        requireOwnUnit(actor, base);
        store.lock(base.guide().itemId());
        store.openNumber(base.guide().itemId()).ifPresent(number -> {
            throw new Fault(ItemsError.DRAFT_EXISTS, number);
        });
        int number = store.nextNumber(base.guide().itemId());
        store.insertDraft(
                base.guide().itemId(),
                number,
                base.content(),
                actor,
                clock.instant(),
                base.guide().demo());
        ItemVersionRef ref = new ItemVersionRef(code, number);
        record(
                actor,
                "items.draft",
                ref,
                "新建第 " + number + " 版草稿：" + base.guide().name(),
                Map.of());
        return ref;
    }

    /** Saves a draft whole. @param revision the revision that the editor had before him @throws Fault {@code items.revision} */
    void save(
            Actor actor,
            ItemVersionRef ref,
            int revision,
            ItemContent content,
            @Nullable LocalDate effectiveFrom,
            @Nullable String note) {
        StoredVersion version = locked(ref);
        requireOwnUnit(actor, version);
        require(version, VersionAction.SAVE);
        if (!store.save(version.id(), revision, content, effectiveFrom, note, actor, clock.instant())) {
            throw new Fault(ItemsError.REVISION, version.editedByName());
        }
        List<ElementDiff.Change> changes = ElementDiff.between(version.content(), content);
        record(
                actor,
                "items.save",
                ref,
                "修改第 " + ref.version() + " 版 " + changes.size() + " 处要素："
                        + content.basics().name(),
                Map.of("changed", changes.stream().map(ElementDiff.Change::path).toList()));
    }

    /** What the version still lacks. */
    @Transactional(readOnly = true)
    List<Shortfall> check(ItemVersionRef ref) {
        return shortfalls(known(ref));
    }

    /** Hands the draft to review. @throws Fault a shortfall, or {@code items.incomplete} with all of them */
    void submit(Actor actor, ItemVersionRef ref) {
        StoredVersion version = locked(ref);
        requireOwnUnit(actor, version);
        require(version, VersionAction.SUBMIT);
        requireComplete(version);
        step(actor, version, VersionAction.SUBMIT, null);
        record(
                actor,
                "items.submit",
                ref,
                "提交审核第 " + ref.version() + " 版：" + version.guide().name(),
                Map.of());
    }

    /** The department's own review (部门初审). @throws Fault {@code items.same-person} */
    void pass(Actor actor, ItemVersionRef ref, @Nullable String note) {
        StoredVersion version = locked(ref);
        require(version, VersionAction.PASS);
        requireReach(actor, version, REVIEW);
        onward(actor, version, VersionAction.PASS, note);
    }

    /** The review of lawfulness (法制审核). @throws Fault {@code items.same-person} */
    void clear(Actor actor, ItemVersionRef ref, @Nullable String note) {
        StoredVersion version = locked(ref);
        require(version, VersionAction.CLEAR);
        onward(actor, version, VersionAction.CLEAR, note);
    }

    private void onward(Actor actor, StoredVersion version, VersionAction action, @Nullable String note) {
        requireAnother(actor, version);
        requireComplete(version);
        step(actor, version, action, note);
        record(
                actor,
                "items." + action.name().toLowerCase(Locale.ROOT),
                version.guide().ref(),
                "第 " + version.guide().version() + " 版" + action.label() + "："
                        + version.guide().name(),
                note == null ? Map.of() : Map.of("note", note));
    }

    private void step(Actor actor, StoredVersion version, VersionAction action, @Nullable String note) {
        store.move(version.id(), action.to(), note);
        opinions.add(version.id(), action, actor, clock.instant(), note);
    }

    /** Four eyes, and four more: who edits, reviews, clears and publishes are different people. */
    private void requireAnother(Actor actor, StoredVersion version) {
        boolean again = actor.personId().equals(version.editedBy())
                || opinions.handlers(version.id()).contains(actor.personId());
        if (again && !actor.equals(Actor.SYSTEM)) {
            throw new Fault(ItemsError.SAME_PERSON);
        }
    }

    void returnToDraft(Actor actor, ItemVersionRef ref, String reason) {
        StoredVersion version = locked(ref);
        require(version, VersionAction.RETURN);
        requireReach(actor, version, "items.version.return");
        if (reason == null || reason.isBlank()) {
            throw Fault.at("/reason", ItemsError.ELEMENT_MISSING, "退回的理由");
        }
        step(actor, version, VersionAction.RETURN, reason);
        record(actor, "items.return", ref, "退回第 " + ref.version() + " 版修改：" + reason, Map.of("reason", reason));
    }

    void discard(Actor actor, ItemVersionRef ref) {
        StoredVersion version = locked(ref);
        requireOwnUnit(actor, version);
        require(version, VersionAction.DISCARD);
        store.move(version.id(), VersionAction.DISCARD.to(), null);
        record(
                actor,
                "items.discard",
                ref,
                "撤销编制第 " + ref.version() + " 版：" + version.guide().name(),
                Map.of());
    }

    /**
     * Publishes a reviewed version; on its first day it takes the place of the one before, which open cases keep.
     *
     * @throws Fault {@code items.same-person} if the publisher edited it
     */
    void publish(Actor actor, ItemVersionRef ref) {
        StoredVersion version = locked(ref);
        require(version, VersionAction.PUBLISH);
        requireAnother(actor, version);
        requireComplete(version);
        LocalDate today = LocalDate.now(clock);
        LocalDate planned = version.guide().effectiveFrom();
        LocalDate from = planned == null ? today : planned;
        if (from.isBefore(today)) {
            throw new Fault(ItemsError.EFFECTIVE_IN_PAST, from);
        }
        store.endOthers(version.guide().itemId(), version.id(), from);
        store.publish(version.id(), from, actor, clock.instant());
        opinions.add(version.id(), VersionAction.PUBLISH, actor, clock.instant(), null);
        ItemGuide guide = version.guide();
        record(actor, "items.publish", ref, "发布第 " + ref.version() + " 版，自 " + from + " 起生效：" + guide.name(), Map.of());
        feed.append(published(guide, from));
        turnover(today);
    }

    /** Cancels the item from a day on; open cases go on under their version. */
    void cancel(Actor actor, String code, LocalDate on, String reason) {
        LocalDate today = LocalDate.now(clock);
        if (on == null || reason == null || reason.isBlank()) {
            throw Fault.at(on == null ? "/on" : "/reason", ItemsError.ELEMENT_MISSING, on == null ? "取消日期" : "取消原因");
        }
        if (on.isBefore(today)) {
            throw new Fault(ItemsError.EFFECTIVE_IN_PAST, on);
        }
        StoredVersion version = store.held(code, today).orElseThrow(() -> new Fault(ItemsError.NOT_IN_FORCE, code));
        store.lock(version.guide().itemId());
        store.endOthers(version.guide().itemId(), new java.util.UUID(0, 0), on);
        store.cancelItem(version.guide().itemId(), on, false, clock.instant());
        ItemGuide guide = version.guide();
        record(
                actor,
                "items.cancel",
                guide.ref(),
                "自 " + on + " 起取消事项：" + guide.name(),
                Map.of("reason", reason, "on", on.toString()));
        feed.append(new Feed.Change(
                ItemCancelled.TOPIC, code, 1, new ItemCancelled(code, guide.version(), on, guide.name(), reason)));
        turnover(today);
    }

    /** Lets items show what holds today. @return whether there may be more */
    boolean turnover(LocalDate today) {
        List<StoredVersion> due = store.dueForTurnover(today, 200);
        for (StoredVersion version : due) {
            LocalDate end = version.guide().effectiveTo();
            if (end != null && !end.isAfter(today)) {
                boolean cancelled = store.cancelOn(version.guide().itemId())
                        .filter(on -> !on.isAfter(end))
                        .isPresent();
                VersionAction action = cancelled ? VersionAction.CANCEL : VersionAction.SUPERSEDE;
                store.move(version.id(), action.to(), null);
                if (cancelled) {
                    store.cancelItem(version.guide().itemId(), end, true, clock.instant());
                }
                record(
                        Actor.SYSTEM,
                        "items." + action.name().toLowerCase(Locale.ROOT),
                        version.guide().ref(),
                        "第 " + version.guide().version() + " 版自 " + end + " 起"
                                + action.to().label(),
                        Map.of());
            } else {
                store.show(version.guide(), clock.instant());
            }
        }
        return due.size() == 200;
    }

    static Feed.Change published(ItemGuide guide, LocalDate from) {
        ItemContent content = guide.content();
        ItemPublished event = new ItemPublished(
                guide.code(),
                guide.version(),
                from,
                guide.name(),
                content.basics().summary(),
                content.basics().type().code(),
                guide.unitCode(),
                guide.unitName(),
                ItemStore.allTopics(content.topics()),
                content.topics().aliases(),
                content.handling().online(),
                guide.demo());
        return new Feed.Change(ItemPublished.TOPIC, guide.code(), 1, event);
    }

    private void requireComplete(StoredVersion version) {
        List<Shortfall> shortfalls = shortfalls(version);
        if (shortfalls.size() == 1) {
            Shortfall only = shortfalls.getFirst();
            throw Fault.at(only.pointer(), only.error(), only.arguments().toArray());
        }
        if (!shortfalls.isEmpty()) {
            String all = shortfalls.stream().map(this::sentence).collect(Collectors.joining(" "));
            throw Fault.at(shortfalls.getFirst().pointer(), ItemsError.INCOMPLETE, shortfalls.size(), all);
        }
    }

    String sentence(Shortfall shortfall) {
        return texts.of(shortfall.error().code(), shortfall.arguments());
    }

    private List<Shortfall> shortfalls(StoredVersion version) {
        ItemGuide guide = version.guide();
        List<Shortfall> found = new ArrayList<>(completeness.check(guide.code(), guide.content()));
        if (!store.catalogueHolds(guide.basicCode(), LocalDate.now(clock))) {
            found.add(Shortfall.at("", ItemsError.BASIC_CODE_CANCELLED, guide.basicCode()));
        }
        return found;
    }

    private StoredVersion known(ItemVersionRef ref) {
        return store.version(ref).orElseThrow(() -> new Fault(ItemsError.UNKNOWN, ref.toString()));
    }

    private StoredVersion locked(ItemVersionRef ref) {
        store.lock(known(ref).guide().itemId());
        return known(ref);
    }

    private static void require(StoredVersion version, VersionAction action) {
        VersionState state = version.state();
        if (!action.allowedIn(state)) {
            throw new Fault(ItemsError.ACTION_NOT_ALLOWED, version.guide().version(), state.label(), action.label());
        }
    }

    private void requireOwnUnit(Actor actor, StoredVersion version) {
        requireReach(actor, version, EDIT);
    }

    private void requireReach(Actor actor, StoredVersion version, String permission) {
        if (!actor.equals(Actor.SYSTEM)
                && !access.rows(actor, permission).covers(version.guide().unitId(), null, version.areaCode())) {
            throw new Fault(ItemsError.NOT_YOUR_UNIT, version.guide().unitName());
        }
    }

    private void record(Actor actor, String action, ItemVersionRef ref, String summary, Map<String, ?> detail) {
        audit.record(actor, new AuditEvent(action, "item", ref.code(), summary, detail));
    }
}
