package cn.gov.jiyuan.data.stewardship.governance;

import cn.gov.jiyuan.contracts.stewardship.DataLineage;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes down where data come from. */
@Component
class Lineage implements DataLineage {
    private final GovernanceStore store;
    private final Clock clock;

    Lineage(GovernanceStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void derived(
            String source, String sourceColumn, String target, String targetColumn, String pipeline, String batch) {
        store.derived(
                new GovernanceStore.Edge(source, sourceColumn, target, targetColumn, pipeline, batch, clock.instant()));
    }
}
