package cn.gov.jiyuan.data.stewardship.crosscheck;

import cn.gov.jiyuan.data.stewardship.DatasetReach;
import cn.gov.jiyuan.data.stewardship.StewardshipError;
import cn.gov.jiyuan.data.stewardship.StewardshipTrail;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
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
import org.springframework.web.bind.annotation.GetMapping;
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
    private final Proposals proposals;
    private final CrossCheck check;
    private final FindingStore findings;
    private final Access access;
    private final DatasetReach reach;
    private final LongJobs jobs;
    private final Rules rules;
    private final StewardshipTrail trail;
    private final TransactionTemplate transactions;
    private final Clock clock;

    CrossCheckController(
            Authorities authorities,
            Proposals proposals,
            CrossCheck check,
            FindingStore findings,
            Access access,
            DatasetReach reach,
            LongJobs jobs,
            Rules rules,
            StewardshipTrail trail,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.authorities = authorities;
        this.proposals = proposals;
        this.check = check;
        this.findings = findings;
        this.access = access;
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

    record Decided(@Nullable String reason) {
        String words() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    /** Who tells an item, with the names of unit and dataset. */
    record Teller(Source source, String unitName, String datasetTitle) {}

    /** A source of the item in a time. @param now it holds today */
    record Held(Authority authority, Teller teller, boolean now) {}

    record Asking(Proposal proposal, Teller teller, String stateLabel) {}

    /**
     * An item with all that is registered of it.
     *
     * @param checked the last check; null if there was none @param open findings that are not settled
     */
    record Standing(
            String item,
            String title,
            List<Held> sources,
            List<Teller> witnesses,
            List<Asking> proposals,
            FindingStore.@Nullable Checked checked,
            long open) {}

    /** @throws Fault {@code stewardship.unknown} if nothing is registered or asked of the item */
    @GetMapping("/{item}")
    @Permitted("stewardship.crosscheck.read")
    Standing standing(Actor actor, @PathVariable String item) {
        LocalDate today = LocalDate.now(clock);
        List<Authority> sources = authorities.of(item);
        List<Proposal> asked = proposals.of(item);
        if (sources.isEmpty() && asked.isEmpty()) {
            throw new Fault(StewardshipError.UNKNOWN, item);
        }
        return new Standing(
                item,
                sources.isEmpty() ? asked.getFirst().title() : sources.getLast().title(),
                sources.reversed().stream()
                        .map(one -> new Held(one, teller(one.source()), one.holds(today)))
                        .toList(),
                authorities.witnesses(item).stream().map(this::teller).toList(),
                asked.stream()
                        .map(one -> new Asking(
                                one, teller(one.source()), one.state().label()))
                        .toList(),
                findings.checked(item).orElse(null),
                findings.open(item, access.rows(actor, "stewardship.crosscheck.read")));
    }

    private Teller teller(Source source) {
        return new Teller(source, authorities.name(source.unitId()), reach.title(source.dataset()));
    }

    @PostMapping("/proposals")
    @Permitted("stewardship.crosscheck.propose")
    Proposal propose(Actor actor, @RequestBody Proposals.Wanted wanted) {
        return proposals.propose(actor, wanted);
    }

    @PostMapping("/proposals/{id}/accept")
    @Permitted("stewardship.crosscheck.edit")
    Authority accept(Actor actor, @PathVariable UUID id, @RequestBody Decided decided) {
        return proposals.accept(actor, id, decided.words());
    }

    @PostMapping("/proposals/{id}/refuse")
    @Permitted("stewardship.crosscheck.edit")
    void refuse(Actor actor, @PathVariable UUID id, @RequestBody Decided decided) {
        proposals.refuse(actor, id, decided.words());
    }

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
