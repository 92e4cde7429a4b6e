package cn.gov.jiyuan.support.identity;

import cn.gov.jiyuan.kernel.actor.ActingAs;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.time.DateText;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.parties.PartiesError;
import cn.gov.jiyuan.platform.parties.Post;
import cn.gov.jiyuan.platform.parties.Posts;
import cn.gov.jiyuan.platform.parties.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Officials enter, change and leave posts (入职、调动、离职). Whoever leaves loses the rights of the post on the day that is
 * named: sessions in that post end and tasks go back to the unit at once if the day has come, and by {@link SessionSweep} and
 * {@link LeftDesks} if it comes later.
 */
@Service
class Posting {
    static final String CHANGE = "identity.post.change";

    private final Posts posts;
    private final AssignableRoles roles;
    private final AccountStore accounts;
    private final Units units;
    private final SessionEnding ending;
    private final LeftDesks desks;
    private final Messages messages;
    private final Access access;
    private final Clock clock;

    Posting(
            Posts posts,
            AssignableRoles roles,
            JdbcClient jdbc,
            Units units,
            SessionEnding ending,
            LeftDesks desks,
            Messages messages,
            Access access,
            Clock clock) {
        this.posts = posts;
        this.roles = roles;
        this.accounts = new AccountStore(jdbc);
        this.units = units;
        this.ending = ending;
        this.desks = desks;
        this.messages = messages;
        this.access = access;
        this.clock = clock;
    }

    /** @param from first day in the post */
    record Entry(String unit, String title, Set<String> roles, LocalDate from) {}

    @Transactional
    public UUID enter(Actor actor, String account, Entry entry) {
        UUID person = accounts.byLogin(account.strip())
                .map(AccountStore.Account::personId)
                .orElseThrow(() -> new Fault(IdentityError.POST_INPUT, "一个已经注册的账号名"));
        return enter(actor, person, entry);
    }

    private UUID enter(Actor actor, UUID person, Entry entry) {
        requireNotOneself(actor, person);
        UUID unit = units.byCode(entry.unit())
                .orElseThrow(() -> new Fault(PartiesError.UNKNOWN, entry.unit()))
                .id();
        requireReach(actor, unit);
        if (entry.title().isBlank() || entry.roles().isEmpty() || !roles.contains(entry.roles())) {
            throw new Fault(IdentityError.POST_INPUT, "职务和至少一个角色");
        }
        UUID id = posts.enter(actor, person, unit, entry.title().strip(), entry.roles(), entry.from());
        messages.send(
                person,
                "identity.post-entered",
                List.of(
                        DateText.full(entry.from()),
                        units.get(unit).name() + entry.title().strip()),
                "/identity/capacity");
        return id;
    }

    /** Leaves one post for another on the same day. @return id of the new post */
    @Transactional
    public UUID transfer(Actor actor, UUID postId, Entry entry) {
        Post old = own(actor, postId);
        leave(actor, postId, entry.from(), "调动");
        return enter(actor, old.personId(), entry);
    }

    /**
     * @param from first day no longer in the post
     * @return how many sessions ended
     */
    @Transactional
    public int leave(Actor actor, UUID postId, LocalDate from, String reason) {
        Post post = own(actor, postId);
        if (reason.isBlank()) {
            throw new Fault(IdentityError.POST_INPUT, "原因");
        }
        posts.leave(actor, postId, from, reason.strip());
        messages.send(
                post.personId(),
                "identity.post-ended",
                List.of(DateText.full(from), units.get(post.unitId()).name() + post.title()),
                "/identity/capacity");
        if (from.isAfter(LocalDate.now(clock))) {
            return 0;
        }
        desks.clear(post);
        return ending.capacity(new Capacity(ActingAs.OFFICIAL, postId), SessionEnd.Reason.POST_ENDED);
    }

    /** A post within the actor's reach. */
    Post own(Actor actor, UUID postId) {
        Post post = posts.find(postId).map(Posts.Held::post).orElseThrow(() -> new Fault(PartiesError.UNKNOWN, postId));
        requireReach(actor, post.unitId());
        return post;
    }

    /** Whoever administers personnel gives himself nothing. */
    private static void requireNotOneself(Actor actor, UUID person) {
        if (actor.personId().equals(person)) {
            throw new Fault(IdentityError.POST_SELF);
        }
    }

    private void requireReach(Actor actor, UUID unitId) {
        if (!access.rows(actor, CHANGE).covers(unitId, null, null)) {
            throw new Fault(IdentityError.POST_REACH);
        }
    }
}
