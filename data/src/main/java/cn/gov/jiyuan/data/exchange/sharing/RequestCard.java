package cn.gov.jiyuan.data.exchange.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A share request as it goes to the installation that decides it (申请报送).
 *
 * @param resource code of the resource there @param unit our id of the asking unit @param asked when it was sent, so that
 *     the same words can be sent again
 */
record RequestCard(
        String number,
        String resource,
        List<String> items,
        String purpose,
        @Nullable String sceneItem,
        String sceneName,
        String legalBasis,
        String frequency,
        LocalDate validTo,
        List<RowCondition> conditions,
        String unit,
        String unitName,
        String applicantName,
        Instant asked,
        boolean demo) {
    /** The lane of requests. */
    static final String TYPE = "exchange.request";

    static RequestCard of(ShareRequest request, String resource, Instant asked) {
        return new RequestCard(
                String.valueOf(request.number()),
                resource,
                request.fields().stream().map(RequestedField::name).toList(),
                request.purpose(),
                request.sceneItem(),
                request.sceneName(),
                request.legalBasis(),
                request.frequency(),
                request.validTo(),
                request.conditions(),
                request.unitId().toString(),
                request.unitName(),
                request.applicantName(),
                asked,
                request.demo());
    }
}
