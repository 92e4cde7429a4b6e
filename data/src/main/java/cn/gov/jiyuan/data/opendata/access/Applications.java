package cn.gov.jiyuan.data.opendata.access;

import cn.gov.jiyuan.data.opendata.OpendataError;
import cn.gov.jiyuan.data.opendata.release.OpenDataset;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Applications for data that are open under conditions (有条件开放申请): purpose, agreement, expiry, results. */
@Service("opendata.Applications")
public class Applications implements RecurringWork {
    private static final int LONGEST = 1000;
    private static final int PORTION = 100;

    private final ServiceStore store;
    private final Opener opener;
    private final Audit audit;
    private final Rules rules;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Applications(
            ServiceStore store,
            Opener opener,
            Audit audit,
            Rules rules,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.opener = opener;
        this.audit = audit;
        this.rules = rules;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param due by when the unit answers @param results what came of the use, as the applicant registered it */
    public record Application(
            UUID id,
            String number,
            UUID dataset,
            UUID party,
            String purpose,
            String security,
            String expected,
            String state,
            Instant applied,
            @Nullable Instant due,
            String answer,
            @Nullable Instant agreed,
            @Nullable LocalDate expires,
            String results) {
        public String stateLabel() {
            return ServiceTypes.application().state(state).label();
        }

        boolean allows(LocalDate today) {
            return state.equals("granted") && expires != null && !today.isAfter(expires);
        }
    }

    /** What somebody fills in. */
    public record Form(String purpose, String security, String expected) {}

    @Transactional
    public Application apply(Actor actor, OpenDataset dataset, Form form) {
        if (!dataset.isConditional()) {
            throw new Fault(OpendataError.NOT_CONDITIONAL, dataset.title());
        }
        long level = rules.integer("opendata.application.level", LocalDate.now(clock));
        if (actor.realLevel() < level) {
            throw new Fault(OpendataError.LEVEL, level);
        }
        if (store.open(dataset.id(), actor.principalId()).isPresent()) {
            throw new Fault(OpendataError.ASKED_ALREADY, dataset.title());
        }
        String purpose = Opener.typed("/purpose", form.purpose(), LONGEST);
        String security = Opener.typed("/security", form.security(), LONGEST);
        String expected = Opener.typed("/expected", form.expected(), LONGEST);
        Opener.Opened opened = opener.open(
                actor,
                ServiceTypes.APPLICATION,
                "KS",
                "申请使用“" + dataset.title() + "”",
                dataset.unitId(),
                Map.of("dataset", dataset.title(), "purpose", purpose, "security", security, "expected", expected),
                false);
        Application application = new Application(
                opened.id(),
                opened.number(),
                dataset.id(),
                actor.principalId(),
                purpose,
                security,
                expected,
                "draft",
                clock.instant(),
                null,
                "",
                null,
                null,
                "");
        store.insert(application, dataset.unitId(), false);
        opener.act(opened.id(), "apply", "");
        return store.application(opened.id()).orElseThrow();
    }

    /** Signs the agreement on use (利用协议); the right to use ends by itself. */
    @Transactional
    public void agree(Actor actor, UUID id) {
        Application application = own(actor, id);
        if (!application.state().equals("agreement")) {
            throw new Fault(OpendataError.WRONG_STATE, application.number());
        }
        LocalDate today = LocalDate.now(clock);
        LocalDate expires = today.plusMonths(rules.integer("opendata.application.months", today));
        store.agreed(id, actor.personId(), clock.instant(), expires);
        opener.act(id, "agree", "签署利用协议，有效期至 " + expires);
        audit.record(
                actor,
                new AuditEvent(
                        "opendata.agree",
                        ServiceTypes.APPLICATION,
                        id.toString(),
                        "签署利用协议，有效期至 " + expires,
                        Map.of("number", application.number(), "purpose", application.purpose())));
    }

    @Transactional
    public void registerResults(Actor actor, UUID id, String results) {
        Application application = own(actor, id);
        if (application.agreed() == null) {
            throw new Fault(OpendataError.WRONG_STATE, application.number());
        }
        store.results(id, Opener.typed("/results", results, LONGEST), clock.instant());
        audit.record(
                actor, new AuditEvent("opendata.results", ServiceTypes.APPLICATION, id.toString(), "登记利用成果", Map.of()));
    }

    private Application own(Actor actor, UUID id) {
        return store.application(id)
                .filter(found -> found.party().equals(actor.principalId()))
                .orElseThrow(() -> new Fault(OpendataError.UNKNOWN, id));
    }

    @Transactional(readOnly = true)
    public List<Application> of(Actor actor) {
        return store.applications(actor.principalId());
    }

    @Transactional(readOnly = true)
    public Optional<Application> open(Actor actor, OpenDataset dataset) {
        return actor.isAnonymous() ? Optional.empty() : store.open(dataset.id(), actor.principalId());
    }

    /** The application by which a party may use conditional data today. */
    Optional<Application> right(UUID party, OpenDataset dataset) {
        return store.open(dataset.id(), party).filter(found -> found.allows(LocalDate.now(clock)));
    }

    @Override
    public String name() {
        return "opendata.applications";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean run() {
        List<Application> over = store.expired(LocalDate.now(clock), PORTION);
        over.forEach(application -> transactions.executeWithoutResult(
                status -> opener.act(application.id(), "expire", "协议于 " + application.expires() + " 到期")));
        return over.size() == PORTION;
    }
}
