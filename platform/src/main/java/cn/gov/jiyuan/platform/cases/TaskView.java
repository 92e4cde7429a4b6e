package cn.gov.jiyuan.platform.cases;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A task as shown. */
public record TaskView(
        UUID id,
        UUID caseId,
        TaskKind kind,
        TaskStatus status,
        String state,
        String title,
        @Nullable String role,
        UUID unitId,
        @Nullable Colleague assignee,
        @Nullable Colleague delegator,
        @Nullable UUID parentId,
        @Nullable UUID groupId,
        Colleague openedBy,
        Instant openedAt,
        @Nullable Instant claimedAt,
        @Nullable Colleague doneBy,
        @Nullable Instant doneAt,
        @Nullable Boolean vote) {
    static TaskView of(UUID caseId, CaseTask task) {
        return new TaskView(
                task.id,
                caseId,
                task.kind,
                task.status,
                task.state,
                task.title,
                task.role,
                task.unitId,
                task.assignee,
                task.delegator,
                task.parentId,
                task.groupId,
                task.openedBy,
                task.openedAt,
                task.claimedAt,
                task.doneBy,
                task.doneAt,
                task.vote);
    }
}
