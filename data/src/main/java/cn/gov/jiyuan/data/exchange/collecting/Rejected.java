package cn.gov.jiyuan.data.exchange.collecting;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row in quarantine (拒收行).
 *
 * @param problems what is wrong, cell by cell
 * @param shown its cells with personal data masked
 * @param cells its cells as they came; sealed wherever it is kept
 */
record Rejected(
        UUID id,
        UUID batchId,
        UUID taskId,
        UUID unitId,
        long line,
        Reason reason,
        List<Problem> problems,
        String shown,
        Map<String, String> cells,
        State state,
        @Nullable UUID correctedIn,
        boolean demo) {

    /** @param column of the source; empty for the row as a whole */
    record Problem(String column, String reason) {
        @Override
        public String toString() {
            return column.isEmpty() ? reason : "“" + column + "”" + reason;
        }
    }

    /** Kinds of reasons, for filters and figures. */
    enum Reason {
        BROKEN("行无法读取"),
        EMPTY("必填项为空"),
        TYPE("类型不符"),
        FORMULA("公式无结果"),
        FOREIGN_AREA("外地区划"),
        NO_AREA("区划缺失或者有误");

        private final String label;

        Reason(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    enum State {
        WAITING("待处理"),
        CORRECTED("已更正入库"),
        DROPPED("已作废");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
