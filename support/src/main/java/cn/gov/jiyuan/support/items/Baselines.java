package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Access;
import cn.gov.jiyuan.platform.audit.Audit;
import cn.gov.jiyuan.platform.audit.AuditEvent;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps baselines and measures items against them. */
@Component
class Baselines {
    private final BaselineStore store;
    private final ItemStore items;
    private final Access access;
    private final Audit audit;
    private final Clock clock;

    Baselines(BaselineStore store, ItemStore items, Access access, Audit audit, Clock clock) {
        this.store = store;
        this.items = items;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void put(Actor actor, String code, Baseline baseline) {
        StoredVersion version = held(code);
        if (!access.rows(actor, Stewardship.EDIT).covers(version.guide().unitId(), null, version.areaCode())) {
            throw new Fault(ItemsError.NOT_YOUR_UNIT, version.guide().unitName());
        }
        if (baseline.term() == null
                || baseline.basis() == null
                || baseline.basis().isBlank()) {
            throw Fault.at(
                    baseline.term() == null ? "/term" : "/basis",
                    ItemsError.ELEMENT_MISSING,
                    baseline.term() == null ? "基线时限" : "基线的出处");
        }
        store.put(code, baseline, actor.name(), clock.instant());
        audit.record(
                actor,
                new AuditEvent(
                        "items.baseline",
                        "item",
                        code,
                        "设定精简基线：" + version.guide().name(),
                        Map.of("basis", baseline.basis())));
    }

    Optional<Baseline> find(String code) {
        return store.find(code);
    }

    /** @throws Fault {@code items.baseline-missing} */
    Compression measure(String code) {
        Baseline baseline = store.find(code).orElseThrow(() -> new Fault(ItemsError.BASELINE_MISSING));
        return Compression.of(baseline, held(code).content());
    }

    private StoredVersion held(String code) {
        return items.held(code, LocalDate.now(clock)).orElseThrow(() -> new Fault(ItemsError.NOT_IN_FORCE, code));
    }
}
