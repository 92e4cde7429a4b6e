package cn.gov.jiyuan.data.exchange.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request to use a resource of another unit (共享申请). While a draft it has no case; afterwards its state is that of
 * the case.
 *
 * @param version of the row
 */
record ShareRequest(
        UUID id,
        @Nullable UUID caseId,
        @Nullable String number,
        String state,
        String resourceCode,
        String resourceName,
        String sharing,
        UUID unitId,
        String unitName,
        UUID providerUnitId,
        String providerUnitName,
        UUID applicantId,
        String applicantName,
        String purpose,
        @Nullable String sceneItem,
        String sceneName,
        String legalBasis,
        Mode mode,
        String frequency,
        LocalDate validTo,
        @Nullable LocalDate renewTo,
        List<RequestedField> fields,
        List<RowCondition> conditions,
        int dailyQuota,
        int perSecond,
        List<String> ips,
        List<UUID> demands,
        @Nullable Instant replyDue,
        boolean overdue,
        int reminders,
        String words,
        int version,
        boolean demo) {
    static final String DRAFT = "draft";

    /** How the data are given (共享方式). */
    enum Mode {
        API("接口"),
        FILE("批量文件"),
        SUBSCRIPTION("变更订阅"),
        /** Between installations: rows come in batches into a dataset of the asker (回流). */
        BATCH("级联批次");

        private final String label;

        Mode(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    boolean isDraft() {
        return caseId == null;
    }

    List<RequestedField> given() {
        return fields.stream().filter(RequestedField::given).toList();
    }
}
