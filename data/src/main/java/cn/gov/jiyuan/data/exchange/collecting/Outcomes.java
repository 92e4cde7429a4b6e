package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.contracts.stewardship.DataLineage;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Post;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.portal.Texts;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What follows from the end of a batch: its state, the task's, audit, and word to those concerned. */
@Component
class Outcomes {
    private final BatchStore batches;
    private final TaskStore tasks;
    private final CollectTasks desk;
    private final DataLineage lineage;
    private final Messages messages;
    private final Parties parties;
    private final Rules rules;
    private final Texts texts;
    private final Audit audit;
    private final Clock clock;

    Outcomes(
            BatchStore batches,
            TaskStore tasks,
            CollectTasks desk,
            DataLineage lineage,
            Messages messages,
            Parties parties,
            Rules rules,
            Texts texts,
            Audit audit,
            Clock clock) {
        this.batches = batches;
        this.tasks = tasks;
        this.desk = desk;
        this.lineage = lineage;
        this.messages = messages;
        this.parties = parties;
        this.rules = rules;
        this.texts = texts;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void good(
            Actor actor, Batch batch, Batch.Counts counts, Batch.State state, @Nullable Long snapshot, String message) {
        batches.progress(batch.id(), counts, batch.part());
        batches.ended(batch.id(), state, snapshot, message, clock.instant());
        tasks.ended(batch.taskId(), state, 0, clock.instant());
        tell(actor, batch, state, counts, message);
        if (state == Batch.State.DONE) {
            tasks.find(batch.taskId()).ifPresent(task -> trace(task, batch));
        }
    }

    /** From which column of the source a column of the dataset came, with the batch and its file. */
    private void trace(CollectTask task, Batch batch) {
        String source = task.source().sort().label() + "：" + task.name();
        String number = batch.fileName().isEmpty() ? batch.number() : batch.number() + " " + batch.fileName();
        task.mappings()
                .forEach(mapping ->
                        lineage.derived(source, mapping.from(), batch.dataset(), mapping.to(), "归集", number));
    }

    @Transactional
    public void cancelled(Actor actor, Batch batch) {
        batches.ended(batch.id(), Batch.State.CANCELLED, null, "已按要求停止，没有入库", clock.instant());
        tell(actor, batch, Batch.State.CANCELLED, batch.counts(), "已按要求停止");
    }

    /** @param counts what had been read by then */
    @Transactional
    public String bad(Actor actor, CollectTask task, Batch batch, Batch.Counts counts, Fault why) {
        String message = texts.of(why.code().code(), why.arguments());
        batches.progress(
                batch.id(), counts, batches.find(batch.id()).map(Batch::part).orElse(0));
        batches.ended(batch.id(), Batch.State.FAILED, null, message, clock.instant());
        failed(task, batch.number(), message, why);
        tell(actor, batch, Batch.State.FAILED, counts, message);
        return message;
    }

    /** A task could not do its work; after some such times, or for some reasons at once, it is stopped. */
    @Transactional
    public void failed(CollectTask task, String number, String message, Fault why) {
        int failures = task.failures() + 1;
        tasks.ended(task.id(), Batch.State.FAILED, failures, clock.instant());
        LocalDate today = LocalDate.now(clock);
        boolean enough = failures >= rules.integer("exchange.collecting.failures", today);
        boolean hopeless = why.code() == CollectingError.STRUCTURE;
        boolean byItself = !task.schedule().byHand() || task.source().sort() == SourceKind.LOG;
        if (hopeless || enough && byItself) {
            desk.halt(task.id(), message);
            send(task, "exchange.collecting.halted", List.of(task.name(), task.dataset(), message));
        } else {
            send(task, "exchange.collecting.failed", List.of(task.name(), number, message));
        }
    }

    /** The stewards of the unit, whoever made the task, and the city's manager of data. */
    void send(CollectTask task, String template, List<String> arguments) {
        LocalDate today = LocalDate.now(clock);
        Set<UUID> readers = new LinkedHashSet<>();
        parties.holders(task.unitId(), "datasteward", today).stream()
                .map(Post::personId)
                .forEach(readers::add);
        parties.holders(Unit.idOf("data"), "datamanager", today).stream()
                .map(Post::personId)
                .forEach(readers::add);
        for (UUID reader : readers) {
            messages.send(reader, template, arguments, "/workbench/exchange/tasks/" + task.id());
        }
    }

    private void tell(Actor actor, Batch batch, Batch.State state, Batch.Counts counts, String message) {
        audit.record(
                actor,
                new AuditEvent(
                        "exchange.batch.end",
                        "exchange.batch",
                        batch.id().toString(),
                        "批次 " + batch.number() + "：" + state.label() + "，收到 " + counts.in() + " 行，合格 " + counts.ok()
                                + " 行，拒收 " + counts.rejected() + " 行",
                        Map.of(
                                "state",
                                state.name(),
                                "dataset",
                                batch.dataset(),
                                "checksum",
                                counts.checksum(),
                                "message",
                                message)));
    }
}
