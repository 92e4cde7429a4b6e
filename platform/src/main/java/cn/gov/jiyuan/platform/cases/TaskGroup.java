package cn.gov.jiyuan.platform.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One joint sign while it is being worked on (会签组). */
final class TaskGroup {
    final UUID id;
    final UUID hostTaskId;
    final JointRule rule;
    final int members;
    final Instant openedAt;
    int agreed;
    int disagreed;
    JointRule.Result result = JointRule.Result.PENDING;

    @Nullable
    Instant decidedAt;

    boolean fresh;
    boolean dirty;

    TaskGroup(UUID id, UUID hostTaskId, JointRule rule, int members, Instant openedAt) {
        this.id = id;
        this.hostTaskId = hostTaskId;
        this.rule = rule;
        this.members = members;
        this.openedAt = openedAt;
    }

    /** Counts a vote; true if that decided it. */
    boolean count(boolean agree, Instant at) {
        if (agree) {
            agreed++;
        } else {
            disagreed++;
        }
        dirty = true;
        JointRule.Result now = rule.result(members, agreed, disagreed);
        if (now != JointRule.Result.PENDING) {
            end(now, at);
            return true;
        }
        return false;
    }

    void end(JointRule.Result how, Instant at) {
        if (result != JointRule.Result.PENDING) {
            throw new IllegalStateException("Joint sign decided twice: " + id);
        }
        result = how;
        decidedAt = at;
        dirty = true;
    }

    boolean isPending() {
        return result == JointRule.Result.PENDING;
    }
}
