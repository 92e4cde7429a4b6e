package cn.gov.jiyuan.support.items;

import cn.gov.jiyuan.kernel.time.LegalTerm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an item asked of people before it was simplified (精简基线).
 *
 * @param steps number of links (环节数)
 * @param visits visits in person
 * @param basis where these figures stand
 */
record Baseline(LegalTerm term, int steps, int visits, List<Paper> materials, String basis) {
    Baseline {
        materials = materials == null ? List.of() : List.copyOf(materials);
    }

    /**
     * A material of then.
     *
     * @param code its code if it is still asked for
     * @param ground why it need not be brought any more; null if nobody has said
     */
    record Paper(
            @Nullable String code,
            String name,
            @Nullable Ground ground,
            @Nullable String groundNote) {}

    /** On what ground a material is no longer asked for. */
    enum Ground {
        LICENCE("电子证照免交"),
        SHARED_DATA("数据共享核验"),
        DECLARATION("告知承诺"),
        CHANGED_LAW("依据变更");

        private final String label;

        Ground(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }
}
