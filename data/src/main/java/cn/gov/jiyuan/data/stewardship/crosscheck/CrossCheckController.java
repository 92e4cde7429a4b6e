package cn.gov.jiyuan.data.stewardship.crosscheck;

import cn.gov.jiyuan.data.stewardship.DatasetReach;
import cn.gov.jiyuan.data.stewardship.StewardshipError;
import cn.gov.jiyuan.data.stewardship.StewardshipTrail;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The desk of sources: who owns an item, who else tells it, and the value to be believed of one subject. */
@RestController
@RequestMapping("/api/stewardship/items")
class CrossCheckController {
    private final Authorities authorities;
    private final CrossCheck check;
    private final DatasetReach reach;
    private final LongJobs jobs;
    private final Rules rules;
    private final StewardshipTrail trail;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CrossCheckController(
            Authorities authorities,
            CrossCheck check,
            DatasetReach reach,
            LongJobs jobs,
            Rules rules,
            StewardshipTrail trail,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.authorities = authorities;
        this.check = check;
        this.reach = reach;
        this.jobs = jobs;
        this.rules = rules;
        this.trail = trail;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    record Ended(@Nullable LocalDate validTo) {}

    record Asked(@Nullable String subject, @Nullable String purpose) {}

    record Submitted(UUID job) {}

    /** @param trusted the confidence reaches the threshold */
    record Believed(
            String value,
            String label,
            double confidence,
            boolean trusted,
            boolean conflict,
            String basis,
            List<Golden.Evidence> evidence) {}

    @PostMapping
    @Permitted("stewardship.crosscheck.edit")
    Authority appoint(Actor actor, @RequestBody Authorities.Appointment wanted) {
        return authorities.appoint(actor, wanted);
    }

    @PostMapping("/{item}/sources/{id}/end")
    @Permitted("stewardship.crosscheck.edit")
    void end(Actor actor, @PathVariable String item, @PathVariable UUID id, @RequestBody Ended ended) {
        authorities.end(actor, item, id, Objects.requireNonNullElse(ended.validTo(), LocalDate.now(clock)));
    }

    @PostMapping("/{item}/witnesses")
    @Permitted("stewardship.crosscheck.edit")
    void check(Actor actor, @PathVariable String item, @RequestBody Authorities.Told told) {
        authorities.check(actor, item, told);
    }

    @PostMapping("/{item}/runs")
    @Permitted("stewardship.crosscheck.run")
    Submitted run(Actor actor, @PathVariable String item) {
        Authority authority = owned(actor, item, "stewardship.crosscheck.run");
        return new Submitted(CrossCheckWork.submit(jobs, actor, authority.item()));
    }

    /** Tells values of a person in clear: for a purpose, and in the audit trail. */
    @PostMapping("/{item}/golden")
    @Permitted("stewardship.crosscheck.unmask")
    Believed golden(Actor actor, @PathVariable String item, @RequestBody Asked asked) {
        owned(actor, item, "stewardship.crosscheck.unmask");
        String purpose = StewardshipTrail.reason("/purpose", Objects.requireNonNullElse(asked.purpose(), ""));
        String subject = Objects.requireNonNullElse(asked.subject(), "").strip().toUpperCase(Locale.ROOT);
        Golden golden = check.golden(item, subject).orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, item));
        transactions.executeWithoutResult(
                status -> trail.record(actor, "golden", "look", item, "查看可信值：" + item, Map.of("purpose", purpose)));
        double least = rules.decimal("stewardship.confidence.least", LocalDate.now(clock))
                .doubleValue();
        return new Believed(
                golden.value(),
                check.label(item, golden.value()),
                golden.confidence(),
                golden.confidence() >= least,
                golden.conflict(),
                golden.basis().label(),
                golden.evidence());
    }

    private Authority owned(Actor actor, String item, String permission) {
        Authority authority = authorities.inForce(item).orElseThrow(() -> new Fault(StewardshipError.NO_OWNER, item));
        reach.require(actor, permission, authority.source().unitId(), item);
        return authority;
    }
}
