package cn.gov.jiyuan.data.themes.lab;

import cn.gov.jiyuan.data.themes.ThemesError;
import cn.gov.jiyuan.data.themes.topic.RowReach;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.hub.DataColumn;
import cn.gov.jiyuan.platform.hub.DataSession;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.jobs.LongWork;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.keys.Sm3;
import cn.gov.jiyuan.platform.rules.Rules;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Queues jobs, bound to the snapshot and the reach of the moment, and repeats them over the same snapshot. */
@Component
class Mining {
    static final String DATA = "themes.data.read";
    private final Workspaces workspaces;
    private final MiningStore store;
    private final Datasets datasets;
    private final ObjectProvider<LongJobs> jobs;
    private final Access access;
    private final Rules rules;
    private final Audit audit;
    private final Clock clock;

    Mining(
            Workspaces workspaces,
            MiningStore store,
            Datasets datasets,
            ObjectProvider<LongJobs> jobs,
            Access access,
            Rules rules,
            Audit audit,
            Clock clock) {
        this.workspaces = workspaces;
        this.store = store;
        this.datasets = datasets;
        this.jobs = jobs;
        this.access = access;
        this.rules = rules;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public MiningJob submit(Actor actor, UUID workspaceId, MiningSpec spec) {
        Workspace workspace = workspaces.usable(actor, workspaceId, spec.dataset());
        long snapshot = datasets.current(spec.dataset())
                .orElseThrow(() -> new Fault(ThemesError.NOT_YET, spec.dataset()))
                .number();
        return queue(actor, workspace, spec, snapshot, null);
    }

    /** The same parameters over the same snapshot; within the reach that the person has now. */
    @Transactional
    public MiningJob rerun(Actor actor, UUID id) {
        MiningJob before = own(actor, id);
        Workspace workspace =
                workspaces.usable(actor, before.workspaceId(), before.spec().dataset());
        datasets.snapshot(before.spec().dataset(), before.snapshot());
        return queue(actor, workspace, before.spec(), before.snapshot(), before.id());
    }

    private MiningJob queue(Actor actor, Workspace workspace, MiningSpec spec, long snapshot, @Nullable UUID rerunOf) {
        Dataset dataset = datasets.get(spec.dataset());
        RowReach reach = RowReach.of(access.rows(actor, DATA), spec.dataset(), names(dataset));
        new Algorithms(dataset, spec, reach).check(0);
        String title = spec.title() == null || spec.title().isBlank()
                ? spec.algorithm().label()
                : spec.title().strip();
        MiningJob job = new MiningJob(
                Ids.next(),
                workspace.id(),
                title,
                spec,
                snapshot,
                reach,
                MiningJob.State.QUEUED,
                null,
                null,
                null,
                rerunOf,
                actor.personId(),
                actor.name(),
                clock.instant(),
                null);
        store.insert(job, Objects.requireNonNull(actor.unitId()), false);
        jobs.getObject()
                .submit(MiningWork.KIND, "分析任务：" + title, actor, job.id().toString());
        tell(actor, "submit", (rerunOf == null ? "提交" : "重跑") + "分析任务“" + title + "”", job);
        return job;
    }

    static List<String> names(Dataset dataset) {
        return dataset.columns().stream().map(DataColumn::name).toList();
    }

    MiningJob own(Actor actor, UUID id) {
        return store.find(id)
                .filter(job -> job.byId().equals(actor.personId()))
                .orElseThrow(() -> new Fault(ThemesError.UNKNOWN, "分析任务 " + id));
    }

    List<MiningJob> of(Actor actor, UUID workspace) {
        return store.of(workspaces.own(actor, workspace).id());
    }

    /** Only sums leave the space, and small ones not at all. */
    @Transactional
    public String export(Actor actor, UUID id) {
        MiningJob job = own(actor, id);
        if (job.state() != MiningJob.State.DONE || job.result() == null) {
            throw new Fault(ThemesError.NOT_DONE);
        }
        workspaces.usable(actor, job.workspaceId(), job.spec().dataset());
        long below = rules.integer("themes.suppress.below", LocalDate.now(clock));
        tell(actor, "export", "导出分析任务“" + job.title() + "”的汇总，抑制小于 " + below + " 的格", job);
        return SafeSheet.of(job, below);
    }

    private void tell(Actor actor, String action, String summary, MiningJob job) {
        audit.record(
                actor,
                new AuditEvent(
                        "themes.job." + action,
                        "themes.mining_job",
                        job.id().toString(),
                        summary,
                        Map.of(
                                "dataset", job.spec().dataset(),
                                "snapshot", job.snapshot(),
                                "algorithm", job.spec().algorithm().name())));
    }

    /** The doing of the jobs. */
    @Component
    static final class MiningWork implements LongWork {
        static final String KIND = "themes.mining";
        private final MiningStore store;
        private final Datasets datasets;
        private final Rules rules;
        private final Clock clock;

        MiningWork(MiningStore store, Datasets datasets, Rules rules, Clock clock) {
            this.store = store;
            this.datasets = datasets;
            this.rules = rules;
            this.clock = clock;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public void run(LongJobs.Job job, Progress progress) {
            store.find(UUID.fromString(job.argument())).ifPresent(one -> compute(one, progress));
        }

        void compute(MiningJob job, Progress progress) {
            progress.total(1);
            progress.say(job.spec().algorithm().label());
            try {
                Dataset dataset = datasets.get(job.spec().dataset());
                try (DataSession session =
                        datasets.open(Map.of("data", datasets.snapshot(dataset.name(), job.snapshot())))) {
                    long mape = rules.integer("themes.forecast.mape", LocalDate.now(clock));
                    String result = JsonMapper.shared()
                            .writeValueAsString(new Algorithms(dataset, job.spec(), job.reach()).run(session, mape));
                    store.done(job.id(), result, Sm3.hex(result.getBytes(StandardCharsets.UTF_8)), clock.instant());
                }
            } catch (Fault e) {
                store.failed(
                        job.id(),
                        String.join(
                                "；", e.arguments().stream().map(String::valueOf).toList()),
                        clock.instant());
            } catch (RuntimeException e) {
                store.failed(job.id(), "系统故障，请重跑；仍不行请告知管理员", clock.instant());
                throw e;
            }
            progress.advance(1);
        }
    }
}
