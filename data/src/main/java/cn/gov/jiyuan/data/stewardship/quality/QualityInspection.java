package cn.gov.jiyuan.data.stewardship.quality;

import cn.gov.jiyuan.data.stewardship.DatasetReach;
import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.kernel.id.Ids;
import cn.gov.jiyuan.platform.hub.Dataset;
import cn.gov.jiyuan.platform.hub.Datasets;
import cn.gov.jiyuan.platform.hub.Snapshot;
import cn.gov.jiyuan.platform.jobs.Progress;
import cn.gov.jiyuan.platform.rules.Rules;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the rules in force on the version in force of a dataset (质量检查); a rule that breaks stops no other. */
@Component
final class QualityInspection {
    private final QualityRuleStore rules;
    private final QualityRowChecks rows;
    private final QualityBatchChecks batches;
    private final QualityRunStore store;
    private final QualityOrders orders;
    private final Datasets datasets;
    private final DatasetReach reach;
    private final Rules parameters;
    private final TransactionTemplate transactions;
    private final Clock clock;

    QualityInspection(
            QualityRuleStore rules,
            QualityRowChecks rows,
            QualityBatchChecks batches,
            QualityRunStore store,
            QualityOrders orders,
            Datasets datasets,
            DatasetReach reach,
            Rules parameters,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.rules = rules;
        this.rows = rows;
        this.batches = batches;
        this.store = store;
        this.orders = orders;
        this.datasets = datasets;
        this.reach = reach;
        this.parameters = parameters;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Outcome(QualityRule rule, Result result, QualityRowChecks.Counted counted) {}

    /** @param batchNo sender's number of the batch; empty if inspected on demand */
    void run(String name, String batchNo, Progress progress) {
        Dataset dataset = datasets.get(name);
        List<QualityRule> inForce = rules.inForce(name);
        Snapshot snapshot = datasets.current(name).orElse(null);
        if (snapshot == null || inForce.isEmpty()) {
            return;
        }
        int most = Math.toIntExact(parameters.integer("stewardship.quality.issues", today()));
        List<Outcome> outcomes = new ArrayList<>();
        progress.total(inForce.size());
        for (QualityRule rule : inForce) {
            if (progress.cancelled()) {
                return;
            }
            progress.say(rule.title());
            outcomes.add(outcome(rule, dataset, snapshot, most));
            progress.advance(1);
        }
        transactions.executeWithoutResult(status -> keep(dataset, snapshot, batchNo, outcomes));
    }

    private void keep(Dataset dataset, Snapshot snapshot, String batchNo, List<Outcome> outcomes) {
        UUID unit = reach.unit(dataset);
        List<Result> results = outcomes.stream().map(Outcome::result).toList();
        store.insert(snapshot, batchNo, unit, results, Grade.of(results, weights()), clock.instant());
        for (Outcome outcome : outcomes) {
            Result result = outcome.result();
            if (result.verdict() != Result.Verdict.BROKEN) {
                QualityRowChecks.Counted counted = outcome.counted();
                store.keep(result, dataset.name(), unit, counted.failing(), counted.expected(), clock.instant());
                orders.follow(outcome.rule(), result, snapshot.number());
            }
        }
    }

    private Outcome outcome(QualityRule rule, Dataset dataset, Snapshot snapshot, int most) {
        try {
            QualityRowChecks.Counted counted = rule.template().ofRows()
                    ? rows.run(rule, dataset, snapshot, most)
                    : batches.run(rule, dataset, snapshot);
            boolean passed = BigDecimal.valueOf(counted.passed())
                            .multiply(BigDecimal.valueOf(100))
                            .compareTo(rule.settings().least().multiply(BigDecimal.valueOf(counted.total())))
                    >= 0;
            Result.Verdict verdict = passed ? Result.Verdict.PASSED : Result.Verdict.FAILED;
            String words = "应为：" + counted.expected() + "；合格线 "
                    + rule.settings().least().stripTrailingZeros().toPlainString() + "%";
            return new Outcome(rule, result(rule, counted, verdict, words), counted);
        } catch (Fault fault) {
            QualityRowChecks.Counted nothing = new QualityRowChecks.Counted(0, 0, 0, "", List.of());
            String why = fault.arguments().isEmpty()
                    ? fault.code().code()
                    : String.valueOf(fault.arguments().getFirst());
            return new Outcome(rule, result(rule, nothing, Result.Verdict.BROKEN, "规则未能执行：" + why), nothing);
        }
    }

    private static Result result(
            QualityRule rule, QualityRowChecks.Counted counted, Result.Verdict verdict, String words) {
        return new Result(
                Ids.next(),
                rule.code(),
                rule.version(),
                rule.title(),
                rule.dimension(),
                rule.weight(),
                counted.total(),
                counted.passed(),
                Math.max(0, counted.rows() - counted.total()),
                verdict,
                words);
    }

    private Map<Dimension, BigDecimal> weights() {
        Map<Dimension, BigDecimal> weights = new EnumMap<>(Dimension.class);
        for (String pair : parameters.list("stewardship.quality.weights", today())) {
            String[] parts = pair.split(":", -1);
            weights.put(Dimension.valueOf(parts[0]), new BigDecimal(parts[1]));
        }
        return weights;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
