package cn.gov.jiyuan.platform.documents;

import cn.gov.jiyuan.kernel.error.Fault;
import cn.gov.jiyuan.platform.documents.VerificationReport.CheckResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Collects the outcome of each check of one seal. A check nobody recorded counts as not made. */
final class Findings {
    private final Map<Check, CheckResult> results = new EnumMap<>(Check.class);

    void passed(Check check, String reason) {
        record(check, Outcome.PASSED, reason);
    }

    void failed(Check check, String reason) {
        record(check, Outcome.FAILED, reason);
    }

    void unchecked(Check check, String reason) {
        record(check, Outcome.UNCHECKED, reason);
    }

    void absent(Check check, String reason) {
        record(check, Outcome.ABSENT, reason);
    }

    void holds(Check check, boolean holds, String passed, String failed) {
        record(check, holds ? Outcome.PASSED : Outcome.FAILED, holds ? passed : failed);
    }

    /** The structure cannot be read: nothing further can be said. */
    void broken(Fault fault) {
        String detail =
                fault.arguments().isEmpty() ? "" : "（" + fault.arguments().getFirst() + "）";
        failed(Check.STRUCTURE, "签章数据不完整或结构不合规范" + detail);
    }

    List<CheckResult> results() {
        List<CheckResult> all = new ArrayList<>();
        for (Check check : Check.values()) {
            all.add(results.getOrDefault(check, new CheckResult(check, Outcome.UNCHECKED, "前面的检查未通过，无法进行")));
        }
        return all;
    }

    private void record(Check check, Outcome outcome, String reason) {
        // A check that failed once is not made good by a later pass.
        CheckResult present = results.get(check);
        if (present == null || present.outcome() != Outcome.FAILED) {
            results.put(check, new CheckResult(check, outcome, reason));
        }
    }
}
