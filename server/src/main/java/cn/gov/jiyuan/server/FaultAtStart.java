package cn.gov.jiyuan.server;

import cn.gov.jiyuan.kernel.error.Fault;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the platform did not start in one sentence instead of a stack trace. */
class FaultAtStart extends AbstractFailureAnalyzer<Fault> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, Fault cause) {
        return new FailureAnalysis(FaultText.of(cause), null, cause);
    }
}
