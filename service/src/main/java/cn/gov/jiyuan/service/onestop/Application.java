package cn.gov.jiyuan.service.onestop;

import cn.gov.jiyuan.contracts.items.ItemVersionRef;
import cn.gov.jiyuan.platform.forms.Answers;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant fills in, from the first answer to the submission and after (申报).
 *
 * @param situation code of the situation that he chose; null if the item has one only or he chose none
 */
record Application(
        UUID id,
        ItemVersionRef item,
        String itemName,
        @Nullable String situation,
        String formId,
        int formVersion,
        UUID applicantId,
        boolean enterprise,
        @Nullable UUID agentId,
        Answers answers,
        int version,
        @Nullable UUID caseId,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant submittedAt) {
    public boolean isSubmitted() {
        return caseId != null;
    }
}
