package cn.gov.jiyuan.platform.audit;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the whole trail and tells whether anything in it was changed, removed, added or reordered. */
public interface AuditVerifier {
    /**
     * Verifies in constant memory, in one snapshot, while others go on working.
     *
     * @param anchor a chain value noted down outside the database earlier; without one, a trail cut off at its end together
     *     with its checkpoints and lane counters cannot be told from a shorter one
     */
    Report verify(@Nullable Anchor anchor);

    /** @param hash lower-case hex */
    record Anchor(long position, String hash) {}

    /**
     * What was found.
     *
     * @param events events read
     * @param linked events in the chain
     * @param checkpoints signed statements, all verified
     * @param head the end of the chain, to be noted down outside
     * @param findings the first 100
     * @param count of all findings
     */
    record Report(long events, long linked, long checkpoints, Anchor head, List<Finding> findings, long count) {
        public boolean intact() {
            return count == 0;
        }
    }

    /** One break and its place, in Chinese. */
    record Finding(Kind kind, String place, String sentence) {}

    /** Kinds of break. */
    enum Kind {
        CHANGED("内容被改动"),
        DELETED("被删除"),
        INSERTED("被插入"),
        REORDERED("次序被改动"),
        CHAIN("链值不符"),
        CHECKPOINT("检查点不符"),
        LANE("编号有缺口"),
        ANCHOR("与外部留存的链值不符");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
