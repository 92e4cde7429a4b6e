package cn.gov.jiyuan.data.registers;

import cn.gov.jiyuan.contracts.registers.LegalChanged;
import cn.gov.jiyuan.contracts.registers.LicenceRegistered;
import cn.gov.jiyuan.contracts.registers.PersonChanged;
import cn.gov.jiyuan.contracts.registers.PersonDied;
import cn.gov.jiyuan.contracts.registers.SubjectsMerged;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import cn.gov.jiyuan.platform.feed.FeedConsumer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Changes delivered to departments that subscribed (变更订阅): by number, so that none is lost and none comes twice. */
@Component
class ChangeSubscriptions implements FeedConsumer {
    static final Map<String, String> TOPICS = Map.of(
            PersonDied.TOPIC, "身故",
            PersonChanged.TOPIC, "人口变更",
            LegalChanged.TOPIC, "法人变更",
            LicenceRegistered.TOPIC, "证照变更",
            SubjectsMerged.TOPIC, "主体合并与拆分");

    private final ChangeSubscriptionStore store;
    private final Audit audit;
    private final Clock clock;

    ChangeSubscriptions(ChangeSubscriptionStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "registers.subscriptions";
    }

    @Override
    public boolean wants(String topic) {
        return TOPICS.containsKey(topic);
    }

    @Override
    public void accept(List<Entry> entries) {
        for (Entry entry : entries) {
            store.deliver(entry.topic(), UUID.fromString(entry.key()), day(entry), entry.sequence(), clock.instant());
        }
    }

    private LocalDate day(Entry entry) {
        for (String field : List.of("diedOn", "from")) {
            JsonNode told = entry.payload().path(field);
            if (told.isString()) {
                return LocalDate.parse(told.asString());
            }
        }
        return LocalDate.ofInstant(entry.at(), clock.getZone());
    }

    @Transactional
    public List<ChangeSubscriptionStore.Subscription> subscribe(Actor actor, String topic, String purpose) {
        if (!TOPICS.containsKey(topic)) {
            throw Fault.at("/topic", RegistersError.UNKNOWN_TOPIC, topic, String.join("、", TOPICS.keySet()));
        }
        Mergers.demandReason(purpose);
        UUID unit = unit(actor);
        store.insert(
                new ChangeSubscriptionStore.Subscription(Ids.next(), unit, topic, purpose, clock.instant()),
                actor.name());
        record(actor, unit, "订阅“" + TOPICS.get(topic) + "”，用途：" + purpose);
        return store.of(unit);
    }

    @Transactional
    public void end(Actor actor, UUID id) {
        UUID unit = unit(actor);
        if (!store.end(id, unit, clock.instant())) {
            throw new Fault(RegistersError.UNKNOWN_SUBSCRIPTION);
        }
        record(actor, unit, "退订基础库变更");
    }

    List<ChangeSubscriptionStore.Subscription> of(Actor actor) {
        return store.of(unit(actor));
    }

    List<ChangeSubscriptionStore.Delivery> after(Actor actor, long number, int limit) {
        return store.after(unit(actor), number, Math.clamp(limit, 1, 1000));
    }

    static UUID unit(Actor actor) {
        UUID unit = actor.unitId();
        if (unit == null) {
            throw new Fault(RegistersError.NO_UNIT);
        }
        return unit;
    }

    private void record(Actor actor, UUID unit, String what) {
        audit.record(actor, new AuditEvent("registers.subscription.change", "unit", unit.toString(), what, Map.of()));
    }
}
