package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The overseers' desk beside lists and inbox: versions of rules, a sweep at once. */
@RestController
@RequestMapping("/api/oversight")
class OversightController {
    private final RuleDrafts rules;
    private final Sweep sweep;
    private final Audit audit;
    private final TransactionTemplate transactions;

    OversightController(RuleDrafts rules, Sweep sweep, Audit audit, PlatformTransactionManager transactions) {
        this.rules = rules;
        this.sweep = sweep;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactions);
    }

    @PostMapping("/rules/{code}/versions")
    @Permitted("oversight.rule.propose")
    Rule propose(Actor actor, @PathVariable String code, @RequestBody RuleDrafts.Draft draft) {
        return rules.propose(actor, code, draft);
    }

    @PostMapping("/rules/versions/{id}/approve")
    @Permitted("oversight.rule.approve")
    Rule approve(Actor actor, @PathVariable UUID id) {
        return rules.approve(actor, id);
    }

    /** Looks at all open clocks now; the same happens every night by itself. */
    @PostMapping("/sweeps")
    @Permitted("oversight.sweep.run")
    Overseer.Outcome sweep(Actor actor) {
        Overseer.Outcome outcome = sweep.full();
        transactions.executeWithoutResult(status -> audit.record(
                actor,
                new AuditEvent(
                        "oversight.sweep",
                        "oversight.sweep",
                        "full",
                        "立即巡查：查看 " + outcome.looked() + " 件，发出 " + outcome.issued() + " 条，解除 " + outcome.lifted()
                                + " 条",
                        Map.of("looked", outcome.looked(), "issued", outcome.issued(), "lifted", outcome.lifted()))));
        return outcome;
    }
}
