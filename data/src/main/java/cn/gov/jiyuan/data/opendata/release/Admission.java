package cn.gov.jiyuan.data.opendata.release;

import cn.gov.jiyuan.contracts.catalogue.OpenType;
import cn.gov.jiyuan.data.opendata.OpendataError;
import cn.gov.jiyuan.kernel.error.Fault;
import java.util.Map;
import java.util.stream.Collectors;

/** Refuses what the gate found wanting, naming the columns. */
final class Admission {
    private Admission() {}

    /** A refusal that carries the whole report. */
    private static final class Refused extends Fault {
        private final transient GateReport report;

        Refused(GateReport report, OpendataError code, Object... arguments) {
            super(code, arguments);
            this.report = report;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("columns", report.offending(), "report", report);
        }
    }

    /** Direct identifiers never go out; rows that can be traced to a person not without conditions. */
    static void check(GateReport report, OpenType type) {
        if (!report.offending().isEmpty()) {
            String columns = report.offending().stream()
                    .map(offence -> offence.title() + "（" + offence.column() + "，" + offence.why() + "）")
                    .collect(Collectors.joining("、"));
            throw new Refused(report, OpendataError.IDENTIFIERS, type.label(), columns);
        }
        if (type == OpenType.UNCONDITIONAL && !report.passed()) {
            throw new Refused(
                    report,
                    OpendataError.NOT_ANONYMOUS,
                    report.k(),
                    report.l(),
                    report.suppressedRows(),
                    report.rows(),
                    report.quasi().stream().map(GateReport.Step::title).collect(Collectors.joining("、")));
        }
    }
}
