package cn.gov.jiyuan.service.oversight;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A card or warning (监察记录, GB/T 39046 表 11).
 *
 * @param id its case has the same
 * @param counted whether it costs points; not after a successful appeal
 * @param subjectId the case that it is about; the unit, if it is about a unit
 * @param stage state in which it happened, or month
 * @param result what came of it
 */
record Card(
        UUID id,
        String number,
        String ruleCode,
        int ruleVersion,
        String ruleTitle,
        Level level,
        BigDecimal score,
        boolean counted,
        UUID subjectId,
        String stage,
        @Nullable String matterNumber,
        String matterTitle,
        UUID unitId,
        @Nullable String areaCode,
        @Nullable UUID handlerId,
        String what,
        Instant violatedAt,
        Instant issuedAt,
        String state,
        @Nullable Instant explainDue,
        @Nullable Instant explainedAt,
        String explanation,
        String result,
        @Nullable Instant endedAt,
        int version,
        boolean demo) {

    /** What a finding and a card have in common if they are the same. */
    record Key(UUID subjectId, String ruleCode, String stage) {}

    Key key() {
        return new Key(subjectId, ruleCode, stage);
    }

    /** The next version, as an action leaves it. */
    Card moved(String action, String to, String words, Instant at, @Nullable Instant due, boolean ended) {
        boolean answers = action.equals("explain") || action.equals("report") || action.equals("appeal");
        boolean explains = action.equals("explain") && explainedAt == null;
        boolean issues = to.equals("issued");
        return new Card(
                id,
                number,
                ruleCode,
                ruleVersion,
                ruleTitle,
                level,
                score,
                counted && !to.equals("cancelled"),
                subjectId,
                stage,
                matterNumber,
                matterTitle,
                unitId,
                areaCode,
                handlerId,
                what,
                violatedAt,
                issuedAt,
                to,
                issues ? due : explainDue,
                explains ? at : issues ? null : explainedAt,
                answers ? words : explanation,
                answers || action.equals("issue") || action.equals("warn") ? result : words,
                ended ? at : null,
                version + 1,
                demo);
    }
}
