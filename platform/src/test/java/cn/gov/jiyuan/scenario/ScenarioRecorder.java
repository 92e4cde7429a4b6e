package cn.gov.jiyuan.scenario;

import java.lang.reflect.Method;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/** Records for each scenario whether the tests that claim it passed; one failure among them counts. */
final class ScenarioRecorder implements BeforeEachCallback, TestWatcher {
    private static final Namespace NAMESPACE = Namespace.create(ScenarioRecorder.class);

    @Override
    public void beforeEach(ExtensionContext context) {
        each(context, scenario -> {
            if (!ScenarioList.entries().containsKey(scenario.value())) {
                throw new ExtensionConfigurationException("docs/scenarios.csv has no scenario " + scenario.value()
                        + ", named by " + context.getRequiredTestMethod());
            }
        });
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        record(context, true);
    }

    @Override
    public void testFailed(ExtensionContext context, @Nullable Throwable cause) {
        record(context, false);
    }

    @Override
    public void testAborted(ExtensionContext context, @Nullable Throwable cause) {
        record(context, false);
    }

    private static void record(ExtensionContext context, boolean passed) {
        ScenarioLedger ledger = context.getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(ScenarioLedger.class, type -> new ScenarioLedger(), ScenarioLedger.class);
        String method = context.getRequiredTestMethod().getName();
        each(context, scenario -> ledger.record(scenario, context.getRequiredTestClass(), method, passed));
    }

    private static void each(ExtensionContext context, Consumer<Scenario> consumer) {
        Method method = context.getRequiredTestMethod();
        List.of(method.getAnnotationsByType(Scenario.class)).forEach(consumer);
    }
}
