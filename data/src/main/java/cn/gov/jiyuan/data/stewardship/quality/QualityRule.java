package cn.gov.jiyuan.data.stewardship.quality;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A version of a rule of quality (质量规则). */
record QualityRule(
        UUID id,
        String code,
        int version,
        String dataset,
        UUID unitId,
        String title,
        Dimension dimension,
        Template template,
        Settings settings,
        BigDecimal weight,
        Severity severity,
        String basis,
        State state,
        UUID proposedBy,
        String proposedName,
        @Nullable String approvedName,
        boolean demo) {
    enum Severity {
        HIGH("严重"),
        MEDIUM("一般"),
        LOW("轻微");

        private final String label;

        Severity(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    enum State {
        DRAFT("待批准"),
        APPROVED("生效"),
        RETIRED("已被替代"),
        STOPPED("已停用");

        private final String label;

        State(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
