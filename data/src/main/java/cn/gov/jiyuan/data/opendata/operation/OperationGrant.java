package cn.gov.jiyuan.data.opendata.operation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right of an operator to make products of public data (授权运营). The data stay within the platform; only products or
 * verdicts go out (原始数据不出域).
 *
 * @param revenue what was agreed on earnings (收益约定) @param publicityTo last day of the publicity
 */
public record OperationGrant(
        UUID id,
        String number,
        UUID operatorId,
        String operatorName,
        String scope,
        List<String> resources,
        String security,
        String revenue,
        LocalDate starts,
        LocalDate ends,
        String state,
        @Nullable LocalDate publicityTo,
        boolean demo) {
    public String stateLabel() {
        return OperationTypes.grant().state(state).label();
    }
}
