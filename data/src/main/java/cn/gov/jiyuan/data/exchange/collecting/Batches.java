package cn.gov.jiyuan.data.exchange.collecting;

import cn.gov.jiyuan.data.exchange.collecting.reading.FileFormat;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.files.FileStore;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.rules.Rules;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins batches: of a file that was handed in, of a source that is due, once more of one that failed. */
@Component
class Batches {
    static final String READ = "exchange.batch.read";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");
    private static final int DIGEST_SHOWN = 12;

    private final CollectTasks tasks;
    private final BatchStore store;
    private final FileStore files;
    private final LongJobs jobs;
    private final Access access;
    private final Rules rules;
    private final Audit audit;
    private final CollectingSettings settings;
    private final Clock clock;

    Batches(
            CollectTasks tasks,
            BatchStore store,
            FileStore files,
            LongJobs jobs,
            Access access,
            Rules rules,
            Audit audit,
            CollectingSettings settings,
            Clock clock) {
        this.tasks = tasks;
        this.store = store;
        this.files = files;
        this.jobs = jobs;
        this.access = access;
        this.rules = rules;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What a sender says of his batch.
     *
     * @param number his number of the batch; made of day and content if absent
     * @param rows how many rows he sent @param digest SM3 of the file @param asOf day up to which the data reach
     */
    record Declared(
            @Nullable String number,
            @Nullable Long rows,
            @Nullable String digest,
            @Nullable LocalDate asOf) {
        static final Declared NOTHING = new Declared(null, null, null, null);
    }

    /** Takes a file through the page. */
    @Transactional
    public Batch handIn(Actor actor, UUID taskId, String name, InputStream content, Declared declared) {
        CollectTask task = ready(tasks.get(actor, taskId, CollectTasks.RUN));
        if (!task.source().sort().handedIn()) {
            throw new Fault(CollectingError.STATE, task.source().sort().label() + "任务", "上传文件");
        }
        if (FileFormat.named(name).isEmpty()) {
            throw Fault.at("/file", CollectingError.FILE_KIND, name);
        }
        FileStore.StoredFile file = keep(actor, name, content);
        String number = declared.number() == null || declared.number().isBlank()
                ? LocalDate.now(clock).format(DAY) + "-" + file.sm3().substring(0, DIGEST_SHOWN)
                : declared.number().strip();
        Batch batch = begun(actor, task, number, declared, file.id(), null, name, task.nextRunAt());
        return queued(actor, batch, "归集文件：" + name);
    }

    private FileStore.StoredFile keep(Actor actor, String name, InputStream content) {
        try {
            int most = Math.toIntExact(settings.maxUpload().toBytes());
            byte[] bytes = content.readNBytes(most + 1);
            if (bytes.length == 0 || bytes.length > most) {
                throw Fault.at("/file", CollectingError.FILE_SIZE, settings.maxUpload().toMegabytes() + " MB");
            }
            String type = FileFormat.named(name).orElseThrow() == FileFormat.XLSX
                    ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                    : "application/octet-stream";
            return files.put(actor, name, type, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a file that lies in the drop folder. */
    @Transactional
    public Batch dropped(CollectTask task, String path, String name, String number, Declared declared) {
        Batch batch = begun(Actor.SYSTEM, task, number, declared, null, path, name, task.nextRunAt());
        return queued(Actor.SYSTEM, batch, "归集文件：" + name);
    }

    /** Fetches from a source at once. */
    @Transactional
    public Batch fetch(Actor actor, UUID taskId) {
        CollectTask task = ready(tasks.get(actor, taskId, CollectTasks.RUN));
        if (task.source().sort().handedIn() || task.source().sort() == SourceKind.LOG) {
            throw new Fault(CollectingError.STATE, task.source().sort().label() + "任务", "立即取数");
        }
        if (store.underWay(taskId)) {
            throw new Fault(CollectingError.STATE, "有批次正在归集", "再次取数");
        }
        return queued(actor, begun(actor, task, now(), Declared.NOTHING, null, null, "", null), "归集：" + task.name());
    }

    /** Fetches because the time has come. */
    @Transactional
    public void fetchDue(CollectTask task, Instant due) {
        if (!store.underWay(task.id())) {
            Duration grace = Duration.ofMinutes(rules.integer("exchange.collecting.grace", LocalDate.now(clock)));
            Batch batch = begun(Actor.SYSTEM, task, now(), Declared.NOTHING, null, null, "", due.plus(grace));
            queued(Actor.SYSTEM, batch, "归集：" + task.name());
        }
    }

    /** A batch that should have been handed in and was not. */
    @Transactional
    public void missed(CollectTask task, Instant due) {
        Batch batch = begun(Actor.SYSTEM, task, "MISSED-" + now(), Declared.NOTHING, null, null, "", due);
        store.insert(batch);
        store.ended(batch.id(), Batch.State.MISSED, null, "没有按时报送", clock.instant());
        told(Actor.SYSTEM, batch, "exchange.batch.missed", "没有按时报送：" + task.name());
    }

    /** Once more, where it had come to. */
    @Transactional
    public Batch retry(Actor actor, UUID id) {
        Batch batch = get(actor, id, CollectTasks.RUN);
        if (batch.state() != Batch.State.FAILED && batch.state() != Batch.State.CANCELLED) {
            throw new Fault(CollectingError.STATE, batch.state().label(), "重试");
        }
        ready(tasks.get(actor, batch.taskId(), CollectTasks.RUN));
        store.running(id);
        store.job(id, jobs.submit(CollectWork.KIND, "重试归集：" + batch.taskName(), actor, id.toString()));
        told(actor, batch, "exchange.batch.retry", "重试批次 " + batch.number());
        return store.find(id).orElseThrow();
    }

    Batch get(Actor actor, UUID id, String permission) {
        Batch batch = store.find(id).orElseThrow(() -> new Fault(CollectingError.UNKNOWN));
        if (!access.rows(actor, permission).covers(batch.unitId(), null, null)) {
            throw new Fault(CollectingError.UNKNOWN);
        }
        return batch;
    }

    private static CollectTask ready(CollectTask task) {
        if (task.state() != TaskState.ACTIVE) {
            throw new Fault(CollectingError.STATE, task.state().label(), "归集，请先启用");
        }
        return task;
    }

    /** A number for a batch that nobody numbered: the moment, and something by which two of one second differ. */
    private String now() {
        String random = Ids.next().toString().substring(32);
        return clock.instant().atZone(clock.getZone()).format(SECOND) + "-" + random;
    }

    private Batch queued(Actor actor, Batch batch, String title) {
        store.insert(batch);
        store.job(batch.id(), jobs.submit(CollectWork.KIND, title, actor, batch.id().toString()));
        told(actor, batch, "exchange.batch.begin", title);
        return store.find(batch.id()).orElseThrow();
    }

    private void told(Actor actor, Batch batch, String action, String summary) {
        audit.record(
                actor,
                new AuditEvent(
                        action,
                        "exchange.batch",
                        batch.id().toString(),
                        summary,
                        Map.of("number", batch.number(), "dataset", batch.dataset())));
    }

    private Batch begun(
            Actor actor,
            CollectTask task,
            String number,
            Declared declared,
            @Nullable UUID file,
            @Nullable String path,
            String name,
            @Nullable Instant due) {
        boolean backflow = task.source().sort() == SourceKind.BACKFLOW;
        if (backflow && declared.asOf() == null && !number.startsWith("MISSED")) {
            throw Fault.at("/asOf", CollectingError.MISSING, "数据截止日期");
        }
        if (number.length() > 100 || number.indexOf('/') >= 0) {
            throw Fault.at("/number", CollectingError.BAD_SOURCE, "批次号不超过 100 个字符，不含“/”");
        }
        return new Batch(
                Ids.next(),
                task.id(),
                task.name(),
                task.unitId(),
                number,
                task.dataset(),
                task.mode(),
                Batch.State.QUEUED,
                backflow ? Batch.Origin.PROVINCE : Batch.Origin.LOCAL,
                declared.asOf(),
                file,
                path,
                name,
                declared.rows(),
                declared.digest() == null ? "" : declared.digest().strip().toLowerCase(java.util.Locale.ROOT),
                Batch.Counts.NONE,
                0,
                null,
                null,
                "",
                null,
                due,
                actor.personId(),
                actor.name(),
                clock.instant(),
                null,
                null,
                task.demo());
    }
}
