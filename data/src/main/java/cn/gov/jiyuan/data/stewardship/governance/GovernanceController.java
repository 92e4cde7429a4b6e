package cn.gov.jiyuan.data.stewardship.governance;

import cn.gov.jiyuan.data.stewardship.DatasetReach;
import cn.gov.jiyuan.data.stewardship.StewardshipError;
import cn.gov.jiyuan.kernel.actor.Actor;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.access.Permitted;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.jobs.RecurringWork;
import cn.gov.jiyuan.platform.parties.Unit;
import cn.gov.jiyuan.platform.parties.Units;
import cn.gov.jiyuan.platform.records.Column;
import cn.gov.jiyuan.platform.records.Filter;
import cn.gov.jiyuan.platform.records.Order;
import cn.gov.jiyuan.platform.records.RecordPermissions;
import cn.gov.jiyuan.platform.records.RecordType;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Scores of units as they stand, and the lineage around a dataset. */
@RestController
@RequestMapping("/api/stewardship")
class GovernanceController {
    private static final int MOST_EDGES = 500;
    private static final int MONTHS = 24;
    private final GovernanceScores scores;
    private final GovernanceRows rows;
    private final GovernanceStore store;
    private final Datasets datasets;
    private final Units units;
    private final DatasetReach reach;

    GovernanceController(
            GovernanceScores scores,
            GovernanceRows rows,
            GovernanceStore store,
            Datasets datasets,
            Units units,
            DatasetReach reach) {
        this.scores = scores;
        this.rows = rows;
        this.store = store;
        this.datasets = datasets;
        this.units = units;
        this.reach = reach;
    }

    /** @param months scores kept for the months before, the oldest first */
    record Scored(
            UUID unitId,
            String unitCode,
            String unitName,
            GovernanceScores.Score score,
            List<GovernanceStore.Kept> months) {}

    /** @param more there are rows beyond those listed */
    record Behind(String label, List<GovernanceRows.Row> rows, boolean more) {}

    /** @param titles of the datasets on the edges */
    record Around(String dataset, Map<String, String> titles, List<GovernanceStore.Edge> edges) {}

    @GetMapping("/scores/{unitCode}")
    @Permitted("stewardship.score.read")
    Scored score(Actor actor, @PathVariable String unitCode) {
        Unit unit = unit(actor, unitCode);
        return new Scored(unit.id(), unit.code(), unit.shortName(), scores.of(unit), store.months(unit.id(), MONTHS));
    }

    /** The rows from which a domain of a score is counted. */
    @GetMapping("/scores/{unitCode}/{domain}")
    @Permitted("stewardship.score.read")
    Behind behind(Actor actor, @PathVariable String unitCode, @PathVariable String domain) {
        Unit unit = unit(actor, unitCode);
        Domain known = Arrays.stream(Domain.values())
                .filter(one -> one.name().equals(domain))
                .findFirst()
                .orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, domain));
        List<GovernanceRows.Row> found = rows.of(unit, known);
        return new Behind(known.label(), found, found.size() == GovernanceRows.MOST);
    }

    /** @param code code or id of the unit, as lists refer to it */
    private Unit unit(Actor actor, String code) {
        Unit unit =
                units.byCode(code).or(() -> byId(code)).orElseThrow(() -> new Fault(StewardshipError.UNKNOWN, code));
        reach.require(actor, "stewardship.score.read", unit.id(), code);
        return unit;
    }

    @GetMapping("/lineage/{dataset}")
    @Permitted("stewardship.lineage.read")
    Around lineage(Actor actor, @PathVariable String dataset) {
        reach.get(actor, "stewardship.lineage.read", dataset);
        List<GovernanceStore.Edge> edges = store.around(dataset, MOST_EDGES);
        Map<String, String> titles = new TreeMap<>();
        titles.put(dataset, title(dataset));
        edges.forEach(edge -> {
            titles.putIfAbsent(edge.source(), title(edge.source()));
            titles.putIfAbsent(edge.target(), title(edge.target()));
        });
        return new Around(dataset, titles, edges);
    }

    private Optional<Unit> byId(String text) {
        try {
            return units.find(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private String title(String dataset) {
        return datasets.find(dataset).map(Dataset::title).orElse(dataset);
    }

    /** Keeps the month's scores several times a day. */
    @Component
    static final class MonthlyScores implements RecurringWork {
        private final GovernanceScores scores;

        MonthlyScores(GovernanceScores scores) {
            this.scores = scores;
        }

        @Override
        public String name() {
            return "stewardship.scores";
        }

        @Override
        public Duration pause() {
            return Duration.ofHours(1);
        }

        @Override
        public boolean run() {
            scores.keepMonth();
            return false;
        }
    }

    /** The list of scores by month. */
    @Configuration(proxyBeanMethods = false)
    static class GovernanceConfiguration {
        @Bean
        RecordType governanceScoreRecords() {
            return RecordType.of("stewardship.score", "数据治理指数")
                    .source("stewardship.governance_score")
                    .label("month")
                    .permissions(new RecordPermissions("stewardship.score.read", "stewardship.score.export", "", ""))
                    .columns(
                            Column.date("month", "月份").filtered(Filter.EQUALS).sorted(),
                            Column.reference("unit", "部门", "parties.unit")
                                    .from("unit_id")
                                    .filtered(Filter.EQUALS),
                            Column.number("score", "治理指数"),
                            Column.json("architecture", "架构", "架构").from("domains"),
                            Column.json("standard", "标准", "标准").from("domains"),
                            Column.json("quality", "质量", "质量").from("domains"),
                            Column.json("security", "安全", "安全").from("domains"),
                            Column.json("sharing", "共享", "共享").from("domains"),
                            Column.json("service", "服务", "服务").from("domains"),
                            Column.json("application", "应用", "应用").from("domains"),
                            Column.text("weakest", "短板"),
                            Column.json("formula", "计算过程", "formula")
                                    .from("figures")
                                    .unlisted(),
                            Column.moment("computed", "计算时间")
                                    .from("computed_at")
                                    .unlisted())
                    .scope("unit_id", "", "")
                    .order(Order.descending("month"))
                    .small()
                    .build();
        }
    }
}
