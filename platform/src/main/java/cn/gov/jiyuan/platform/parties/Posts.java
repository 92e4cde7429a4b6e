package cn.gov.jiyuan.platform.parties;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Entering, changing and leaving posts (入职、调动、离职). A post that ended stays on record; none is deleted. */
public interface Posts {
    Optional<Held> find(UUID postId);

    /** Which of these posts are held on a day. */
    Set<UUID> holding(Set<UUID> postIds, LocalDate on);

    /** Posts whose last day lies in a span, both days included. */
    List<Post> ended(LocalDate first, LocalDate last);

    /** Whether the person holds any post on a day. */
    boolean isOfficial(UUID personId, LocalDate on);

    /**
     * @param from first day in the post
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code parties.roles-apart}, {@code parties.unknown}
     */
    UUID enter(Actor actor, UUID personId, UUID unitId, String title, Set<String> roles, LocalDate from);

    /**
     * @param from first day no longer in the post; the rights of the post are gone on that day
     * @throws cn.gov.jiyuan.kernel.error.Fault {@code parties.post-over} if it ended earlier
     */
    void leave(Actor actor, UUID postId, LocalDate from, String reason);

    /** A post with its state on record. @param over whether an end is set */
    record Held(Post post, boolean over) {}
}
