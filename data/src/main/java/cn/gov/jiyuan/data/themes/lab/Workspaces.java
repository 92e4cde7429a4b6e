package cn.gov.jiyuan.data.themes.lab;

import cn.gov.jiyuan.data.themes.ThemesError;
import cn.gov.jiyuan.data.themes.topic.Topics;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.RowScope;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Workspaces are asked for with a purpose, approved by another person, and end. */
@Component
class Workspaces {
    static final String USE = "themes.workspace.use";
    static final String APPROVE = "themes.workspace.approve";
    private final WorkspaceStore store;
    private final Topics topics;
    private final Access access;
    private final Rules rules;
    private final Audit audit;
    private final Clock clock;

    Workspaces(WorkspaceStore store, Topics topics, Access access, Rules rules, Audit audit, Clock clock) {
        this.store = store;
        this.topics = topics;
        this.access = access;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    record Wish(
            @Nullable String title,
            @Nullable String purpose,
            @Nullable List<String> datasets,
            @Nullable Masking masking,
            @Nullable LocalDate ends) {}

    @Transactional
    public Workspace request(Actor actor, Wish wish) {
        LocalDate today = LocalDate.now(clock);
        long longest = rules.integer("themes.workspace.days", today);
        LocalDate ends = wish.ends() == null ? today.plusMonths(3) : wish.ends();
        if (ends.isBefore(today) || ends.isAfter(today.plusDays(longest))) {
            throw Fault.at("/ends", ThemesError.BAD_TERM, longest);
        }
        List<String> datasets = wish.datasets() == null ? List.of() : wish.datasets();
        if (datasets.isEmpty() || !datasets.stream().allMatch(this::known)) {
            throw Fault.at("/datasets", ThemesError.BAD_QUERY, "请从主题库的明细层、汇总层和应用层选择数据集");
        }
        Workspace made = new Workspace(
                Ids.next(),
                required(wish.title(), "/title"),
                required(wish.purpose(), "/purpose"),
                datasets,
                wish.masking() == null ? Masking.MASKED : wish.masking(),
                today,
                ends,
                Workspace.State.REQUESTED,
                null,
                Objects.requireNonNull(actor.unitId()),
                actor.personId(),
                actor.name(),
                clock.instant(),
                null);
        store.insert(made, false);
        tell(actor, made, "request", "申请");
        return made;
    }

    /** The layer ODS stays closed: it is as raw as its sources. */
    private boolean known(String dataset) {
        return topics.step(dataset).isPresent()
                || topics.built().stream()
                        .anyMatch(topic -> dataset.equals("dws." + topic.id() + "_figure")
                                || dataset.equals("ads." + topic.id() + "_figure"));
    }

    private static String required(@Nullable String text, String pointer) {
        if (text == null || text.isBlank()) {
            throw Fault.at(pointer, ThemesError.REASON);
        }
        return text.strip();
    }

    @Transactional
    public Workspace decide(Actor actor, UUID id, boolean approved, @Nullable String opinion) {
        Workspace asked = store.lock(id).orElseThrow(() -> unknown(id));
        RowScope reach = access.rows(actor, APPROVE);
        if (!reach.covers(asked.unitId(), null, null)) {
            throw unknown(id);
        }
        if (asked.ownerId().equals(actor.personId())) {
            throw new Fault(ThemesError.OWN_DRAFT);
        }
        return move(
                actor, asked, approved ? Workspace.State.OPEN : Workspace.State.REFUSED, required(opinion, "/reason"));
    }

    @Transactional
    public Workspace close(Actor actor, UUID id) {
        Workspace own = store.lock(id).orElseThrow(() -> unknown(id));
        if (!own.ownerId().equals(actor.personId())
                && !access.rows(actor, APPROVE).covers(own.unitId(), null, null)) {
            throw unknown(id);
        }
        return move(actor, own, Workspace.State.CLOSED, "关闭");
    }

    private Workspace move(Actor actor, Workspace workspace, Workspace.State to, String opinion) {
        if (!workspace.mayBecome(to)) {
            throw new Fault(
                    ThemesError.STATE,
                    "分析空间“" + workspace.title() + "”",
                    workspace.state().label(),
                    "改为“" + to.label() + "”");
        }
        store.decide(workspace.id(), to, opinion, actor.name(), clock.instant());
        tell(actor, workspace, to.name().toLowerCase(java.util.Locale.ROOT), to.label());
        return store.find(workspace.id()).orElseThrow();
    }

    /** One's own, open today, approved for the dataset. */
    Workspace usable(Actor actor, UUID id, String dataset) {
        Workspace own = own(actor, id);
        if (!own.openOn(LocalDate.now(clock))) {
            throw new Fault(
                    ThemesError.ENDED,
                    own.title(),
                    own.starts(),
                    own.ends(),
                    own.state().label());
        }
        if (!own.datasets().contains(dataset)) {
            throw new Fault(ThemesError.OUTSIDE, own.title(), dataset);
        }
        return own;
    }

    Workspace own(Actor actor, UUID id) {
        return store.find(id)
                .filter(one -> one.ownerId().equals(actor.personId()))
                .orElseThrow(() -> unknown(id));
    }

    List<Workspace> of(Actor actor) {
        return store.of(actor.personId());
    }

    List<Workspace> waiting(Actor actor) {
        RowScope reach = access.rows(actor, APPROVE);
        return store.waiting().stream()
                .filter(one ->
                        reach.covers(one.unitId(), null, null) && !one.ownerId().equals(actor.personId()))
                .toList();
    }

    private static Fault unknown(UUID id) {
        return new Fault(ThemesError.UNKNOWN, "分析空间 " + id);
    }

    private void tell(Actor actor, Workspace workspace, String action, String verb) {
        audit.record(
                actor,
                new AuditEvent(
                        "themes.workspace." + action,
                        "themes.workspace",
                        workspace.id().toString(),
                        verb + "分析空间“" + workspace.title() + "”，用途：" + workspace.purpose(),
                        Map.of(
                                "datasets",
                                workspace.datasets(),
                                "masking",
                                workspace.masking().name())));
    }
}
