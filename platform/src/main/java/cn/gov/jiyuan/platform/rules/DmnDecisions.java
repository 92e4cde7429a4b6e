package cn.gov.jiyuan.platform.rules;

import cn.gov.jiyuan.kernel.error.Fault;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.operaton.bpm.dmn.engine.DmnDecisionTableResult;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.DmnEngineConfiguration;
import org.operaton.bpm.dmn.engine.DmnEngineException;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** Decisions on the DMN engine, each evaluation in a thread of its own that is left behind when it takes too long. */
final class DmnDecisions implements Decisions {
    private static final ScopedValue<List<String>> FIRED = ScopedValue.newInstance();
    private static final String LANGUAGE = "feel";

    private final DmnEngine engine;
    private final Map<String, List<DecisionTable>> tables;
    private final Duration limit;

    DmnDecisions(DmnEngine engine, List<DecisionTable> tables, Duration limit) {
        this.engine = engine;
        this.limit = limit;
        this.tables = tables.stream()
                .sorted(Comparator.comparing(DecisionTable::from).reversed())
                .collect(Collectors.groupingBy(DecisionTable::key));
    }

    /** An engine that knows FEEL only. */
    static DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
        configuration.setDefaultInputExpressionExpressionLanguage(LANGUAGE);
        configuration.setDefaultInputEntryExpressionLanguage(LANGUAGE);
        configuration.setDefaultOutputEntryExpressionLanguage(LANGUAGE);
        configuration.setDefaultLiteralExpressionLanguage(LANGUAGE);
        DmnEngineConfiguration ready = configuration;
        ready.getCustomPostDecisionTableEvaluationListeners()
                .add(event ->
                        event.getMatchingRules().forEach(rule -> FIRED.get().add(rule.getId())));
        return ready.buildEngine();
    }

    @Override
    public Outcome evaluate(String key, LocalDate on, Map<String, Object> inputs) {
        DecisionTable table = table(key, on);
        List<String> fired = new ArrayList<>();
        DmnDecisionTableResult result = bounded(table, fired, inputs);
        List<Map<String, Object>> rows = result.getResultList().stream()
                .map(row -> Collections.unmodifiableMap(new LinkedHashMap<>(row)))
                .toList();
        return new Outcome(
                key,
                table.from(),
                rows,
                fired.stream().map(id -> fired(table, id)).toList());
    }

    @Override
    public TableCheck check(String key, LocalDate on) {
        return TableChecker.check(table(key, on).conditions());
    }

    private DmnDecisionTableResult bounded(DecisionTable table, List<String> fired, Map<String, Object> inputs) {
        FutureTask<DmnDecisionTableResult> task = new FutureTask<>(() ->
                ScopedValue.where(FIRED, fired).call(() -> engine.evaluateDecisionTable(table.decision(), inputs)));
        Thread.ofPlatform().daemon().name("decision-" + table.key()).start(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw Fault.caused(e, RulesError.DECISION_SLOW, table.key(), limit.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Fault.caused(e, RulesError.DECISION_FAILED, table.key(), "已中断");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DmnEngineException cause) {
                throw Fault.caused(cause, RulesError.DECISION_FAILED, table.key(), String.valueOf(cause.getMessage()));
            }
            throw new IllegalStateException(table.key(), e.getCause());
        }
    }

    private DecisionTable table(String key, LocalDate on) {
        return tables.getOrDefault(key, List.of()).stream()
                .filter(table -> !table.from().isAfter(on))
                .findFirst()
                .orElseThrow(() -> new Fault(RulesError.DECISION_UNKNOWN, key, on));
    }

    private static Fired fired(DecisionTable table, String ruleId) {
        int row = table.ruleIds().indexOf(ruleId);
        return new Fired(row + 1, row < 0 ? "" : table.notes().get(row));
    }
}
