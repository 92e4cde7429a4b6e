package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of the task table while it is being worked on. Rules are kept by {@link Docket}; this keeps the facts. */
final class CaseTask {
    final UUID id;
    final TaskKind kind;
    final String state;
    final String title;
    final @Nullable String role;
    final UUID unitId;
    final @Nullable UUID parentId;
    final @Nullable UUID groupId;
    final @Nullable String processTask;
    final Colleague openedBy;
    final Instant openedAt;

    TaskStatus status = TaskStatus.OPEN;

    @Nullable
    Colleague assignee;
    /** Who delegated it and gets it back; null if it is not delegated. */
    @Nullable
    Colleague delegator;

    @Nullable
    Instant claimedAt;

    @Nullable
    Colleague doneBy;

    @Nullable
    Instant doneAt;
    /** True agrees, false disagrees; null for tasks without a vote. */
    @Nullable
    Boolean vote;

    /** Not yet in the database. */
    boolean fresh;

    boolean dirty;

    CaseTask(
            UUID id,
            TaskKind kind,
            String state,
            String title,
            @Nullable String role,
            UUID unitId,
            @Nullable UUID parentId,
            @Nullable UUID groupId,
            @Nullable String processTask,
            Colleague openedBy,
            Instant openedAt) {
        this.id = id;
        this.kind = kind;
        this.state = state;
        this.title = title;
        this.role = role;
        this.unitId = unitId;
        this.parentId = parentId;
        this.groupId = groupId;
        this.processTask = processTask;
        this.openedBy = openedBy;
        this.openedAt = openedAt;
    }

    boolean isLive() {
        return status.isLive();
    }

    boolean isHeldBy(UUID person) {
        return assignee != null && assignee.id().equals(person);
    }

    boolean mayBeClaimedBy(Actor actor) {
        return role != null && actor.roles().contains(role) && Objects.equals(unitId, actor.unitId());
    }

    void assign(@Nullable Colleague person, @Nullable Instant at) {
        assignee = person;
        claimedAt = at;
        dirty = true;
    }

    void delegate(Colleague from, Colleague to, Instant at) {
        delegator = from;
        assign(to, at);
    }

    /** The delegate answers for it himself from now on. */
    void keepForGood() {
        delegator = null;
        dirty = true;
    }

    void comeBack(@Nullable Instant at) {
        assign(delegator, at);
        delegator = null;
    }

    void suspend() {
        status = TaskStatus.SUSPENDED;
        dirty = true;
    }

    void reopen() {
        status = TaskStatus.OPEN;
        dirty = true;
    }

    void finish(Colleague by, Instant at, @Nullable Boolean how) {
        status = TaskStatus.DONE;
        doneBy = by;
        doneAt = at;
        vote = how;
        delegator = null;
        dirty = true;
    }

    void cancel(Instant at) {
        status = TaskStatus.CANCELLED;
        doneAt = at;
        dirty = true;
    }
}
