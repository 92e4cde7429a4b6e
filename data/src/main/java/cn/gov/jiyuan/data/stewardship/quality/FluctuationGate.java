package cn.gov.jiyuan.data.stewardship.quality;

import cn.gov.jiyuan.data.stewardship.Change;
import cn.gov.jiyuan.data.stewardship.DatasetReach;
import cn.gov.jiyuan.data.stewardship.StewardshipError;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.LandingGate;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.messages.Messages;
import cn.gov.jiyuan.platform.parties.Parties;
import cn.gov.jiyuan.platform.parties.Post;
import cn.gov.jiyuan.platform.rules.Rules;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds a batch back whose size is far from that of the last ones (波动规则), where a rule of that kind is in force for the
 * dataset. What readers see stays as it was; a person may release the batch, which is then landed again.
 */
@Component
class FluctuationGate implements LandingGate {
    private final QualityRuleStore rules;
    private final ArrivalStore store;
    private final QualityOrders orders;
    private final ObjectProvider<Datasets> datasets;
    private final ObjectProvider<DatasetReach> reach;
    private final Rules parameters;
    private final Parties parties;
    private final Messages messages;
    private final Change change;
    private final Clock clock;

    /** The hub asks its gates, and this one asks the hub: hence the providers. */
    FluctuationGate(
            QualityRuleStore rules,
            ArrivalStore store,
            QualityOrders orders,
            ObjectProvider<Datasets> datasets,
            ObjectProvider<DatasetReach> reach,
            Rules parameters,
            Parties parties,
            Messages messages,
            Change change,
            Clock clock) {
        this.rules = rules;
        this.store = store;
        this.orders = orders;
        this.datasets = datasets;
        this.reach = reach;
        this.parameters = parameters;
        this.parties = parties;
        this.messages = messages;
        this.change = change;
        this.clock = clock;
    }

    /** In a transaction of its own: that of the landing is rolled back when the batch is held. */
    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<String> hold(Arrival batch) {
        Dataset dataset = datasets.getObject().get(batch.dataset());
        UUID unit = reach.getObject().unit(dataset);
        Optional<QualityRule> rule = rules.inForce(batch.dataset(), Template.FLUCTUATION);
        boolean released = store.find(batch.dataset(), batch.batchNo())
                .filter(kept -> kept.state() == ArrivalStore.State.RELEASED && kept.rows() == batch.rows())
                .isPresent();
        Optional<String> why = rule.isEmpty() || released ? Optional.empty() : why(batch);
        ArrivalStore.State state = why.isPresent() ? ArrivalStore.State.HELD : ArrivalStore.State.PASSED;
        store.keep(batch, state, why.orElse(""), unit, clock.instant());
        why.ifPresent(reason -> held(rule.orElseThrow(), dataset, unit, batch, reason));
        return why;
    }

    private Optional<String> why(Arrival batch) {
        LocalDate today = LocalDate.now(clock);
        int batches = Math.toIntExact(parameters.integer("stewardship.fluctuation.batches", today));
        List<Long> sizes = store.sizes(batch.dataset(), batch.mode(), batch.batchNo(), batches);
        if (sizes.size() < batches) {
            return Optional.empty();
        }
        return Fluctuation.of(sizes, parameters.decimal("stewardship.fluctuation.floor", today).doubleValue())
                .why(batch.rows(), parameters.integer("stewardship.fluctuation.deviations", today));
    }

    private void held(QualityRule rule, Dataset dataset, UUID unit, Arrival batch, String reason) {
        change.record(
                Actor.SYSTEM,
                "arrival",
                "hold",
                batch.dataset() + "/" + batch.batchNo(),
                "拦截批次：" + dataset.title() + " " + batch.batchNo() + "，" + reason,
                Map.of("rows", batch.rows(), "rule", rule.code(), "version", rule.version()));
        long current = datasets.getObject().current(dataset.name()).map(Snapshot::number).orElse(0L);
        orders.failed(rule, 1, 1, current);
        for (Post post : parties.holders(unit, "datasteward", LocalDate.now(clock))) {
            messages.send(
                    post.personId(),
                    "stewardship.held",
                    List.of(dataset.title(), batch.batchNo(), reason),
                    "/workbench/records/stewardship.arrival?dataset=" + dataset.name());
        }
    }

    /** @throws Fault {@code stewardship.not-held} */
    @Transactional
    public void release(Actor actor, UUID id, String reason) {
        ArrivalStore.Kept kept = store.lock(id).orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, id));
        reach.getObject().require(actor, "stewardship.quality.release", kept.unitId(), kept.batchNo());
        if (kept.state() != ArrivalStore.State.HELD) {
            throw new Fault(StewardshipError.NOT_HELD);
        }
        String words = Change.reason("/reason", reason);
        store.release(id, actor.name(), words, clock.instant());
        change.record(
                actor,
                "arrival",
                "release",
                id.toString(),
                "放行批次：" + kept.dataset() + " " + kept.batchNo() + "（" + kept.rows() + " 行）",
                Map.of("reason", words, "held", kept.reason()));
    }
}
