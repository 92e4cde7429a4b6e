package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.UpdateCycle;
import cn.gov.jiyuan.data.opendata.OpendataError;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.ErrorKind;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.cases.ActionInput;
import cn.gov.jiyuan.platform.cases.CaseView;
import cn.gov.jiyuan.platform.cases.Cases;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.jobs.LongWork;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.portal.Texts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the version that was decided on; what the gate refuses goes back with its reason. */
@Component("opendata.ReleaseWork")
final class ReleaseWork implements LongWork {
    static final String KIND = "opendata.release";

    private final DatasetStore store;
    private final Publisher publisher;
    private final Sources sources;
    private final Cases cases;
    private final Audit audit;
    private final Texts texts;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ReleaseWork(
            DatasetStore store,
            Publisher publisher,
            Sources sources,
            Cases cases,
            Audit audit,
            Texts texts,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.publisher = publisher;
        this.sources = sources;
        this.cases = cases;
        this.audit = audit;
        this.texts = texts;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(LongJobs.Job job, Progress progress) {
        UUID id = UUID.fromString(job.argument());
        OpenDataset dataset = store.find(id).orElseThrow(() -> new Fault(OpendataError.UNKNOWN, id));
        if (!dataset.state().equals("releasing")) {
            return;
        }
        progress.total(2);
        try {
            checkSource(dataset);
            Publisher.Made made = publisher.make(job.actor(), dataset);
            progress.advance(1);
            transactions.executeWithoutResult(status -> publish(dataset, made, job.actor()));
            progress.advance(1);
        } catch (Fault fault) {
            if (fault.code().kind() != ErrorKind.INPUT) {
                throw fault;
            }
            String words = texts.of(fault.code().code(), fault.arguments());
            transactions.executeWithoutResult(status -> act(id, dataset.version() == 0 ? "refused" : "kept", words));
        }
    }

    /** A resource may have been closed while the reviewers sat over its dataset. */
    private void checkSource(OpenDataset dataset) {
        Resource resource = sources.resource(dataset.resourceCode()).orElse(null);
        if (resource == null && dataset.demo()) {
            return;
        }
        if (resource == null
                || resource.open() == OpenType.NONE
                || resource.open() == OpenType.CONDITIONAL && !dataset.isConditional()) {
            throw new Fault(OpendataError.NOT_OPEN, dataset.title(), "不予开放");
        }
    }

    private void publish(OpenDataset dataset, Publisher.Made made, Actor actor) {
        LocalDate today = LocalDate.now(clock);
        store.release(made, dataset, actor.personId(), nextDue(dataset.cycle(), today));
        store.checked(dataset.id(), made.report(), clock.instant());
        audit.record(
                actor,
                new AuditEvent(
                        "opendata.release",
                        DatasetType.ID,
                        dataset.id().toString(),
                        "发布“" + dataset.title() + "”第 " + made.version().number() + " 版，"
                                + made.version().rows() + " 行，" + made.report().words(),
                        Map.of("version", made.version().number(), "source", made.sourceSnapshot())));
        act(dataset.id(), "released", "第 " + made.version().number() + " 版");
    }

    private void act(UUID id, String action, String reason) {
        CaseView matter = cases.find(id).orElseThrow();
        cases.act(Actor.SYSTEM, id, matter.version(), action, ActionInput.NONE.withReason(reason));
    }

    /** Last day of the period that follows; the present one has just been served. */
    static @Nullable LocalDate nextDue(UpdateCycle cycle, LocalDate today) {
        return switch (cycle) {
            case REAL_TIME, DAILY -> today.plusDays(1);
            case WEEKLY -> today.plusWeeks(1);
            case MONTHLY -> today.plusMonths(1);
            case QUARTERLY -> today.plusMonths(3);
            case YEARLY -> today.plusYears(1);
            case OTHER -> null;
        };
    }
}
