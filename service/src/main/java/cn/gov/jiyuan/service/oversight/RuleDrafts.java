package cn.gov.jiyuan.service.oversight;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafting and approving versions of rules: in force from the first of a month to come, never for the past. */
@Service
class RuleDrafts {
    private static final int MOST_SCORE = 20;

    private final RuleStore store;
    private final Audit audit;
    private final Clock clock;

    RuleDrafts(RuleStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a new version changes; null leaves it as it is.
     *
     * @param from first day of force; null for the first of next month
     */
    record Draft(
            @Nullable Integer threshold,
            @Nullable Level level,
            @Nullable BigDecimal score,
            @Nullable Boolean enabled,
            @Nullable String remark,
            @Nullable LocalDate from) {}

    /** @return the draft, which waits for approval by somebody else */
    @Transactional
    public Rule propose(Actor actor, String code, Draft draft) {
        List<Rule> versions = store.lock(code);
        if (versions.isEmpty()) {
            throw new Fault(OversightError.UNKNOWN);
        }
        Rule last = versions.getLast();
        LocalDate from = Objects.requireNonNullElse(draft.from(), nextMonth());
        requireFuture(from);
        if (versions.stream().anyMatch(rule -> rule.from().equals(from))) {
            throw Fault.at("/from", OversightError.TAKEN, code, from);
        }
        Rule next = new Rule(
                Ids.next(),
                code,
                last.version() + 1,
                last.title(),
                last.detector(),
                last.caseType(),
                last.subjects(),
                Objects.requireNonNullElse(draft.threshold(), last.threshold()),
                Objects.requireNonNullElse(draft.level(), last.level()),
                Objects.requireNonNullElse(draft.score(), last.score()),
                last.basis(),
                Objects.requireNonNullElse(draft.enabled(), last.enabled()),
                Objects.requireNonNullElse(draft.remark(), last.remark()),
                from,
                false,
                actor.personId(),
                actor.name(),
                null);
        requireSound(next);
        store.insert(next, clock.instant());
        record(actor, "oversight.rule.propose", "起草监察规则", next);
        return next;
    }

    @Transactional
    public Rule approve(Actor actor, UUID id) {
        Rule draft = store.find(id).orElseThrow(() -> new Fault(OversightError.UNKNOWN));
        store.lock(draft.code());
        if (store.find(id).filter(rule -> !rule.approved()).isEmpty()) {
            throw new Fault(OversightError.APPROVED);
        }
        if (draft.proposedBy().equals(actor.personId())) {
            throw new Fault(OversightError.OWN_DRAFT);
        }
        requireFuture(draft.from());
        store.approve(id, actor.name(), clock.instant());
        record(actor, "oversight.rule.approve", "批准监察规则", draft);
        return store.find(id).orElseThrow();
    }

    private LocalDate nextMonth() {
        return LocalDate.now(clock).plusMonths(1).withDayOfMonth(1);
    }

    private void requireFuture(LocalDate from) {
        if (from.getDayOfMonth() != 1 || from.isBefore(nextMonth())) {
            throw Fault.at("/from", OversightError.NOT_RETROACTIVE, nextMonth(), from);
        }
    }

    private static void requireSound(Rule rule) {
        if (rule.enabled() && rule.detector() == Detector.NOT_AVAILABLE) {
            throw Fault.at("/enabled", OversightError.NOT_AVAILABLE, rule.title(), rule.remark());
        }
        int most = rule.detector() == Detector.CLOCK_NEAR ? 90 : 60;
        if (rule.detector().hasThreshold() && (rule.threshold() < 1 || rule.threshold() > most)) {
            throw Fault.at("/threshold", OversightError.BOUNDS, "阈值", 1, most, rule.threshold());
        }
        if (rule.score().signum() < 0 || rule.score().compareTo(BigDecimal.valueOf(MOST_SCORE)) > 0) {
            throw Fault.at("/score", OversightError.BOUNDS, "扣分", 0, MOST_SCORE, rule.score());
        }
    }

    private void record(Actor actor, String action, String verb, Rule rule) {
        audit.record(
                actor,
                new AuditEvent(
                        action,
                        "oversight.rule",
                        rule.id().toString(),
                        verb + "：" + rule.code() + " " + rule.title() + " 第 " + rule.version() + " 版，自 " + rule.from()
                                + " 起施行",
                        Map.of(
                                "threshold",
                                rule.threshold(),
                                "level",
                                rule.level().name(),
                                "score",
                                rule.score(),
                                "enabled",
                                rule.enabled())));
    }
}
