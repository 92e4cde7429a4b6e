package cn.gov.jiyuan.contracts.items;

import cn.gov.jiyuan.kernel.time.LegalTerm;
import org.jspecify.annotations.Nullable;

/**
 * A step beside the ordinary procedure that moves the deadline (特别程序).
 *
 * @param name 现场核查, 听证, 检验 …
 * @param effect whether the clock stops or the term grows: the two must not be confused
 * @param limit how long it may take at most
 */
public record SpecialProcedure(
        String code,
        String name,
        Effect effect,
        @Nullable LegalTerm limit,
        String basis,
        @Nullable String note) {

    public enum Effect {
        /** Its time is not counted (除外，停表): hearing, inspection, expert review. */
        STOPS_CLOCK("所需时间不计入办理时限"),
        /** It adds to the term (延长审批，加时). */
        EXTENDS("经批准延长办理时限"),
        /** It happens within the term (计入时限). */
        WITHIN_TERM("所需时间计入办理时限");

        private final String label;

        Effect(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
