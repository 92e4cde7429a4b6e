package cn.gov.jiyuan.data.stewardship.governance;

import cn.gov.jiyuan.contracts.catalogue.Resource;
import cn.gov.jiyuan.contracts.catalogue.ResourceCatalogue;
import cn.gov.jiyuan.contracts.catalogue.SharingType;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.parties.Unit;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The rows behind each number of a score (指数下钻): their numerators and denominators add up to those of the domain. */
@Component
class GovernanceRows {
    static final int MOST = 1_000;

    private final GovernanceStore store;
    private final GovernanceScores scores;
    private final ObjectProvider<ResourceCatalogue> catalogue;
    private final Clock clock;

    GovernanceRows(
            GovernanceStore store, GovernanceScores scores, ObjectProvider<ResourceCatalogue> catalogue, Clock clock) {
        this.store = store;
        this.scores = scores;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /**
     * One thing that counts.
     *
     * @param label what it is called @param detail why it counts as it does
     * @param link page of it on the workbench
     */
    record Row(String label, String detail, long numerator, long denominator, String link) {}

    /** At most {@link #MOST}, what lowers the rate first. */
    List<Row> of(Unit unit, Domain domain) {
        List<Dataset> held = scores.held(unit);
        OffsetDateTime now = clock.instant().atZone(clock.getZone()).toOffsetDateTime();
        List<Row> rows = new ArrayList<>(
                switch (domain) {
                    case ARCHITECTURE -> booked(held);
                    case STANDARD -> standard(held);
                    case QUALITY -> store.qualityRows(unit.id(), MOST);
                    case SECURITY -> store.gradedRows(unit.id(), MOST);
                    case SHARING -> shared(held);
                    case SERVICE -> store.servedRows(unit.id(), now.minusYears(1), now, MOST);
                    case APPLICATION -> store.usedRows(unit.id(), MOST);
                });
        rows.sort(Comparator.comparingLong((Row row) -> row.numerator() - row.denominator())
                .thenComparing(Row::label));
        return rows.stream().limit(MOST).toList();
    }

    private List<Row> booked(List<Dataset> held) {
        Set<String> booked = store.bookedOf(names(held));
        return held.stream()
                .map(dataset -> {
                    boolean known = booked.contains(dataset.name());
                    return new Row(
                            dataset.title(),
                            dataset.name() + (known ? "，已登记资产" : "，没有登记资产"),
                            known ? 1 : 0,
                            1,
                            "/records/stewardship.asset?dataset=eq:" + dataset.name());
                })
                .toList();
    }

    private List<Row> standard(List<Dataset> held) {
        Map<String, Long> following = store.followingOf(names(held));
        return held.stream()
                .map(dataset -> new Row(
                        dataset.title(),
                        dataset.name() + "，采用数据元的列 / 全部列",
                        following.getOrDefault(dataset.name(), 0L),
                        dataset.columns().size(),
                        "/stewardship/quality/" + dataset.name()))
                .toList();
    }

    private List<Row> shared(List<Dataset> held) {
        ResourceCatalogue known = catalogue.getIfAvailable();
        return held.stream()
                .map(dataset -> {
                    Optional<Resource> resource = known == null ? Optional.empty() : known.ofDataset(dataset.name());
                    SharingType sharing = resource.map(Resource::sharing).orElse(SharingType.NONE);
                    return new Row(
                            dataset.title(),
                            resource.map(one -> one.code() + "，" + sharing.label())
                                    .orElse(dataset.name() + "，没有挂接目录"),
                            sharing == SharingType.NONE ? 0 : 1,
                            1,
                            resource.map(one -> "/records/catalogue.resource?code=eq:" + one.code())
                                    .orElse("/stewardship/lineage/" + dataset.name()));
                })
                .toList();
    }

    private static List<String> names(List<Dataset> held) {
        return held.stream().map(Dataset::name).toList();
    }
}
