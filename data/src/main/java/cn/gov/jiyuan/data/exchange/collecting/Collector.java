package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.data.exchange.collecting.reading.FileFormat;
import cn.gov.jiyuan.data.exchange.collecting.reading.RowSink;
import cn.gov.jiyuan.data.exchange.collecting.reading.UnreadableException;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.HubError;
import cn.gov.jiyuan.platform.hub.Landing;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.keys.Sm3;
import cn.gov.jiyuan.platform.rules.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does one batch. What is landed and what is known of the batch become final together; a batch that fails leaves nothing
 * in the dataset, save for the parts of a table that were landed whole, after which it goes on the next time.
 */
@Component
final class Collector {
    private static final Logger LOG = LoggerFactory.getLogger(Collector.class);
    private static final int TRIES = 5;

    private final TaskStore tasks;
    private final CollectTasks desk;
    private final BatchStore batches;
    private final QuarantineStore quarantine;
    private final SourceStore sources;
    private final ApiSource apis;
    private final Datasets datasets;
    private final FileStore files;
    private final Outcomes outcomes;
    private final Rules rules;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final int part;

    Collector(
            TaskStore tasks,
            CollectTasks desk,
            BatchStore batches,
            QuarantineStore quarantine,
            SourceStore sources,
            ApiSource apis,
            Datasets datasets,
            FileStore files,
            Outcomes outcomes,
            Rules rules,
            TransactionTemplate transactions,
            CollectingSettings settings,
            Clock clock) {
        this.tasks = tasks;
        this.desk = desk;
        this.batches = batches;
        this.quarantine = quarantine;
        this.sources = sources;
        this.apis = apis;
        this.datasets = datasets;
        this.files = files;
        this.outcomes = outcomes;
        this.rules = rules;
        this.transactions = transactions;
        this.clock = clock;
        this.part = settings.partRows();
    }

    /** @throws Fault why it failed, after that was noted */
    void run(UUID id, Actor actor, Progress progress) {
        Batch batch = batches.find(id).orElseThrow(() -> new Fault(CollectingError.UNKNOWN));
        if (batch.state().ended()) {
            return;
        }
        batches.running(id);
        CollectTask task = tasks.find(batch.taskId()).orElseThrow(() -> new Fault(CollectingError.UNKNOWN));
        Run run = new Run(batch, task, actor, progress);
        try {
            run.all();
        } catch (Fault fault) {
            throw noted(run, explained(fault, batch));
        } catch (UnreadableException e) {
            throw noted(run, Fault.caused(e, CollectingError.UNREADABLE, String.valueOf(e.getMessage())));
        } catch (RuntimeException e) {
            LOG.error("Batch {} of task {} failed", batch.number(), task.code(), e);
            throw noted(
                    run, Fault.caused(e, CollectingError.FAILED, e.getClass().getSimpleName()));
        }
    }

    private static Fault explained(Fault fault, Batch batch) {
        return fault.code() == HubError.BATCH_DIFFERS
                ? Fault.caused(fault, CollectingError.NUMBER_TAKEN, batch.number())
                : fault;
    }

    private Fault noted(Run run, Fault why) {
        String message = outcomes.bad(run.actor, run.task, run.batch, run.counts, why);
        run.progress.say(message);
        return why;
    }

    Intake.Terms terms(CollectTask task, Batch batch) {
        LocalDate today = LocalDate.now(clock);
        Map<String, Object> constants = new HashMap<>();
        AreaRule area = null;
        if (task.source() instanceof SourceSpec.OfBackflow backflow) {
            constants.put("origin", batch.origin().name());
            constants.put("batch", batch.number());
            constants.put("as_of", batch.asOf() == null ? today : batch.asOf());
            area = new AreaRule(
                    backflow.areaColumn(),
                    rules.list("exchange.collecting.local-areas", today),
                    rules.list("exchange.collecting.former-areas", today));
        }
        return new Intake.Terms(
                rules.decimal("exchange.collecting.reject-share", today),
                rules.integer("exchange.collecting.kept-rejects", today),
                area,
                constants);
    }

    /** One run of one batch. */
    private final class Run {
        private final Batch batch;
        private final CollectTask task;
        private final Actor actor;
        private final Progress progress;
        private final Dataset dataset;
        private Batch.Counts counts;

        Run(Batch batch, CollectTask task, Actor actor, Progress progress) {
            this.batch = batch;
            this.task = task;
            this.actor = actor;
            this.progress = progress;
            this.dataset = datasets.get(task.dataset());
            this.counts = batch.part() > 0 ? batch.counts() : Batch.Counts.NONE;
        }

        void all() {
            switch (task.source()) {
                case SourceSpec.OfFile file -> file(file.format(), file.rowsAt());
                case SourceSpec.OfBackflow file -> file(file.format(), file.rowsAt());
                case SourceSpec.OfApi api -> whole("", false, sink -> apis.read(api, desk.secret(task.id()), 0, sink));
                case SourceSpec.OfTable table -> table(table);
                case SourceSpec.OfLog log -> throw new Fault(CollectingError.STATE, "变更日志任务", "按批次运行");
            }
        }

