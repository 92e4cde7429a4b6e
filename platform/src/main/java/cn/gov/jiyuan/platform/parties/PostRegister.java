package cn.gov.jiyuan.platform.parties;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class PostRegister implements Posts {
    /** Separation of three duties (三员分立): nobody holds two of these. */
    private static final Set<String> APART = Set.of("administrator", "securityofficer", "auditor");

    private final PostStore store;
    private final Parties parties;
    private final Units units;
    private final Audit audit;

    PostRegister(JdbcClient jdbc, Parties parties, Units units, Audit audit) {
        this.store = new PostStore(jdbc);
        this.parties = parties;
        this.units = units;
        this.audit = audit;
    }

    @Override
    public Optional<Held> find(UUID postId) {
        return store.find(postId);
    }

    @Override
    public Set<UUID> holding(Set<UUID> postIds, LocalDate on) {
        return postIds.isEmpty() ? Set.of() : store.holding(postIds, on);
    }

    @Override
    public List<Post> ended(LocalDate first, LocalDate last) {
        return store.ended(first, last);
    }

    @Override
    public boolean isOfficial(UUID personId, LocalDate on) {
        return !parties.posts(personId, on).isEmpty();
    }

    @Override
    @Transactional
    public UUID enter(Actor actor, UUID personId, UUID unitId, String title, Set<String> roles, LocalDate from) {
        Person person = parties.person(personId).orElseThrow(() -> new Fault(PartiesError.UNKNOWN, personId));
        Unit unit = units.find(unitId).orElseThrow(() -> new Fault(PartiesError.UNKNOWN, unitId));
        requireApart(personId, roles, from);
        UUID id = Ids.next();
        store.insert(new Post(id, personId, person.name(), unitId, title, roles), from);
        record(
                actor,
                "parties.post.entered",
                id,
                person.name() + "自 " + from + " 起任" + unit.shortName() + title,
                Map.of("unit", unit.code(), "roles", String.join(",", new TreeSet<>(roles)), "from", from.toString()));
        return id;
    }

    private void requireApart(UUID personId, Set<String> roles, LocalDate from) {
        Set<String> all = new HashSet<>(roles);
        parties.posts(personId, from).forEach(post -> all.addAll(post.roles()));
        if (all.stream().filter(APART::contains).count() > 1) {
            throw Fault.at("/roles", PartiesError.ROLES_APART);
        }
    }

    @Override
    @Transactional
    public void leave(Actor actor, UUID postId, LocalDate from, String reason) {
        Held held = store.find(postId).orElseThrow(() -> new Fault(PartiesError.UNKNOWN, postId));
        LocalDate last = from.minusDays(1);
        if (!store.end(postId, last)) {
            throw new Fault(PartiesError.POST_OVER);
        }
        Post post = held.post();
        record(
                actor,
                "parties.post.left",
                postId,
                post.officialName() + "自 " + from + " 起不再任"
                        + units.get(post.unitId()).shortName() + post.title() + "：" + reason,
                Map.of("from", from.toString(), "reason", reason));
    }

    private void record(Actor actor, String action, UUID post, String summary, Map<String, ?> details) {
        audit.record(actor, new AuditEvent(action, "post", post.toString(), summary, Map.copyOf(details)));
    }
}
