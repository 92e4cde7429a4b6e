package cn.gov.jiyuan.data.exchange.sharing;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The desk of sharing in the workbench, beside lists and cases. */
@RestController
@RequestMapping("/api/exchange")
class SharingController {
    private final RequestDesk desk;
    private final RequestStore requests;
    private final DirectoryStore directory;
    private final GrantStore grants;
    private final GrantKeeper keeper;
    private final CallStore calls;
    private final CallProof proof;
    private final ShareSweep sweep;
    private final Unmet unmet;
    private final Access access;
    private final Audit audit;
    private final TransactionTemplate transactions;

    SharingController(
            RequestDesk desk,
            RequestStore requests,
            DirectoryStore directory,
            GrantStore grants,
            GrantKeeper keeper,
            CallStore calls,
            CallProof proof,
            ShareSweep sweep,
            Unmet unmet,
            Access access,
            Audit audit,
            PlatformTransactionManager transactions) {
        this.desk = desk;
        this.requests = requests;
        this.directory = directory;
        this.grants = grants;
        this.keeper = keeper;
        this.calls = calls;
        this.proof = proof;
        this.sweep = sweep;
        this.unmet = unmet;
        this.access = access;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactions);
    }

    /** What can be asked of a resource. */
    @GetMapping("/directory")
    @Permitted("exchange.directory.read")
    Entry entry(@RequestParam String code) {
        return directory.find(code).orElseThrow(() -> new Fault(SharingError.NOT_LISTED, code));
    }

    /** A grant as people see it; never its secret. */
    record GrantView(
            UUID id,
            String appKey,
            String state,
            String stateLabel,
            Instant expireAt,
            int dailyQuota,
            int perSecond,
            List<String> ips,
            int secretVersion,
            boolean secretShown,
            @Nullable Instant firstSuccessAt,
            boolean ours) {
        static GrantView of(Grant grant, Actor viewer) {
            return new GrantView(
                    grant.id(),
                    grant.appKey(),
                    grant.state().name(),
                    grant.state().label(),
                    grant.expireAt(),
                    grant.dailyQuota(),
                    grant.perSecond(),
                    grant.ips(),
                    grant.secretVersion(),
                    grant.secretShownAt() != null,
                    grant.firstSuccessAt(),
                    grant.unitId().equals(viewer.unitId()));
        }
    }

    /** A request with its items, reminders and grant. @param items of the resource, for whoever edits */
    record RequestView(
            ShareRequest request,
            List<SharedItem> items,
            List<RequestStore.Reminder> reminders,
            @Nullable GrantView grant,
            boolean mine,
            boolean answering) {}

    @GetMapping("/requests/{id}")
    @Permitted("exchange.request.read")
    RequestView request(Actor actor, @PathVariable UUID id) {
        return view(actor, desk.seen(actor, id));
    }

    @PostMapping("/requests")
    @Permitted("exchange.request.apply")
    RequestView draft(Actor actor, @RequestBody RequestDesk.Draft draft) {
        return view(actor, desk.draft(actor, draft));
    }

    @PutMapping("/requests/{id}")
    @Permitted("exchange.request.apply")
    RequestView rewrite(Actor actor, @PathVariable UUID id, @RequestBody RequestDesk.Draft draft) {
        return view(actor, desk.rewrite(actor, id, draft));
    }

    @DeleteMapping("/requests/{id}")
    @Permitted("exchange.request.apply")
    void discard(Actor actor, @PathVariable UUID id) {
        desk.discard(actor, id);
    }

    @PostMapping("/requests/{id}/submit")
    @Permitted("exchange.request.apply")
    RequestView submit(Actor actor, @PathVariable UUID id) {
        return view(actor, desk.submit(actor, id));
    }

    /** Answers items one by one: the provider while it answers, the authority while it examines or grants. */
    @PutMapping("/requests/{id}/items")
    @Permitted("exchange.request.read")
    RequestView decide(Actor actor, @PathVariable UUID id, @RequestBody List<RequestDesk.Decision> decisions) {
        return view(actor, desk.decide(actor, id, decisions));
    }

    @PostMapping("/grants/{id}/credentials")
    @Permitted("exchange.grant.keep")
    GrantKeeper.Credentials credentials(Actor actor, @PathVariable UUID id) {
        return keeper.credentials(actor, id);
    }

    @PostMapping("/grants/{id}/secret")
    @Permitted("exchange.grant.keep")
    GrantKeeper.Credentials rotate(Actor actor, @PathVariable UUID id) {
        return keeper.rotate(actor, id);
    }

    /** Whether a line of the log is as it was written. */
    @GetMapping("/calls/{id}/proof")
    @Permitted("exchange.call.read")
    CallProof.Verdict proof(Actor actor, @PathVariable UUID id) {
        Call call = calls.find(id)
                .orElseThrow(() -> new Fault(SharingError.UNKNOWN))
                .call();
        if (!access.rows(actor, "exchange.call.read").covers(call.unitId(), null, null)) {
            throw new Fault(SharingError.UNKNOWN);
        }
        return proof.verify(id);
    }

    /** Looks at all deadlines now; the same happens every minute by itself. */
    @PostMapping("/sweeps")
    @Permitted("exchange.request.supervise")
    Map<String, Integer> sweep(Actor actor) {
        ShareSweep.Outcome outcome = sweep.run();
        int dispatched = unmet.dispatch();
        Map<String, Integer> done = Map.of(
                "reminded", outcome.reminded(),
                "overdue", outcome.overdue(),
                "expired", outcome.expired(),
                "dispatched", dispatched);
        transactions.executeWithoutResult(status -> audit.record(
                actor,
                new AuditEvent(
                        "exchange.sharing.sweep",
                        "exchange.sweep",
                        "sharing",
                        "立即巡查共享：催办 " + outcome.reminded() + " 次，逾期 " + outcome.overdue() + " 件，到期 " + outcome.expired()
                                + " 件，派单 " + dispatched + " 件",
                        done)));
        return done;
    }

    private RequestView view(Actor actor, ShareRequest request) {
        return new RequestView(
                request,
                directory.find(request.resourceCode()).map(Entry::items).orElse(List.of()),
                requests.reminders(request.id()),
                grants.ofRequest(request.id())
                        .map(grant -> GrantView.of(grant, actor))
                        .orElse(null),
                request.unitId().equals(actor.unitId()),
                request.providerUnitId().equals(actor.unitId()));
    }
}