        private void file(@Nullable FileFormat told, @Nullable String rowsAt) {
            FileFormat format = told == null
                    ? FileFormat.named(batch.fileName())
                            .orElseThrow(() -> new Fault(CollectingError.FILE_KIND, batch.fileName()))
                    : told;
            boolean columns = format == FileFormat.CSV || format == FileFormat.XLSX;
            withFile(file -> {
                String digest = digest(file);
                if (!batch.declaredDigest().isEmpty() && !batch.declaredDigest().equals(digest)) {
                    throw new Fault(
                            CollectingError.RECONCILE, "报送方声明的 SM3 为 " + batch.declaredDigest() + "，收到的文件为 " + digest);
                }
                Batch earlier = task.mode() == Landing.Mode.APPEND
                        ? batches.landed(task.id(), digest).orElse(null)
                        : null;
                if (earlier != null) {
                    counts = new Batch.Counts(
                            0, 0, 0, 0, size(file), earlier.counts().checksum(), digest);
                    end(Batch.State.DUPLICATE, null, "内容与批次 " + earlier.number() + " 相同，没有重复入库");
                    return;
                }
                whole(digest, columns, sink -> {
                    format.read(file, rowsAt == null ? "" : rowsAt, sink);
                    return size(file);
                });
            });
        }

        /** A source that is read from its beginning to its end, and landed at once. @param reader returns the bytes read */
        private void whole(String digest, boolean told, ToLongFunction<RowSink> reader) {
            for (int attempt = 1; !tried(digest, told, reader, attempt); attempt++) {
                progress.say("数据集刚被其他批次更新，重新归集");
            }
        }

        /** @return false if another batch of the dataset was faster, so that all must be done again */
        private boolean tried(String digest, boolean told, ToLongFunction<RowSink> reader, int attempt) {
            quarantine.forget(batch.id());
            progress.say("正在读取");
            try (Landing landing =
                    datasets.land(actor, dataset.name(), task.landingNumber(batch.number()), task.mode())) {
                Intake intake = intake(task, landing, told);
                long bytes;
                try {
                    bytes = reader.applyAsLong(intake);
                } finally {
                    counts = new Batch.Counts(intake.in(), intake.ok(), intake.rejected(), 0, 0, "", digest);
                }
                if (!intake.end()) {
                    outcomes.cancelled(actor, batch);
                    return true;
                }
                counts = new Batch.Counts(
                        intake.in(), intake.ok(), intake.rejected(), 0, bytes, landing.digest(), digest);
                reconcile(intake);
                progress.say("正在入库");
                commit(landing, intake);
                return true;
            } catch (Fault fault) {
                if (fault.code() == HubError.OVERTAKEN && attempt < TRIES) {
                    return false;
                }
                throw fault;
            }
        }

        private Intake intake(CollectTask known, Landing landing, boolean told) {
            return new Intake(
                    known, batch, dataset, landing, quarantine, terms(task, batch), progress, clock.instant(), told);
        }

        private void reconcile(Intake intake) {
            Long declared = batch.declaredRows();
            if (declared != null && declared != intake.in()) {
                throw new Fault(CollectingError.RECONCILE, "报送方声明 " + declared + " 行，收到 " + intake.in() + " 行");
            }
            if (intake.ok() == 0 && task.mode() == Landing.Mode.REPLACE) {
                throw new Fault(CollectingError.RECONCILE, "没有合格的行，不能用空的内容全量替换数据集");
            }
        }

        private void commit(Landing landing, Intake intake) {
            if (intake.ok() == 0) {
                end(Batch.State.DONE, null, said(intake) + "，没有可入库的行");
                learn(intake);
                return;
            }
            transactions.executeWithoutResult(status -> {
                batches.patient();
                Landing.Landed landed = landing.commit();
                Long version = version(landed);
                if (landed.duplicate()) {
                    quarantine.forget(batch.id());
                    end(Batch.State.DUPLICATE, version, "批次 " + batch.number() + " 已经入库过，没有重复入库");
                } else if (landed.held() != null) {
                    end(Batch.State.HELD, null, said(intake) + "；" + landed.held());
                } else {
                    end(Batch.State.DONE, version, said(intake));
                    learn(intake);
                }
            });
        }

        private String said(Intake intake) {
            String added =
                    intake.additions().isEmpty() ? "" : "；来源新增了列“" + String.join("”“", intake.additions()) + "”，没有归集";
            return "收到 " + counts.in() + " 行，合格 " + counts.ok() + " 行，拒收 " + counts.rejected() + " 行" + added;
        }

        /** Remembers the shape of the source, if this was the first good batch. */
        private void learn(Intake intake) {
            if (task.structure().isEmpty() && !intake.structure().isEmpty()) {
                tasks.structure(task.id(), intake.structure());
            }
        }

