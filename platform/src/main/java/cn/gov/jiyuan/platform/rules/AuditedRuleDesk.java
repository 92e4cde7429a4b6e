package cn.gov.jiyuan.platform.rules;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** The desk over the store. */
final class AuditedRuleDesk implements RuleDesk {
    private final ParameterStore store;
    private final Supplier<Audit> audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AuditedRuleDesk(ParameterStore store, Supplier<Audit> audit, TransactionTemplate transaction, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public List<Parameter> list(String prefix, @Nullable Confidence confidence) {
        return store.approved().stream()
                .filter(p -> p.key().startsWith(prefix))
                .filter(p -> confidence == null || p.basis().confidence() == confidence)
                .toList();
    }

    @Override
    public List<Parameter> drafts() {
        return store.drafts();
    }

    @Override
    public void withdraw(Actor actor, UUID id, String reason) {
        if (reason.isBlank()) {
            throw Fault.at("/reason", RulesError.REASON);
        }
        inTransaction(() -> {
            Parameter draft = store.find(id).orElseThrow(() -> new Fault(RulesError.UNKNOWN, id));
            if (!store.withdraw(id)) {
                throw new Fault(RulesError.DECIDED);
            }
            record(actor, "rules.withdraw", draft, "撤回规则参数草稿（" + reason.strip() + "）");
            return draft;
        });
    }

    @Override
    public History history(String key) {
        List<Parameter> versions = store.versions(key);
        if (versions.isEmpty()) {
            throw new Fault(RulesError.UNKNOWN, key);
        }
        return new History(key, versions.getLast().title(), versions, gaps(versions));
    }

    @Override
    public UUID propose(Actor actor, Draft draft) {
        if (draft.to() != null && draft.to().isBefore(draft.from())) {
            throw Fault.at("/to", RulesError.PERIOD);
        }
        return inTransaction(() -> {
            store.lock(draft.key());
            List<Parameter> versions = history(draft.key()).versions();
            Parameter last = versions.getLast();
            Parameter drafted = new Parameter(
                    Ids.next(),
                    draft.key(),
                    versions.stream().mapToInt(Parameter::version).max().orElse(0) + 1,
                    last.title(),
                    last.type(),
                    last.type().read(draft.value()),
                    draft.from(),
                    draft.to(),
                    draft.basis(),
                    Parameter.Origin.CITY,
                    Parameter.State.DRAFT,
                    actor.personId(),
                    actor.name(),
                    null);
            store.insert(drafted, clock.instant());
            record(actor, "rules.propose", drafted, "起草规则参数");
            return drafted.id();
        });
    }

    @Override
    public Parameter approve(Actor actor, UUID id) {
        return inTransaction(() -> {
            Parameter draft = store.find(id).orElseThrow(() -> new Fault(RulesError.UNKNOWN, id));
            store.lock(draft.key());
            check(actor, store.find(id).orElse(draft));
            makeRoom(store, draft);
            store.approve(id, actor, clock.instant());
            record(actor, "rules.approve", draft, "批准规则参数");
            return store.find(id).orElseThrow();
        });
    }

    private void check(Actor actor, Parameter draft) {
        if (draft.state() != Parameter.State.DRAFT) {
            throw new Fault(RulesError.DECIDED);
        }
        if (draft.proposedBy().equals(actor.personId())) {
            throw new Fault(RulesError.SAME_PERSON);
        }
        LocalDate today = LocalDate.now(clock);
        if (draft.from().isBefore(today)) {
            throw Fault.at("/from", RulesError.PAST, draft.from(), today);
        }
    }

    /** Ends the open version that the new one follows; refuses any other overlap. */
    static void makeRoom(ParameterStore store, Parameter fresh) {
        for (Parameter other : store.versions(fresh.key())) {
            boolean counts =
                    other.state() == Parameter.State.APPROVED && !other.id().equals(fresh.id());
            if (counts && other.overlaps(fresh.from(), fresh.to())) {
                if (other.to() != null || !other.from().isBefore(fresh.from())) {
                    throw new Fault(RulesError.OVERLAP, other.version(), other.from());
                }
                store.end(other.id(), fresh.from().minusDays(1));
            }
        }
    }

    static List<Gap> gaps(List<Parameter> versions) {
        List<Gap> gaps = new ArrayList<>();
        LocalDate held = null;
        boolean first = true;
        for (Parameter version : versions) {
            if (version.state() != Parameter.State.APPROVED) {
                continue;
            }
            if (!first && held != null && version.from().isAfter(held.plusDays(1))) {
                gaps.add(new Gap(held.plusDays(1), version.from().minusDays(1)));
            }
            held = version.to();
            first = false;
        }
        return gaps;
    }

    private void record(Actor actor, String action, Parameter parameter, String what) {
        audit.get()
                .record(
                        actor,
                        new AuditEvent(
                                action,
                                "parameter",
                                parameter.key(),
                                what + "“" + parameter.title() + "”第 " + parameter.version() + " 版："
                                        + parameter.explanation(),
                                Map.of(
                                        "version",
                                        parameter.version(),
                                        "value",
                                        parameter.value().text())));
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
