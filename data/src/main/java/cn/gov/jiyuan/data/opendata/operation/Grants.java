package cn.gov.jiyuan.data.opendata.operation;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.data.opendata.OpendataError;
import cn.gov.jiyuan.data.opendata.release.Sources;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.code.Uscc;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.cases.NewCase;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.parties.LegalEntity;
import cn.gov.jiyuan.platform.parties.Parties;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers grants of operation and ends them on their last day. */
@Service("opendata.Grants")
public class Grants implements RecurringWork {
    private final OperationStore store;
    private final Sources sources;
    private final Cases cases;
    private final Parties parties;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Grants(
            OperationStore store,
            Sources sources,
            Cases cases,
            Parties parties,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.sources = sources;
        this.cases = cases;
        this.parties = parties;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @param operator unified social credit code of the operator */
    public record Form(
            String operator,
            String scope,
            List<String> resources,
            String security,
            String revenue,
            LocalDate starts,
            LocalDate ends) {
        /** What a program left out is empty, and refused where it is needed. */
        public Form {
            operator = Objects.requireNonNullElse(operator, "");
            scope = Objects.requireNonNullElse(scope, "");
            resources = Objects.requireNonNullElse(resources, List.of());
            security = Objects.requireNonNullElse(security, "");
            revenue = Objects.requireNonNullElse(revenue, "");
            starts = Objects.requireNonNullElse(starts, LocalDate.MAX);
            ends = Objects.requireNonNullElse(ends, LocalDate.MIN);
        }
    }

    @Transactional
    public OperationGrant register(Actor actor, Form form) {
        LegalEntity operator = parties.legalEntityByUscc(Uscc.parse(form.operator()))
                .orElseThrow(() -> Fault.at("/operator", OpendataError.UNKNOWN, form.operator()));
        if (form.resources().isEmpty()) {
            throw Fault.at("/resources", OpendataError.NO_SOURCE);
        }
        if (form.scope().isBlank()
                || form.security().isBlank()
                || form.revenue().isBlank()) {
            throw Fault.at("/scope", OpendataError.EMPTY);
        }
        if (!form.ends().isAfter(form.starts())) {
            throw Fault.at("/ends", OpendataError.DATES);
        }
        for (String code : form.resources()) {
            Resource resource = sources.resource(code)
                    .orElseThrow(() -> Fault.at("/resources", OpendataError.UNKNOWN_RESOURCE, code));
            if (resource.open() == OpenType.NONE) {
                throw Fault.at(
                        "/resources",
                        OpendataError.NOT_OPEN,
                        resource.name(),
                        resource.open().label());
            }
        }
        LocalDate today = LocalDate.now(clock);
        String number = cases.nextNumber("SQYY" + today.format(DateTimeFormatter.BASIC_ISO_DATE), 4);
        UUID id = cases.open(
                actor,
                new NewCase(
                        OperationTypes.GRANT,
                        "授权运营：" + operator.name(),
                        number,
                        OperationTypes.BUREAU,
                        null,
                        operator.id(),
                        operator.name(),
                        NewCase.ApplicantKind.ORGANISATION,
                        null,
                        null,
                        Map.of("scope", form.scope(), "security", form.security(), "revenue", form.revenue()),
                        null,
                        false));
        OperationGrant grant = new OperationGrant(
                id,
                number,
                operator.id(),
                operator.name(),
                form.scope(),
                form.resources(),
                form.security(),
                form.revenue(),
                form.starts(),
                form.ends(),
                "assessing",
                null,
                false);
        store.insert(grant, clock.instant());
        return grant;
    }

    /** A grant with the products that rest on it. */
    public record Whole(OperationGrant grant, String stateLabel, List<DataProduct> products) {}

    @Transactional(readOnly = true)
    public Whole whole(UUID id) {
        OperationGrant grant = store.grant(id).orElseThrow(() -> new Fault(OpendataError.UNKNOWN, id));
        return new Whole(grant, grant.stateLabel(), store.productsUnder(id, LocalDate.now(clock)));
    }

    @Transactional(readOnly = true)
    public List<OperationGrant> publicOnes() {
        return store.publicGrants();
    }

    @Override
    public String name() {
        return "opendata.grants";
    }

    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean run() {
        for (OperationGrant grant : store.over(LocalDate.now(clock))) {
            transactions.executeWithoutResult(status -> {
                int version = cases.find(grant.id()).orElseThrow().version();
                ActionInput input = ActionInput.NONE.withReason("授权于 " + grant.ends() + " 到期");
                cases.act(Actor.SYSTEM, grant.id(), version, "lapse", input);
            });
        }
        return false;
    }
}