        private void end(Batch.State state, @Nullable Long snapshot, String message) {
            outcomes.good(actor, batch, counts, state, snapshot, message);
            progress.say(message);
        }

        private void table(SourceSpec.OfTable table) {
            SourceStore.Place place = new SourceStore.Place(
                    table.host(), table.port(), table.database(), table.user(), String.valueOf(desk.secret(task.id())));
            try (Connection source = sources.connect(place)) {
                if (table.watermark() == null) {
                    whole("", true, sink -> {
                        sources.all(source, table.table(), 0, sink);
                        return 0;
                    });
                } else {
                    parts(source, table);
                }
            } catch (SQLException e) {
                throw SourceStore.down(e);
            }
        }

        /** From the last mark to where the table ends now, part by part; each part and its mark become final together. */
        private void parts(Connection source, SourceSpec.OfTable table) {
            SourceStore.Mark upTo = Marks.read(batch.highMark());
            SourceStore.Mark after = Marks.read(task.watermark());
            if (upTo == null) {
                upTo = sources.end(source, table);
                if (upTo == null || upTo.equals(after)) {
                    end(Batch.State.DONE, null, "没有新数据");
                    return;
                }
                batches.marks(batch.id(), task.watermark(), Marks.text(upTo));
            }
            if (batch.part() == 0) {
                quarantine.forget(batch.id());
            }
            int number = batch.part();
            CollectTask known = task;
            boolean more = true;
            while (more) {
                SourceStore.Mark from = after;
                SourceStore.Mark end = upTo;
                number++;
                SourceStore.@Nullable Mark[] last = new SourceStore.Mark[1];
                more = part(
                        known,
                        number,
                        sink -> {
                            last[0] = sources.next(source, table, from, end, part, sink);
                        },
                        last);
                after = last[0] == null ? after : last[0];
                known = tasks.find(task.id()).orElse(known);
                if (progress.cancelled()) {
                    outcomes.cancelled(actor, batch);
                    return;
                }
            }
            end(
                    Batch.State.DONE,
                    datasets.current(dataset.name()).map(one -> one.number()).orElse(null),
                    "收到 " + counts.in() + " 行，合格 " + counts.ok() + " 行，拒收 " + counts.rejected() + " 行");
        }

        /** @param last takes the mark of the last row @return whether there may be more */
        private boolean part(
                CollectTask known,
                int number,
                java.util.function.Consumer<RowSink> reader,
                SourceStore.@Nullable Mark[] last) {
            String landingNumber = task.landingNumber(batch.number() + (number == 1 ? "" : "#" + number));
            try (Landing landing = datasets.land(actor, dataset.name(), landingNumber, task.mode())) {
                Intake intake = intake(known, landing, true);
                reader.accept(intake);
                if (!intake.end() || intake.in() == 0) {
                    return false;
                }
                Batch.Counts sum = new Batch.Counts(
                        counts.in() + intake.in(),
                        counts.ok() + intake.ok(),
                        counts.rejected() + intake.rejected(),
                        0,
                        0,
                        landing.digest(),
                        "");
                @Nullable String[] held = new String[1];
                transactions.executeWithoutResult(status -> {
                    batches.patient();
                    if (intake.ok() > 0) {
                        held[0] = landing.commit().held();
                    }
                    tasks.watermark(task.id(), Marks.text(java.util.Objects.requireNonNull(last[0])));
                    batches.progress(batch.id(), sum, number);
                    learn(intake);
                });
                counts = sum;
                if (held[0] != null) {
                    // Later rows must not be landed before these.
                    desk.halt(task.id(), "批次 " + batch.number() + " 被拦截：" + held[0]);
                    throw new Fault(CollectingError.HELD, held[0]);
                }
                progress.say("已入库 " + counts.ok() + " 行");
                return intake.in() == part;
            }
        }

        private void withFile(java.util.function.Consumer<Path> work) {
            String path = batch.filePath();
            if (path != null) {
                work.accept(Path.of(path));
                return;
            }
            Path copy = null;
            try {
                copy = Files.createTempFile("collect", ".tmp");
                UUID file = java.util.Objects.requireNonNull(batch.fileId());
                try (InputStream in = files.open(file)) {
                    Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
                }
                work.accept(copy);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } finally {
                delete(copy);
            }
        }
    }

    static @Nullable Long version(Landing.Landed landed) {
        Snapshot made = landed.snapshot();
        return made == null ? null : made.number();
    }

    private static void delete(@Nullable Path copy) {
        try {
            if (copy != null) {
                Files.deleteIfExists(copy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(Path file) {
        Sm3 digest = new Sm3();
        byte[] bytes = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
                digest.update(bytes, 0, read);
            }
        } catch (IOException e) {
            throw new UnreadableException("文件读取中断：" + e.getMessage(), e);
        }
        return HexFormat.of().formatHex(digest.finish());
    }
}
