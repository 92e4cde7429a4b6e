package cn.gov.jiyuan.contracts.items;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that an applicant hands in (申请材料).
 *
 * @param code stable within the item across versions, {@code M01}
 * @param copies number of paper copies at the window; 0 if only electronic
 * @param sourceNote whence the applicant has it
 * @param licenceTypes types of electronic licences (21 characters, GB/T 36904) any of which stands for it: the
 *     applicant need not bring it (免交) if he holds a valid one
 * @param standard what the clerk checks
 * @param basis the clause that requires it
 */
public record Material(
        String code,
        String name,
        Need need,
        Kind kind,
        Format format,
        int copies,
        Source source,
        @Nullable String sourceNote,
        List<String> licenceTypes,
        @Nullable String standard,
        @Nullable String howToFill,
        @Nullable String basis) {
    public Material {
        licenceTypes = List.copyOf(licenceTypes);
    }

    /** Whether it must be handed in (必要性). */
    public enum Need {
        REQUIRED("必要"),
        OPTIONAL("非必要"),
        /** May follow after acceptance (容缺后补). */
        MAY_FOLLOW("容缺后补");

        private final String label;

        Need(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Original or copy (材料类型). */
    public enum Kind {
        ORIGINAL("原件"),
        COPY("复印件"),
        BOTH("原件和复印件");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Paper or electronic (材料形式). */
    public enum Format {
        PAPER("纸质"),
        ELECTRONIC("电子"),
        EITHER("纸质或电子");

        private final String label;

        Format(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** Who makes it (来源渠道). */
    public enum Source {
        APPLICANT("申请人自备"),
        GOVERNMENT("政府部门核发"),
        OTHER("其他");

        private final String label;

        Source(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
