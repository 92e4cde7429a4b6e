package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.data.opendata.DatasetReleased;
import cn.gov.jiyuan.data.opendata.DatasetStopped;
import cn.gov.jiyuan.platform.cases.CaseEffects;
import cn.gov.jiyuan.platform.cases.Transition;
import cn.gov.jiyuan.platform.feed.Feed;
import cn.gov.jiyuan.platform.jobs.LongJobs;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Post;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What follows from each step: the gate on submission, a version on publishing, silence and notices on withdrawal. */
@Component("opendata.DatasetEffects")
final class DatasetEffects implements CaseEffects {
    private static final Set<String> STOPS = Set.of("recall", "take-offline", "source-withdrawn");
    private static final Set<String> MAKES = Set.of("publish", "update", "relist");
    private static final Set<String> TELLS_STEWARD =
            Set.of("expire", "refused", "kept", "send-back", "object", "decline");

    private final DatasetStore store;
    private final Gate gate;
    private final LongJobs jobs;
    private final Messages messages;
    private final Parties parties;
    private final Feed feed;
    private final Clock clock;

    DatasetEffects(
            DatasetStore store, Gate gate, LongJobs jobs, Messages messages, Parties parties, Feed feed, Clock clock) {
        this.store = store;
        this.gate = gate;
        this.jobs = jobs;
        this.messages = messages;
        this.parties = parties;
        this.feed = feed;
        this.clock = clock;
    }

    @Override
    public String caseType() {
        return DatasetType.ID;
    }

    @Override
    public Result after(Transition transition) {
        UUID id = transition.matter().id();
        String action = transition.action().id();
        OpenDataset dataset = store.find(id).orElseThrow();
        if (action.equals("submit")) {
            GateReport report = judge(dataset);
            Admission.check(report, dataset.openType());
        }
        store.state(id, transition.matter().state());
        if (MAKES.contains(action)) {
            jobs.submit(ReleaseWork.KIND, "发布开放数据：" + dataset.title(), transition.actor(), id.toString());
        }
        if (action.equals("released")) {
            feed.append(new Feed.Change(
                    DatasetReleased.TOPIC,
                    id.toString(),
                    1,
                    new DatasetReleased(dataset.identifier(), dataset.version(), dataset.resourceCode())));
        }
        String reason = transition.input().reason();
        if (STOPS.contains(action)) {
            stop(dataset, reason, !action.equals("take-offline"));
        }
        if (TELLS_STEWARD.contains(action)) {
            for (Post post : parties.holders(dataset.unitId(), "datasteward", LocalDate.now(clock))) {
                messages.send(
                        post.personId(),
                        "opendata." + action,
                        List.of(
                                dataset.title(),
                                reason.isBlank() ? transition.input().opinion() : reason),
                        "/workbench/cases/" + id);
            }
        }
        return Result.NONE;
    }

    private GateReport judge(OpenDataset dataset) {
        Set<String> released = store.columns(dataset.id()).stream()
                .filter(OpenColumn::released)
                .map(OpenColumn::name)
                .collect(Collectors.toSet());
        Gate.Verdict verdict = gate.judge(dataset, released);
        store.columns(dataset.id(), verdict.plan());
        store.checked(dataset.id(), verdict.report(), clock.instant());
        return verdict.report();
    }

    private void stop(OpenDataset dataset, String reason, boolean forGood) {
        store.stop(dataset.id(), reason, clock.instant(), forGood);
        if (dataset.version() == 0) {
            return;
        }
        for (UUID holder : store.holders(dataset.id())) {
            messages.send(
                    holder,
                    forGood ? "opendata.recalled" : "opendata.offline",
                    List.of(dataset.title(), dataset.version(), reason),
                    "/open/datasets/" + dataset.identifier());
        }
        feed.append(new Feed.Change(
                DatasetStopped.TOPIC,
                dataset.id().toString(),
                1,
                new DatasetStopped(dataset.identifier(), dataset.resourceCode(), forGood)));
    }
}
