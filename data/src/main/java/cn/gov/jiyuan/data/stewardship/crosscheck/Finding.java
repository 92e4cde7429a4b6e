package cn.gov.jiyuan.data.stewardship.crosscheck;

import java.util.List;
import java.util.UUID;

/**
 * A subject on which sources differ (校核发现); its ticket has the same id.
 *
 * @param subject key of the subject, in clear
 * @param sourceValue what the item's source says @param golden what is believed for the time being
 */
record Finding(
        UUID id,
        String number,
        String item,
        String title,
        UUID unitId,
        String subject,
        String sourceValue,
        String golden,
        List<Golden.Evidence> evidence,
        double confidence,
        Kind kind,
        String state) {
    enum Kind {
        CONFLICT("来源不一致"),
        TIE("表决并列");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    enum Conclusion {
        SOURCE("数源对"),
        OTHER("来源对"),
        BOTH("都错");

        private final String label;

        Conclusion(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
