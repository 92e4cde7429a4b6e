package cn.gov.jiyuan.data.catalogue;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.ResourcePublished;
import cn.gov.jiyuan.contracts.catalogue.ResourceWithdrawn;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.cases.CaseEffects;
import cn.gov.jiyuan.platform.cases.Transition;
import cn.gov.jiyuan.platform.feed.Feed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What follows from each action on an entry: checks, versions, what lists show, what others are told. */
@Component
final class ResourceEffects implements CaseEffects {
    private final ResourceStore store;
    private final Compiling compiling;
    private final ResourceCheck check;
    private final Mounts mounts;
    private final Feed feed;
    private final Clock clock;

    ResourceEffects(
            ResourceStore store, Compiling compiling, ResourceCheck check, Mounts mounts, Feed feed, Clock clock) {
        this.store = store;
        this.compiling = compiling;
        this.check = check;
        this.mounts = mounts;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public String caseType() {
        return ResourceType.ID;
    }

    @Override
    public Result after(Transition transition) {
        UUID id = transition.matter().id();
        Entry entry = store.find(id).orElseThrow(() -> new Fault(CatalogueError.UNKNOWN));
        String reason = transition.input().reason();
        switch (transition.action().id()) {
            case "submit" -> demandComplete(entry);
            case "discard" -> demand(entry.version() == 0, CatalogueError.WAS_PUBLISHED);
            case "drop" -> drop(entry);
            case "publish" -> publish(entry, transition);
            case "change", "change-by-law" ->
                store.insertDraft(id, entry.version() + 1, current(entry), transition.actor(), transition.at());
            case "suspend" -> withdraw(entry, false, reason);
            case "cancel" -> withdraw(entry, true, reason);
            case "resume" -> announce(entry, current(entry), entry.version());
            default -> {
                // Steps of the review change nothing but the state.
            }
        }
        store.state(id, transition.matter().state(), transition.at());
        return Result.NONE;
    }

    private static void demand(boolean held, CatalogueError otherwise) {
        if (!held) {
            throw new Fault(otherwise);
        }
    }

    private void demandComplete(Entry entry) {
        List<Gap> gaps = compiling.gaps(entry, draft(entry).content());
        if (!gaps.isEmpty()) {
            throw new IncompleteFault(check.told(gaps));
        }
    }

    private Version draft(Entry entry) {
        return store.draft(entry.id()).orElseThrow(() -> new Fault(CatalogueError.UNKNOWN));
    }

    private Content current(Entry entry) {
        return store.version(entry.id(), entry.version())
                .orElseThrow(() -> new Fault(CatalogueError.UNKNOWN))
                .content();
    }

    private void drop(Entry entry) {
        demand(entry.version() > 0, CatalogueError.NEVER_PUBLISHED);
        store.dropDraft(entry.id());
    }

    private void publish(Entry entry, Transition transition) {
        Version draft = draft(entry);
        mounts.demandFit(entry, draft.content());
        store.publish(
                entry.id(),
                draft.number(),
                LocalDate.ofInstant(transition.at(), clock.getZone()),
                transition.actor().name(),
                transition.at());
        store.show(entry.id(), draft.content(), compiling.core(draft.content(), entry.uscc()), transition.at());
        announce(entry, draft.content(), draft.number());
    }

    private void announce(Entry entry, Content content, int version) {
        SharingType sharing = Objects.requireNonNullElse(content.sharing(), SharingType.CONDITIONAL);
        OpenType open = Objects.requireNonNullElse(content.open(), OpenType.NONE);
        feed.append(new Feed.Change(
                ResourcePublished.TOPIC,
                entry.code(),
                1,
                new ResourcePublished(
                        entry.code(), version, content.name(), entry.unitCode(), sharing, open, entry.demo())));
    }

    private void withdraw(Entry entry, boolean forGood, String reason) {
        feed.append(new Feed.Change(
                ResourceWithdrawn.TOPIC, entry.code(), 1, new ResourceWithdrawn(entry.code(), forGood, reason)));
    }
}
