package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.data.exchange.collecting.capture.ChangeLog;
import cn.gov.jiyuan.data.exchange.collecting.capture.LogMessage;
import cn.gov.jiyuan.data.exchange.collecting.reading.SourceColumn;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Landing;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Follows the log of a source's database (无感采集): whole transactions of the source, many at a time, become a batch.
 * The dataset, the watermark and the batch become final together; only then the source is told that it may forget.
 */
@Component
final class Capture {
    /** Changes after which a batch is closed at the next end of a transaction. */
    private static final int ENOUGH = 20_000;

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final TaskStore tasks;
    private final CollectTasks desk;
    private final BatchStore batches;
    private final QuarantineStore quarantine;
    private final SourceStore sources;
    private final Datasets datasets;
    private final Collector collector;
    private final Outcomes outcomes;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Capture(
            TaskStore tasks,
            CollectTasks desk,
            BatchStore batches,
            QuarantineStore quarantine,
            SourceStore sources,
            Datasets datasets,
            Collector collector,
            Outcomes outcomes,
            TransactionTemplate transactions,
            Clock clock) {
        this.tasks = tasks;
        this.desk = desk;
        this.batches = batches;
        this.quarantine = quarantine;
        this.sources = sources;
        this.datasets = datasets;
        this.collector = collector;
        this.outcomes = outcomes;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Reads on until the log is quiet.
     *
     * @param stop asked now and then
     * @return changes taken
     */
    long follow(CollectTask task, BooleanSupplier stop) {
        SourceSpec.OfLog log = (SourceSpec.OfLog) task.source();
        SourceStore.Place place = new SourceStore.Place(
                log.host(), log.port(), log.database(), log.user(), String.valueOf(desk.secret(task.id())));
        CollectTask known = task;
        try (Connection source = sources.connect(place)) {
            sources.checkPublication(source, log);
            if (!sources.hasSlot(source, log.slot())) {
                begin(task, log, place);
                known = tasks.find(task.id()).orElseThrow();
            } else if (task.watermark() == null) {
                // A slot without our mark is the rest of a beginning that failed, and nobody knows what it has seen.
                sources.dropSlot(place, log.slot());
                begin(task, log, place);
                known = tasks.find(task.id()).orElseThrow();
            }
            source.rollback();
        } catch (SQLException e) {
            throw SourceStore.down(e);
        }
        String from = known.watermark() == null ? "0/0" : known.watermark();
        try (Connection replication = sources.replicate(place);
                ChangeLog stream = new ChangeLog(sources.stream(replication, log, from))) {
            return new Reading(known, log, stream, from).untilQuiet(stop);
        } catch (SQLException e) {
            throw SourceStore.down(e);
        }
    }

    /** The table as it is at the beginning of the slot. */
    private void begin(CollectTask task, SourceSpec.OfLog log, SourceStore.Place place) {
        sources.makeSlot(place, log, (snapshot, position) -> {
            Batch batch = batch(task, "INIT-" + position.replace('/', '-'), null, position);
            Dataset dataset = datasets.get(task.dataset());
            // The first reading is the whole truth: what a former slot had brought may be gone from the source.
            try (Landing landing = datasets.land(
                    Actor.SYSTEM, dataset.name(), task.landingNumber(batch.number()), Landing.Mode.REPLACE)) {
                Intake intake = new Intake(
                        task,
                        batch,
                        dataset,
                        landing,
                        quarantine,
                        collector.terms(task, batch),
                        new Unwatched(),
                        clock.instant(),
                        true);
                sources.all(snapshot, SourceStore.full(log.table()), 0, intake);
                intake.end();
                Batch.Counts counts = new Batch.Counts(
                        intake.in(), intake.ok(), intake.rejected(), 0, 0, landing.digest(), "");
                transactions.executeWithoutResult(status -> {
                    batches.patient();
                    batches.insert(batch);
                    Long version = intake.ok() == 0 ? null : Collector.version(landing.commit());
                    tasks.watermark(task.id(), position);
                    outcomes.good(
                            Actor.SYSTEM, batch, counts, Batch.State.DONE, version, "首次全量：收到 " + counts.in() + " 行");
                });
            }
        });
    }

    private Batch batch(CollectTask task, String number, @Nullable String low, @Nullable String high) {
        return new Batch(
                Ids.next(),
                task.id(),
                task.name(),
                task.unitId(),
                number,
                task.dataset(),
                Landing.Mode.MERGE,
                Batch.State.RUNNING,
                Batch.Origin.LOCAL,
                null,
                null,
                null,
                "",
                null,
                "",
                Batch.Counts.NONE,
                0,
                low,
                high,
                "",
                null,
                null,
                Actor.SYSTEM.personId(),
                Actor.SYSTEM.name(),
                clock.instant(),
                null,
                null,
                task.demo());
    }

    /** One reading of the log. */
    private final class Reading {
        private final CollectTask task;
        private final SourceSpec.OfLog log;
        private final ChangeLog stream;
        private final Dataset dataset;
        private final long done;
        private String low;
        private int relation = -1;
        private @Nullable ChangeSet changes;
        private boolean skipping;
        private long position;
        private long taken;
        private Instant since = Instant.MIN;
        private boolean halted;

        Reading(CollectTask task, SourceSpec.OfLog log, ChangeLog stream, String from) {
            this.task = task;
            this.log = log;
            this.stream = stream;
            this.low = from;
            this.done = ChangeLog.number(from);
            this.dataset = datasets.get(task.dataset());
        }

        long untilQuiet(BooleanSupplier stop) throws SQLException {
            int quiet = 0;
            boolean open = false;
            while (!halted && quiet < 20 && (open || !stop.getAsBoolean())) {
                LogMessage message = stream.next();
                if (message == null) {
                    if (!open && size() > 0) {
                        close();
                    }
                    quiet++;
                    rest();
                    continue;
                }
                quiet = 0;
                open = take(message, open);
                boolean late = size() > 0 && clock.instant().isAfter(since.plus(LONGEST));
                if (!open && (size() >= ENOUGH || late)) {
                    close();
                }
            }
            if (!halted && !open) {
                close();
            }
            return taken;
        }

        private void rest() {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private int size() {
            return changes == null ? 0 : changes.size();
        }

        /** @return whether a transaction is open after the message */
        private boolean take(LogMessage message, boolean open) {
            switch (message) {
                case LogMessage.Begin begin -> {
                    // After a crash the source repeats what it does not know to be kept.
                    skipping = begin.finalPosition() < done;
                    return true;
                }
                case LogMessage.Commit commit -> {
                    position = Math.max(position, commit.endPosition());
                    return false;
                }
                case LogMessage.Relation shape -> relation(shape);
                case LogMessage.Insert insert -> change(insert.relation(), null, insert.row());
                case LogMessage.Update update -> change(update.relation(), update.before(), update.row());
                case LogMessage.Delete delete -> change(delete.relation(), delete.before(), null);
                case LogMessage.Truncate truncate -> {
                    if (truncate.relations().contains(relation) && !skipping) {
                        throw new Fault(CollectingError.STRUCTURE, "来源表被整表清空（truncate），请核实后确认新结构，重新全量归集");
                    }
                }
                case LogMessage.Other other -> {}
            }
            return open;
        }

        private void relation(LogMessage.Relation shape) {
            if (!shape.table().equals(SourceStore.full(log.table()))) {
                return;
            }
            List<SourceColumn> columns = shape.fields().stream()
                    .map(field -> new SourceColumn(field.name(), "oid:" + field.type()))
                    .toList();
            relation = shape.id();
            ChangeSet next = new ChangeSet(task, dataset, shape, quarantine);
            next.check(columns);
            if (changes != null && changes.size() > 0) {
                next.takeOver(changes);
            }
            changes = next;
        }

        private void change(int id, @Nullable Object @Nullable [] before, @Nullable Object @Nullable [] after) {
            ChangeSet own = changes;
            if (id == relation && own != null && !skipping) {
                if (own.size() == 0) {
                    since = clock.instant();
                }
                own.take(before, after, datasets);
            }
        }

        /** Lands what was taken, and then lets the source forget it. */
        private void close() throws SQLException {
            ChangeSet own = changes;
            if (position <= done && (own == null || own.size() == 0)) {
                return;
            }
            String high = ChangeLog.text(position);
            if (own != null && own.size() > 0) {
                Batch batch = batch(task, "LSN-" + high.replace('/', '-'), low, high);
                try (Landing landing = datasets.land(
                        Actor.SYSTEM, dataset.name(), task.landingNumber(batch.number()), Landing.Mode.MERGE)) {
                    own.land(landing);
                    Batch.Counts counts = own.counts(landing.digest());
                    transactions.executeWithoutResult(status -> {
                        batches.patient();
                        batches.insert(batch);
                        own.quarantine(batch, clock.instant());
                        Landing.Landed landed = landing.size() == 0 ? null : landing.commit();
                        Long version = landed == null ? null : Collector.version(landed);
                        String held = landed == null ? null : landed.held();
                        tasks.watermark(task.id(), high);
                        if (task.structure().isEmpty()) {
                            tasks.structure(task.id(), own.structure());
                        }
                        String said = "变更 " + counts.in() + " 条，写入 " + counts.ok() + " 行，删除 " + counts.removed() + " 行";
                        if (held == null) {
                            outcomes.good(Actor.SYSTEM, batch, counts, Batch.State.DONE, version, said);
                        } else {
                            outcomes.good(Actor.SYSTEM, batch, counts, Batch.State.HELD, null, said + "；" + held);
                            // Later changes must not be landed before these.
                            desk.halt(task.id(), "批次 " + batch.number() + " 被拦截：" + held);
                            halted = true;
                        }
                    });
                    taken += counts.in();
                }
                own.clear();
            } else {
                tasks.watermark(task.id(), high);
            }
            low = high;
            stream.confirm(high);
        }
    }

    /** Nobody watches the reading of a log. */
    private static final class Unwatched implements cn.gov.jiyuan.platform.jobs.Progress {
        @Override
        public void total(long units) {}

        @Override
        public void advance(long units) {}

        @Override
        public void say(String message) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    }
}
