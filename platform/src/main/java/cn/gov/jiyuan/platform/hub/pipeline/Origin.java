package cn.gov.jiyuan.platform.hub.pipeline;

import cn.gov.jiyuan.kernel.error.Fault;
import java.util.Map;

/**
 * One origin of rows (数源).
 *
 * @param code house code of the department
 * @param title as people read it
 * @param record number of the record within the origin, an expression over its columns that gives an integer
 * @param updated when the record was last changed, an expression that gives a point in time
 * @param cleaning for each standard column, and for whatever else the key and the checks look at, the expression over the
 *     origin's columns
 */
public record Origin(String code, String title, String record, String updated, Map<String, String> cleaning) {
    public Origin {
        cleaning = Map.copyOf(cleaning);
        if (!Pipeline.WORD.matcher(code).matches()
                || !cleaning.keySet().stream().allMatch(Pipeline.WORD.asMatchPredicate())) {
            throw new Fault(PipelineError.BAD_DECLARATION, code, "数源或数据项的名称不合规则");
        }
    }
}
