package cn.gov.jiyuan.platform.cases;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.files.FileStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Cases and the inbox for the workbench. Who may see and do what is decided by the engine, case by case. */
@RestController
@RequestMapping("/api/cases")
class CasesController {
    private final Cases cases;
    private final Tasks tasks;
    static final int BATCH_AT_MOST = 200;

    private final Inbox inbox;
    private final FileStore files;

    CasesController(Cases cases, Tasks tasks, Inbox inbox, FileStore files) {
        this.cases = cases;
        this.tasks = tasks;
        this.inbox = inbox;
        this.files = files;
    }

    /** A page of the inbox with the counts of all views, and of this one by deadline. */
    record InboxPage(
            List<Inbox.Item> items,
            @Nullable String next,
            Map<Inbox.View, Integer> counts,
            Map<Inbox.Due, Integer> due) {}

    /**
     * A file that the sender has stored before and now puts into the case.
     *
     * @param paper whether it was handed in on paper and scanned
     */
    record Attachment(UUID fileId, String kind, @Nullable Boolean paper) {}

    /** A file that is stored but not yet in the case. */
    record Stored(UUID fileId, String name, long size) {}

    /** An action as sent; missing texts count as empty. */
    record ActionBody(
            int expectedVersion,
            @Nullable String opinion,
            @Nullable String reason,
            @Nullable Map<String, Object> data,
            @Nullable List<Attachment> evidence,
            @Nullable UUID notice,
            @Nullable String idempotencyKey) {
        ActionInput input(List<NewEvidence> pieces) {
            return new ActionInput(
                    Objects.requireNonNullElse(opinion, ""),
                    Objects.requireNonNullElse(reason, ""),
                    Objects.requireNonNullElse(data, Map.of()),
                    pieces,
                    notice,
                    idempotencyKey);
        }
    }

    /** One action on several cases. */
    record BatchBody(
            List<Target> cases,
            @Nullable String opinion,
            @Nullable String reason,
            @Nullable Map<String, Object> data) {
        record Target(UUID id, int expectedVersion) {}
    }

    /** What came of one case of a batch; the problem is null if it was done. */
    record BatchResult(
            UUID id,
            @Nullable ActOutcome outcome,
            @Nullable String code,
            @Nullable String problem) {}

    @GetMapping("/inbox")
    @Permitted("cases.task.work")
    InboxPage inbox(
            Actor actor,
            @RequestParam(defaultValue = "MINE") String view,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String due,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        Inbox.View wanted = named(Inbox.View.values(), view);
        Inbox.Due near = due == null || due.isEmpty() ? null : named(Inbox.Due.values(), due);
        Inbox.Page<Inbox.Item> page = inbox.items(actor, wanted, new Inbox.Filter(type, q, near), after, limit);
        return new InboxPage(page.items(), page.next(), inbox.counts(actor), inbox.due(actor, wanted));
    }

    private static <E extends Enum<E>> E named(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new Fault(CasesError.UNKNOWN_VIEW, name));
    }

    @GetMapping("/my-day")
    @Permitted("cases.task.work")
    Inbox.MyDay myDay(Actor actor) {
        return inbox.myDay(actor);
    }

    @GetMapping
    @Permitted(Permitted.SIGNED_IN)
    Inbox.Page<CaseView> list(
            Actor actor,
            @RequestParam String type,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        return inbox.cases(actor, type, new Inbox.CaseFilter(state, q), after, limit);
    }

    @GetMapping("/{id}")
    @Permitted(Permitted.SIGNED_IN)
    CaseFile read(Actor actor, @PathVariable UUID id) {
        return cases.read(actor, id);
    }

    @PostMapping("/{id}/actions/{action}")
    @Permitted(Permitted.SIGNED_IN)
    ActOutcome act(Actor actor, @PathVariable UUID id, @PathVariable String action, @RequestBody ActionBody body) {
        return cases.act(actor, id, body.expectedVersion(), action, body.input(pieces(actor, body)));
    }

    private List<NewEvidence> pieces(Actor actor, ActionBody body) {
        return Objects.requireNonNullElse(body.evidence(), List.<Attachment>of()).stream()
                .map(attachment -> piece(actor, attachment))
                .toList();
    }

    private NewEvidence piece(Actor actor, Attachment attachment) {
        boolean paper = Boolean.TRUE.equals(attachment.paper()) && actor.isOfficial();
        return files.find(attachment.fileId())
                .filter(file -> files.isStoredBy(file.id(), actor.personId()))
                .map(file -> new NewEvidence(
                        file.id(),
                        attachment.kind(),
                        file.name(),
                        paper ? NewEvidence.Source.PAPER : NewEvidence.Source.UPLOADED,
                        file.sm3()))
                .orElseThrow(() -> Fault.at("/evidence", CasesError.FOREIGN_FILE));
    }

    /** Stores a file that is going to come with an action; it belongs to the case once the action is done. */
    @PostMapping("/{id}/files")
    @Permitted("cases.task.work")
    Stored upload(Actor actor, @PathVariable UUID id, @RequestParam(required = false) @Nullable MultipartFile file) {
        cases.read(actor, id);
        if (file == null) {
            throw Fault.at("/file", CasesError.FOREIGN_FILE);
        }
        try (InputStream content = file.getInputStream()) {
            FileStore.StoredFile stored = files.put(
                    actor,
                    Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                    Objects.requireNonNullElse(file.getContentType(), ""),
                    content);
            return new Stored(stored.id(), stored.name(), stored.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each case in a transaction of its own: one refusal does not undo the others. */
    @PostMapping("/batch/{action}")
    @Permitted("cases.task.work")
    List<BatchResult> batch(Actor actor, @PathVariable String action, @RequestBody BatchBody body) {
        requireFew(body.cases());
        return body.cases().stream()
                .map(target -> one(actor, action, body, target))
                .toList();
    }

    static void requireFew(List<?> targets) {
        if (targets.size() > BATCH_AT_MOST) {
            throw new Fault(CasesError.TOO_MANY, BATCH_AT_MOST, targets.size());
        }
    }

    private BatchResult one(Actor actor, String action, BatchBody body, BatchBody.Target target) {
        ActionInput input = ActionInput.opinion(Objects.requireNonNullElse(body.opinion(), ""))
                .withReason(Objects.requireNonNullElse(body.reason(), ""))
                .withData(Objects.requireNonNullElse(body.data(), Map.of()));
        try {
            ActOutcome outcome = cases.act(actor, target.id(), target.expectedVersion(), action, input);
            return new BatchResult(target.id(), outcome, null, null);
        } catch (Fault refused) {
            return new BatchResult(target.id(), null, refused.code().code(), CaseTexts.of(refused));
        }
    }

    /** Takes back the last step. */
    @PostMapping("/{id}/recall")
    @Permitted("cases.task.work")
    CaseFile recall(Actor actor, @PathVariable UUID id, @RequestBody ActionBody body) {
        tasks.recall(actor, id, body.expectedVersion());
        return cases.read(actor, id);
    }
}
